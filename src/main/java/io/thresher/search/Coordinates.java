package io.thresher.search;

import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.FamilySpace.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Configurations of one family as points. A number lies in [0, 1], on a logarithmic scale where its parameter has one; a
 * choice is its place among the choices; a parameter that does not take part is NaN.
 */
final class Coordinates {
    private final String family;
    private final List<Axis> axes;

    Coordinates(FamilySpace family) {
        this.family = family.family();
        List<String> names = family.dimensions().stream()
                .map(dimension -> dimension.parameter().name())
                .toList();
        this.axes = family.dimensions().stream()
                .map((Dimension dimension) -> Axis.of(dimension, names))
                .toList();
    }

    /** Name of the family. */
    String family() {
        return family;
    }

    /** Number of parameters. */
    int size() {
        return axes.size();
    }

    /** Number of choices on an axis; 0 if it holds a number. */
    int choices(int axis) {
        return axes.get(axis).choices();
    }

    /** For each axis whether it holds a choice. */
    boolean[] isWord() {
        boolean[] words = new boolean[axes.size()];
        for (int axis = 0; axis < words.length; axis++) {
            words[axis] = choices(axis) > 0;
        }
        return words;
    }

    /** The point of a configuration of this family. */
    double[] of(Configuration configuration) {
        double[] point = new double[axes.size()];
        for (int i = 0; i < point.length; i++) {
            Object value = configuration.values().get(axes.get(i).name());
            point[i] = value == null ? Double.NaN : axes.get(i).position(value);
        }
        return point;
    }

    /** The configuration of a point as {@link #settled} gives it. */
    Configuration configuration(double[] point) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < point.length; i++) {
            if (!Double.isNaN(point[i])) {
                values.put(axes.get(i).name(), axes.get(i).value(point[i]));
            }
        }
        return new Configuration(family, values);
    }

    /** A point drawn at random in which every parameter has a value, whether it takes part or not. */
    double[] random(SplittableRandom random) {
        double[] point = new double[axes.size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = random(i, random);
        }
        return point;
    }

    /** A position drawn at random on an axis. */
    double random(int axis, SplittableRandom random) {
        int choices = choices(axis);
        return choices > 0 ? random.nextInt(choices) : random.nextDouble();
    }

    /**
     * The point as it can be tried: whole numbers rounded, parameters that do not take part NaN, those that take part but
     * are NaN drawn at random.
     */
    double[] settled(double[] point, SplittableRandom random) {
        double[] settled = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            Axis axis = axes.get(i);
            if (axis.takesPart(settled, axes)) {
                settled[i] = axis.snapped(Double.isNaN(point[i]) ? random(i, random) : point[i]);
            } else {
                settled[i] = Double.NaN;
            }
        }
        return settled;
    }
}
