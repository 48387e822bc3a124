package io.thresher.model;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows of known structure: features are standard normal and rounded to hundredths (so that values repeat), the target
 * follows the first two of them with a little noise, all others mean nothing.
 */
public final class GeneratedRows {
    /** Far from zero mean and unit deviation, as prices are. */
    private static final double TARGET_MEAN = 300_000;

    private static final double TARGET_DEVIATION = 100_000;

    private final FeatureMatrix features;
    private final Target target;

    private GeneratedRows(FeatureMatrix features, Target target) {
        this.features = features;
        this.target = target;
    }

    /** Rows for {@code task}; {@code columns} of at least 1. */
    public static GeneratedRows of(Task task, int rows, int columns, Seed seed) {
        SplittableRandom random = seed.random();
        float[] values = new float[rows * columns];
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = Math.round(100 * normal(random)) / 100f;
            }
            double first = values[row * columns];
            double second = columns > 1 ? values[row * columns + 1] : 0;
            targets[row] = target(task, first, second, normal(random));
        }
        return new GeneratedRows(new FeatureMatrix(names(columns), rows, values), target(task, targets));
    }

    public FeatureMatrix features() {
        return features;
    }

    public Target target() {
        return target;
    }

    /** The same rows with one value in {@code period} missing. */
    public GeneratedRows withMissing(int period) {
        float[] values = features.values().clone();
        for (int i = 0; i < values.length; i += period) {
            values[i] = Float.NaN;
        }
        return new GeneratedRows(new FeatureMatrix(features.names(), features.rows(), values), target);
    }

    /** The same rows with the same number in every row of {@code column}. */
    public GeneratedRows withConstant(int column, float constant) {
        float[] values = features.values().clone();
        for (int row = 0; row < features.rows(); row++) {
            values[row * features.columns() + column] = constant;
        }
        return new GeneratedRows(new FeatureMatrix(features.names(), features.rows(), values), target);
    }

    /** The same features, all with the same number to predict. */
    public GeneratedRows withTarget(double number) {
        return new GeneratedRows(
                features,
                Target.ofNumbers(IntStream.range(0, features.rows())
                        .mapToDouble(row -> number)
                        .toArray()));
    }

    /** Only the rows whose class is not {@code label}. */
    public GeneratedRows withoutClass(int label) {
        int[] kept = IntStream.range(0, target.rows())
                .filter(row -> target.value(row) != label)
                .toArray();
        int columns = features.columns();
        float[] values = new float[kept.length * columns];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(features.row(kept[i]), 0, values, i * columns, columns);
        }
        return new GeneratedRows(new FeatureMatrix(features.names(), kept.length, values), target.take(kept));
    }

    /** Each row three times: as it is, and with every value moved to the next float below and above. */
    public FeatureMatrix withNeighbours() {
        float[] values = features.values();
        float[] all = new float[3 * values.length];
        for (int i = 0; i < values.length; i++) {
            all[i] = values[i];
            all[values.length + i] = Math.nextDown(values[i]);
            all[2 * values.length + i] = Math.nextUp(values[i]);
        }
        return new FeatureMatrix(features.names(), 3 * features.rows(), all);
    }

    private static Target target(Task task, double[] values) {
        return switch (task) {
            case BINARY -> Target.ofClasses(List.of("no", "yes"), values);
            case MULTICLASS -> Target.ofClasses(List.of("low", "middle", "high"), values);
            case REGRESSION -> Target.ofNumbers(values);
        };
    }

    private static double target(Task task, double first, double second, double noise) {
        double signal = (2 * first - second + 0.4 * noise) / Math.sqrt(5);
        return switch (task) {
            case BINARY -> signal > 0.2 ? 1 : 0;
            case MULTICLASS -> signal < -0.4 ? 0 : signal < 0.4 ? 1 : 2;
            case REGRESSION -> TARGET_MEAN + TARGET_DEVIATION * signal;
        };
    }

    private static List<String> names(int columns) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            names.add("feature " + column);
        }
        return names;
    }

    /** A standard normal number by Box and Muller's transform. */
    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
