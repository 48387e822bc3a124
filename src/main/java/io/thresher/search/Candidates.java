package io.thresher.search;

import io.thresher.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Points that might be tried next, each with what it promises. */
final class Candidates {
    private static final class Candidate {
        private final double[] point;
        private final double promise;

        private Candidate(double[] point, double promise) {
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

    private Candidates() {}

    /** The one of {@code count} drawn points that promises most and was not tried yet. */
    static Optional<Configuration> best(
            Supplier<double[]> draw,
            int count,
            ToDoubleFunction<double[]> promise,
            Coordinates coordinates,
            Evidence evidence) {
        List<double[]> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            points.add(draw.get());
        }
        return points.stream()
                .map(point -> new Candidate(point, promise.applyAsDouble(point)))
                .sorted(Comparator.comparingDouble(Candidate::promise).reversed())
                .map(candidate -> coordinates.configuration(candidate.point()))
                .filter(configuration -> !evidence.has(configuration))
                .findFirst();
    }
}
