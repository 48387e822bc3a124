package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.model.TargetScale;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * Words as the mean of the target among the training rows that have them, drawn towards the mean of all rows (Micci-Barreca:
 * A preprocessing scheme for high-cardinality categorical attributes, SIGKDD Explorations 3, 2001, section 3.2): a level of
 * n rows with mean y becomes λ y + (1 − λ) ȳ where λ = n / (n + m). The strength m is empirical Bayes: the variance
 * within levels by the variance between them, by the method of moments. Where levels differ no more than chance makes
 * them differ, m is infinite and the column tells nothing.
 *
 * <p>A number is encoded in standard deviations of the target, a class as its share: one feature for two classes,
 * otherwise one a class. A training row has what the rows of the other inner folds say of its word, with the mean and
 * the strength of all rows, which no row could tell from another.
 */
final class TargetEncoding {
    private static final int INNER_FOLDS = 5;

    private final WordLevels levels;
    private final Target target;
    private final int[] places;
    private final int[] folds;
    private final boolean scaled;
    private final List<String> featureNames = new ArrayList<>();
    private final List<float[]> ofPlaces = new ArrayList<>();
    private final List<float[]> ofRows = new ArrayList<>();

    private TargetEncoding(CategoryColumn words, WordLevels levels, Target target, boolean scaled, Seed seed) {
        this.levels = levels;
        this.target = target;
        this.places = levels.places(words);
        this.folds = InnerFolds.deal(places.length, INNER_FOLDS, seed);
        this.scaled = scaled;
    }

    /**
     * Encodes a column.
     *
     * @param scaled whether the features should have zero mean and unit variance
     * @param seed deals the inner folds
     */
    static FittedColumns fit(CategoryColumn words, WordLevels levels, Target target, boolean scaled, Seed seed) {
        TargetEncoding encoding = new TargetEncoding(words, levels, target, scaled, seed);
        encoding.encode();
        LookedUpWords preparation = new LookedUpWords(levels, encoding.featureNames, encoding.table());
        return new FittedColumns(preparation, (rows, features) -> encoding.writeTraining(features));
    }

    private void encode() {
        String mean = levels.column() + ": mean of the target";
        if (target.task() == Task.REGRESSION) {
            TargetScale scale = TargetScale.of(target);
            double[] values = target.values();
            for (int row = 0; row < values.length; row++) {
                values[row] = (values[row] - scale.mean()) / scale.deviation();
            }
            encode(mean, values);
            return;
        }
        for (int label = target.task() == Task.BINARY ? 1 : 0;
                label < target.classes().size();
                label++) {
            double[] values = target.values();
            for (int row = 0; row < values.length; row++) {
                values[row] = values[row] == label ? 1 : 0;
            }
            encode(levels.column() + ": share of " + target.classes().get(label), values);
        }
    }

    private void encode(String name, double[] values) {
        LevelMeans means = LevelMeans.of(places, values, levels.places(), folds, INNER_FOLDS);
        if (!means.tellAnything()) {
            return;
        }
        float[] ofPlace = new float[levels.places()];
        for (int place = 0; place < ofPlace.length; place++) {
            ofPlace[place] = (float) means.ofPlace(place);
        }
        float[] ofRow = new float[places.length];
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = (float) means.withoutFold(places[row], folds[row]);
        }
        if (scaled) {
            StandardScale scale = StandardScale.of(ofRow);
            scale.apply(ofPlace);
            scale.apply(ofRow);
        }
        featureNames.add(name);
        ofPlaces.add(ofPlace);
        ofRows.add(ofRow);
    }

    private float[] table() {
        int width = ofPlaces.size();
        float[] table = new float[levels.places() * width];
        for (int i = 0; i < width; i++) {
            for (int place = 0; place < levels.places(); place++) {
                table[place * width + i] = ofPlaces.get(i)[place];
            }
        }
        return table;
    }

    private void writeTraining(FeatureBlock features) {
        for (int i = 0; i < ofRows.size(); i++) {
            float[] ofRow = ofRows.get(i);
            for (int row = 0; row < ofRow.length; row++) {
                features.set(row, i, ofRow[row]);
            }
        }
    }
}
