package io.thresher.pipeline;

import io.thresher.data.Table;
import io.thresher.model.Feature;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * One 0/1 feature a level; one for all rare words and one for missing ones if training rows have such. A word never seen
 * counts as rare.
 */
final class OneHotWords implements ColumnPreparation {
    private static final int NOWHERE = -1;
    private static final int MANY = 16;

    private final WordLevels levels;
    private final List<String> featureNames;

    OneHotWords(WordLevels levels) {
        this.levels = levels;
        List<String> names = new ArrayList<>();
        levels.levels().forEach(level -> names.add(levels.column() + " = " + level));
        if (levels.hasOther()) {
            names.add(levels.column() + " is another word");
        }
        if (levels.hasMissing()) {
            names.add(levels.column() + " is missing");
        }
        this.featureNames = List.copyOf(names);
    }

    @Override
    public List<Feature> features() {
        return Feature.derived(levels.column(), featureNames);
    }

    @Override
    public boolean isMostlyZero() {
        return featureNames.size() >= MANY;
    }

    @Override
    public void write(Table rows, FeatureBlock features) {
        float[] featureOf = featureOfPlace();
        int[] places = levels.places(ColumnPreparation.words(rows, levels.column()));
        for (int row = 0; row < places.length; row++) {
            int feature = (int) featureOf[places[row]];
            if (feature != NOWHERE) {
                features.set(row, feature, 1);
            }
        }
    }

    @Override
    public List<Tensor> draw(GraphBuilder graph) {
        float[] positions = new float[featureNames.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        Tensor feature = levels.drawNumbers(graph, featureOfPlace());
        Tensor hits = graph.apply("Equal", feature, graph.floats(new long[] {1, positions.length}, positions));
        return List.of(graph.apply("Cast", Attributes.none().with("to", 1), hits));
    }

    private float[] featureOfPlace() {
        float[] features = new float[levels.places()];
        for (int place = 0; place < levels.levels().size(); place++) {
            features[place] = place;
        }
        features[levels.other()] = levels.hasOther() ? levels.levels().size() : NOWHERE;
        features[levels.missing()] = levels.hasMissing() ? featureNames.size() - 1 : NOWHERE;
        return features;
    }
}
