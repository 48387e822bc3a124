package io.thresher.pipeline;

import io.thresher.data.Table;
import io.thresher.model.Feature;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/** Numbers that stand for a word, looked up in a table. */
final class LookedUpWords implements ColumnPreparation {
    private final WordLevels levels;
    private final List<Feature> features;
    private final float[] table;

    private LookedUpWords(WordLevels levels, float[] table, List<Feature> features) {
        this.levels = levels;
        this.features = features;
        this.table = table;
    }

    /**
     * @param table places of {@code levels} × features, row-major, taken over without copying
     */
    LookedUpWords(WordLevels levels, List<String> featureNames, float[] table) {
        this(levels, table, Feature.derived(levels.column(), featureNames));
    }

    /**
     * The place of the level, for families that split levels into sets; NaN for missing words, and one more place for
     * words that are not kept.
     */
    static LookedUpWords places(WordLevels levels) {
        float[] places = new float[levels.places()];
        for (int place = 0; place < places.length; place++) {
            places[place] = place;
        }
        places[levels.missing()] = Float.NaN;
        return new LookedUpWords(
                levels, places, List.of(new Feature(levels.column(), levels.column(), Feature.Kind.LEVEL)));
    }

    /** The position of the level in alphabetical order; −1 for other words. */
    static LookedUpWords ordinal(WordLevels levels, boolean acceptsMissing) {
        float[] positions = new float[levels.places()];
        for (int place = 0; place < positions.length; place++) {
            positions[place] = place;
        }
        positions[levels.other()] = -1;
        positions[levels.missing()] =
                acceptsMissing ? Float.NaN : levels.levels().size();
        return new LookedUpWords(levels, List.of(levels.column()), positions);
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void write(Table rows, FeatureBlock block) {
        int[] places = levels.places(ColumnPreparation.words(rows, levels.column()));
        int width = features.size();
        for (int row = 0; row < places.length; row++) {
            for (int i = 0; i < width; i++) {
                block.set(row, i, table[places[row] * width + i]);
            }
        }
    }

    @Override
    public List<Tensor> draw(GraphBuilder graph) {
        int width = features.size();
        if (width == 1) {
            return List.of(levels.drawNumbers(graph, table));
        }
        Tensor places = graph.apply("Reshape", levels.drawPlaces(graph), graph.longs(new long[] {1}, -1));
        Tensor numbers = graph.floats(new long[] {levels.places(), width}, table);
        return List.of(graph.apply("Gather", Attributes.none().with("axis", 0), numbers, places));
    }
}
