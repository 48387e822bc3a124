package io.thresher.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Looks for the points that promise most: random ones, neighbours of the best trials, and neighbours of what promised
 * most so far (Hutter et al., Sequential Model-Based Optimization for General Algorithm Configuration, 2011, §4.3). Most
 * good points are a few small changes away from a good trial.
 *
 * @param random number of points drawn at random
 * @param starts number of best trials whose neighbours are looked at
 * @param neighbours looked at of each
 * @param rounds of moving on from the most promising
 */
record LocalSearch(int random, int starts, int neighbours, int rounds) {
    /** How far a number is moved, as a share of its range: from a fine to a coarse step. */
    private static final double FINEST = 0.01;

    private static final double COARSEST = 0.4;
    /** Climbers that move on at once. */
    private static final int CLIMBERS = 4;

    private static final class Found {
        private final double[] point;
        private final double promise;

        private Found(double[] point, double promise) {
            this.point = point;
            this.promise = promise;
        }

        private double promise() {
            return promise;
        }

        private double[] point() {
            return point;
        }
    }

    /** Points in order of their promise, the most promising first. */
    List<double[]> search(
            ToDoubleFunction<double[]> promise, Coordinates coordinates, Evidence evidence, SplittableRandom draws) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < random; i++) {
            add(found, coordinates.settled(coordinates.random(draws), draws), promise);
        }
        for (int start = 0; start < Math.min(starts, evidence.size()); start++) {
            for (int i = 0; i < neighbours; i++) {
                add(found, neighbour(evidence.points()[start], coordinates, draws), promise);
            }
        }
        for (int round = 0; round < rounds; round++) {
            found.sort(Comparator.comparingDouble(Found::promise).reversed());
            for (Found climber : List.copyOf(found.subList(0, Math.min(CLIMBERS, found.size())))) {
                for (int i = 0; i < neighbours; i++) {
                    add(found, neighbour(climber.point(), coordinates, draws), promise);
                }
            }
        }
        found.sort(Comparator.comparingDouble(Found::promise).reversed());
        return found.stream().map(Found::point).toList();
    }

    private static void add(List<Found> found, double[] point, ToDoubleFunction<double[]> promise) {
        found.add(new Found(point, promise.applyAsDouble(point)));
    }

    /** A point that differs in one parameter, or now and then in a few more. */
    static double[] neighbour(double[] point, Coordinates coordinates, SplittableRandom random) {
        double[] moved = point.clone();
        int[] active = active(point);
        if (active.length == 0) {
            return moved;
        }
        do {
            int axis = active[random.nextInt(active.length)];
            int choices = coordinates.choices(axis);
            if (choices > 1) {
                moved[axis] = (moved[axis] + 1 + random.nextInt(choices - 1)) % choices;
            } else if (choices == 0) {
                double step = FINEST * Math.pow(COARSEST / FINEST, random.nextDouble());
                moved[axis] = reflected(moved[axis] + step * Normal.draw(random));
            }
        } while (random.nextDouble() < 0.4);
        return coordinates.settled(moved, random);
    }

    private static int[] active(double[] point) {
        int[] active = new int[point.length];
        int count = 0;
        for (int axis = 0; axis < point.length; axis++) {
            if (!Double.isNaN(point[axis])) {
                active[count++] = axis;
            }
        }
        return Arrays.copyOf(active, count);
    }

    private static double reflected(double position) {
        double inside = Math.abs(position);
        return inside > 1 ? Math.max(0, 2 - inside) : inside;
    }
}
