package io.thresher.ensemble;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.seed.Seed;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * What choosing does to scores, by choosing anew on bootstrap samples of the rows and looking at the rows that were not
 * drawn (bootstrap bias-corrected cross-validation: Tsamardinos, Greasidou and Borboudakis, Bootstrapping the
 * out-of-sample predictions for efficient and accurate cross-validation, Machine Learning 107, 2018). The selection of an
 * ensemble is part of what is repeated.
 *
 * <p>Optimism is the mean difference between the loss on rows that did not choose and on the sample that did, shrunk as
 * by the .632 estimator (Efron 1983), since a sample holds only 63.2 % of the rows and chooses worse than all of them.
 */
final class SelectionBootstrap {
    private static final int SAMPLES = 100;
    /** Rows that are used at the most: there is little to correct with more, and it takes longer. */
    private static final int MOST_ROWS = 10_000;
    /** Sorting takes longer than adding. */
    private static final int MOST_SORTED_ROWS = 4_000;

    private static final double SHRINKAGE = 0.632;

    private final Judge judge;
    private final List<float[]> predictions;
    private final GreedySelection everyone;
    private final GreedySelection members;
    private final double scale;
    private final Seed seed;
    private double optimismAlone;
    private double optimismTogether;
    private double lossAlone;
    private double lossTogether;
    private int samples;

    /**
     * @param everyone of whom one is delivered alone
     * @param members of whom several may be delivered together
     * @param scale of the optimism on these rows to that on all rows
     */
    SelectionBootstrap(
            Judge judge,
            List<float[]> predictions,
            GreedySelection everyone,
            GreedySelection members,
            double scale,
            Seed seed) {
        this.judge = judge;
        this.predictions = predictions;
        this.everyone = everyone;
        this.members = members;
        this.scale = scale;
        this.seed = seed;
    }

    /** The rows that stand for all. */
    static int[] sample(Metric metric, Target truth, Seed seed) {
        int most = metric == Metric.ROC_AUC ? MOST_SORTED_ROWS : MOST_ROWS;
        return RowSample.of(truth.rows(), most, seed.fork("bootstrap rows"));
    }

    void run(BooleanSupplier goOn) {
        for (int sample = 0; sample < SAMPLES && goOn.getAsBoolean(); sample++) {
            int[] drawn = new int[judge.rows()];
            SplittableRandom random = seed.fork("bootstrap", sample).random();
            for (int i = 0; i < drawn.length; i++) {
                drawn[random.nextInt(drawn.length)]++;
            }
            add(drawn, IntStream.of(drawn).map(count -> count == 0 ? 1 : 0).toArray());
        }
    }

    private void add(int[] drawn, int[] left) {
        float[] alone = predictions.get(everyone.single(drawn));
        float[] together = members.average(members.picks(drawn));
        double leftAlone = judge.loss(alone, left);
        double leftTogether = judge.loss(together, left);
        double gapAlone = leftAlone - judge.loss(alone, drawn);
        double gapTogether = leftTogether - judge.loss(together, drawn);
        if (Double.isFinite(gapAlone) && Double.isFinite(gapTogether)) {
            samples++;
            lossAlone += leftAlone;
            lossTogether += leftTogether;
            optimismAlone += gapAlone;
            optimismTogether += gapTogether;
        }
    }

    /** Whether an ensemble does better than the best alone on rows that chose neither. */
    boolean togetherIsBetter() {
        return samples > 0 && lossTogether < lossAlone;
    }

    double optimismAlone() {
        return optimism(optimismAlone);
    }

    double optimismTogether() {
        return optimism(optimismTogether);
    }

    private double optimism(double gaps) {
        return samples == 0 ? 0 : Math.max(0, SHRINKAGE * scale * gaps / samples);
    }
}
