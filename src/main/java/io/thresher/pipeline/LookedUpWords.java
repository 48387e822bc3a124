package io.thresher.pipeline;

import io.thresher.data.Table;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/** Numbers that stand for a word, looked up in a table. */
final class LookedUpWords implements ColumnPreparation {
    private final WordLevels levels;
    private final List<String> featureNames;
    private final float[] table;

    /**
     * @param table places of {@code levels} × features, row-major, taken over without copying
     */
    LookedUpWords(WordLevels levels, List<String> featureNames, float[] table) {
        this.levels = levels;
        this.featureNames = List.copyOf(featureNames);
        this.table = table;
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
    public List<String> featureNames() {
        return featureNames;
    }

    @Override
    public void write(Table rows, FeatureBlock features) {
        int[] places = levels.places(ColumnPreparation.words(rows, levels.column()));
        int width = featureNames.size();
        for (int row = 0; row < places.length; row++) {
            for (int i = 0; i < width; i++) {
                features.set(row, i, table[places[row] * width + i]);
            }
        }
    }

    @Override
    public List<Tensor> draw(GraphBuilder graph) {
        int width = featureNames.size();
        if (width == 1) {
            return List.of(levels.drawNumbers(graph, table));
        }
        Tensor places = graph.apply("Reshape", levels.drawPlaces(graph), graph.longs(new long[] {1}, -1));
        Tensor numbers = graph.floats(new long[] {levels.places(), width}, table);
        return List.of(graph.apply("Gather", Attributes.none().with("axis", 0), numbers, places));
    }
}
