package io.thresher.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A density over points: a mixture of one kernel a known point and one that is flat. A kernel is a product over the
 * parameters that take part in both points: a normal distribution cut to [0, 1], or for choices the known one with most
 * of the weight. A parameter that takes part in only one of them is taken as evenly spread.
 */
final class ParzenEstimator {
    /** Narrowest kernel: where all known points agree, what is beside them must still be tried (Watanabe 2023). */
    private static final double NARROWEST = 0.03;

    private static final double FLAT_WEIGHT = 1;

    private final Coordinates coordinates;
    private final double[][] centres;
    private final double[] weights;
    private final double[] widths;
    private final double otherChoices;

    private ParzenEstimator(Coordinates coordinates, double[][] centres, double[] weights) {
        this.coordinates = coordinates;
        this.centres = centres;
        this.weights = weights;
        this.widths = new double[coordinates.size()];
        for (int axis = 0; axis < widths.length; axis++) {
            widths[axis] = width(axis);
        }
        this.otherChoices = 1.0 / (1 + centres.length * 0.25);
    }

    /** Of the best trials, weighted by their gain over the first that is not among them. */
    static ParzenEstimator ofGood(Coordinates coordinates, Evidence evidence, int good) {
        double[] weights = new double[good];
        double edge = evidence.losses()[Math.min(good, evidence.size() - 1)];
        double sum = 0;
        for (int i = 0; i < good; i++) {
            weights[i] = edge - evidence.losses()[i];
            sum += weights[i];
        }
        for (int i = 0; i < good; i++) {
            // Half of the weight is shared evenly: one lucky trial is not all there is.
            weights[i] = 0.5 + (sum > 0 ? 0.5 * good * weights[i] / sum : 0.5);
        }
        return new ParzenEstimator(coordinates, Arrays.copyOf(evidence.points(), good), weights);
    }

    /** Of all other trials, and those whose outcome is not known yet: two workers must not try the same. */
    static ParzenEstimator ofOthers(Coordinates coordinates, Evidence evidence, int good) {
        int known = evidence.size() - good;
        double[][] centres = Arrays.copyOfRange(evidence.points(), good, good + known + evidence.pending().length);
        System.arraycopy(evidence.pending(), 0, centres, known, evidence.pending().length);
        double[] weights = new double[centres.length];
        Arrays.fill(weights, 1);
        return new ParzenEstimator(coordinates, centres, weights);
    }

    /** A settled point drawn from the density. */
    double[] draw(SplittableRandom random) {
        double ticket = random.nextDouble() * (Arrays.stream(weights).sum() + FLAT_WEIGHT);
        for (int i = 0; i < centres.length; i++) {
            ticket -= weights[i];
            if (ticket < 0) {
                return coordinates.settled(around(centres[i], random), random);
            }
        }
        return coordinates.settled(coordinates.random(random), random);
    }

    /** The natural logarithm of the density at a settled point. */
    double logDensity(double[] point) {
        double sum = FLAT_WEIGHT;
        double weightSum = FLAT_WEIGHT;
        for (int i = 0; i < centres.length; i++) {
            sum += weights[i] * kernel(point, centres[i]);
            weightSum += weights[i];
        }
        return Math.log(sum / weightSum);
    }

    private double kernel(double[] point, double[] centre) {
        double product = 1;
        for (int axis = 0; axis < point.length; axis++) {
            if (!Double.isNaN(point[axis]) && !Double.isNaN(centre[axis])) {
                product *= coordinates.choices(axis) > 0
                        ? share(axis, point[axis] == centre[axis])
                        : normal(point[axis], centre[axis], widths[axis]);
            }
        }
        return product;
    }

    /** Relative to an even spread over the choices. */
    private double share(int axis, boolean same) {
        int choices = coordinates.choices(axis);
        double spread = otherChoices;
        return (same ? 1 - spread : 0) * choices + spread;
    }

    private double[] around(double[] centre, SplittableRandom random) {
        double[] point = centre.clone();
        for (int axis = 0; axis < point.length; axis++) {
            if (Double.isNaN(point[axis])) {
                continue;
            }
            if (coordinates.choices(axis) > 0) {
                point[axis] = random.nextDouble() < otherChoices ? coordinates.random(axis, random) : point[axis];
            } else {
                point[axis] = Normal.drawInside(centre[axis], widths[axis], random);
            }
        }
        return point;
    }

    private static double normal(double x, double centre, double width) {
        double z = (x - centre) / width;
        return Math.exp(-0.5 * z * z) / (width * Normal.SQRT_TWO_PI) / Normal.massInside(centre, width);
    }

    /** Scott's rule for the points that have a value on the axis. */
    private double width(int axis) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (double[] centre : centres) {
            if (!Double.isNaN(centre[axis])) {
                sum += centre[axis];
                squares += centre[axis] * centre[axis];
                count++;
            }
        }
        if (count < 2) {
            return 0.5;
        }
        double variance = Math.max(0, squares / count - sum / count * (sum / count));
        double scott = 1.059 * Math.sqrt(variance) * Math.pow(count, -1.0 / (4 + centres[0].length));
        return Math.min(1, Math.max(NARROWEST, scott));
    }
}
