package io.thresher.model.similarity;

import io.thresher.data.Target;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.OneAgainstOthers;
import io.thresher.model.TargetScale;
import io.thresher.model.TrainingProgress;
import io.thresher.seed.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Training of support vector machines on one table. All of them share one kernel matrix. */
final class MarginTraining {
    /** Parts of the training rows, each left out once, whose values probabilities are learned from. */
    private static final int PARTS = 3;
    /** Log-odds of a class that all training rows have. */
    private static final float ALWAYS = 30;

    private final ReferenceRows rows;
    private final Target target;
    private final KernelSettings settings;
    private final float gamma;
    private final KernelMatrix kernel;
    private final TrainingProgress progress;
    private int problemsLeft;

    /**
     * @param progress tells how much time there is
     */
    MarginTraining(FeatureMatrix features, Target target, KernelSettings settings, TrainingProgress progress) {
        this.rows = ReferenceRows.of(features, Relevance.weights(features, target, settings.relevance()));
        this.target = target;
        this.settings = settings;
        this.progress = progress;
        double variance = rows.variance();
        this.gamma = (float) (settings.gammaFactor() / (variance > 0 ? variance : 1));
        this.kernel = KernelMatrix.of(rows, gamma);
    }

    FittedModel classifier(Seed seed) {
        int classes = target.classes().size();
        double[][] coefficients = new double[classes][rows.rows()];
        float[] biases = new float[classes];
        int[] parts = parts(seed);
        problemsLeft = (classes == 2 ? 1 : classes) * (PARTS + 1);
        for (int label = 0; label < classes; label++) {
            boolean[] isMember = members(label);
            long members = IntStream.range(0, isMember.length)
                    .filter(row -> isMember[row])
                    .count();
            if (members == 0 || members == isMember.length) {
                biases[label] = members == 0 ? OneAgainstOthers.NEVER : ALWAYS;
            } else if (classes == 2 && label == 1) {
                biases[1] = -biases[0];
                Arrays.setAll(coefficients[1], row -> -coefficients[0][row]);
            } else {
                biases[label] = margin(isMember, parts, coefficients[label]);
            }
        }
        return new KernelClassifier(functions(coefficients, biases));
    }

    FittedModel regressor() {
        TargetScale scale = TargetScale.of(target);
        int count = rows.rows();
        byte[] signs = new byte[2 * count];
        double[] linear = new double[2 * count];
        double[] bounds = new double[2 * count];
        for (int row = 0; row < count; row++) {
            float aim = scale.standardised(target.value(row));
            signs[row] = 1;
            signs[count + row] = -1;
            linear[row] = settings.tube() - aim;
            linear[count + row] = settings.tube() + aim;
        }
        Arrays.fill(bounds, settings.cost());
        problemsLeft = 1;
        MarginSolution solution = new MarginProblem(kernel, signs, linear, bounds).solve(share());
        double[][] coefficients = new double[1][count];
        Arrays.setAll(coefficients[0], solution::coefficient);
        return new KernelRegressor(functions(coefficients, new float[] {(float) solution.bias()}), scale);
    }

    /** Log-odds of being a member: writes the coefficients and returns the bias. */
    private float margin(boolean[] isMember, int[] parts, double[] coefficients) {
        double[] leftOut = new double[isMember.length];
        for (int part = 0; part < PARTS; part++) {
            MarginSolution others = separated(isMember, parts, part);
            for (int row = 0; row < leftOut.length; row++) {
                if (parts[row] == part) {
                    leftOut[row] = others.value(row);
                }
            }
        }
        PlattScale scale = PlattScale.of(leftOut, isMember);
        MarginSolution solution = separated(isMember, parts, PARTS);
        Arrays.setAll(coefficients, row -> scale.slope() * solution.coefficient(row));
        return (float) scale.logOdds(solution.bias());
    }

    /** Members from others, learned from the rows of all parts but {@code without}. */
    private MarginSolution separated(boolean[] isMember, int[] parts, int without) {
        byte[] signs = new byte[isMember.length];
        double[] linear = new double[isMember.length];
        double[] bounds = new double[isMember.length];
        int members = 0;
        for (boolean member : isMember) {
            members += member ? 1 : 0;
        }
        double ofMembers = cost(members, isMember.length);
        double ofOthers = cost(isMember.length - members, isMember.length);
        for (int row = 0; row < isMember.length; row++) {
            signs[row] = (byte) (isMember[row] ? 1 : -1);
            linear[row] = -1;
            bounds[row] = parts[row] == without ? 0 : isMember[row] ? ofMembers : ofOthers;
        }
        return new MarginProblem(kernel, signs, linear, bounds).solve(share());
    }

    /** The next problem's equal share of the time that is left. */
    private BooleanSupplier share() {
        double left = progress.secondsLeft();
        int problems = Math.max(1, problemsLeft--);
        if (Double.isInfinite(left)) {
            return () -> true;
        }
        double end = left > 0 ? left - left / problems : Double.POSITIVE_INFINITY;
        return () -> progress.secondsLeft() > end;
    }

    /** The cost of an error on a side of {@code count} rows of all. */
    private double cost(int count, int all) {
        return settings.cost() * Math.pow(all / (2.0 * count), settings.balance());
    }

    private boolean[] members(int label) {
        boolean[] isMember = new boolean[target.rows()];
        for (int row = 0; row < isMember.length; row++) {
            isMember[row] = target.value(row) == label;
        }
        return isMember;
    }

    /** The part of each row, dealt at random, each class evenly. */
    private int[] parts(Seed seed) {
        SplittableRandom random = seed.fork("parts").random();
        int[] dealt = new int[target.classes().size()];
        Arrays.setAll(dealt, label -> random.nextInt(PARTS));
        int[] order = IntStream.range(0, target.rows()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        int[] parts = new int[order.length];
        for (int row : order) {
            parts[row] = dealt[(int) target.value(row)]++ % PARTS;
        }
        return parts;
    }

    /** The functions over the rows that matter to any of them. */
    private KernelFunctions functions(double[][] coefficients, float[] biases) {
        int[] vectors = IntStream.range(0, rows.rows())
                .filter(row -> Arrays.stream(coefficients).anyMatch(ofOutput -> (float) ofOutput[row] != 0))
                .toArray();
        float[] kept = new float[vectors.length * biases.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (float) coefficients[i % biases.length][vectors[i / biases.length]];
        }
        return new KernelFunctions(rows.take(vectors), gamma, kept, biases);
    }
}
