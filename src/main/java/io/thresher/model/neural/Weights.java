package io.thresher.model.neural;

import java.util.List;
import java.util.SplittableRandom;

/** The values of a network's weights, in Java's memory: one array a weight, row-major. */
final class Weights {
    private final List<Weight> definitions;
    private final List<float[]> values;

    private Weights(List<Weight> definitions, List<float[]> values) {
        this.definitions = definitions;
        this.values = values;
    }

    /** Freshly drawn values, weight by weight. */
    static Weights drawn(List<Weight> definitions, SplittableRandom random) {
        List<float[]> values =
                definitions.stream().map(weight -> draw(weight, random)).toList();
        return new Weights(List.copyOf(definitions), values);
    }

    /** As many zeros. */
    Weights zeros() {
        return new Weights(
                definitions, values.stream().map(each -> new float[each.length]).toList());
    }

    /** These values as they are now. */
    Weights copy() {
        return new Weights(definitions, values.stream().map(float[]::clone).toList());
    }

    List<Weight> definitions() {
        return definitions;
    }

    /** The arrays themselves, one a weight. */
    List<float[]> values() {
        return values;
    }

    /** Number of values altogether. */
    long size() {
        return definitions.stream().mapToLong(Weight::size).sum();
    }

    /** The Euclidean length of all values together. */
    double norm() {
        double squares = 0;
        for (float[] each : values) {
            squares += Floats.squares(each);
        }
        return Math.sqrt(squares);
    }

    /** Moves each value by {@code share} of the way to that of {@code others}. */
    void approach(Weights others, double share) {
        float moved = (float) share;
        for (int i = 0; i < values.size(); i++) {
            float[] own = values.get(i);
            float[] other = others.values.get(i);
            for (int j = 0; j < own.length; j++) {
                own[j] += moved * (other[j] - own[j]);
            }
        }
    }

    /** Shortens the values to a length of {@code longest} if they are longer. */
    void clip(double longest) {
        double norm = norm();
        if (norm <= longest) {
            return;
        }
        float factor = (float) (longest / norm);
        for (float[] each : values) {
            for (int i = 0; i < each.length; i++) {
                each[i] *= factor;
            }
        }
    }

    private static float[] draw(Weight weight, SplittableRandom random) {
        float[] drawn = new float[weight.size()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = weight.initial().draw(i, random);
        }
        return drawn;
    }
}
