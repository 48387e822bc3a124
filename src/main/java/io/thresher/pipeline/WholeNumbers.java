package io.thresher.pipeline;

import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** Arithmetic of whole numbers that are not negative, so that a formula is written once and both computed and drawn. */
interface WholeNumbers<T> {
    T constant(long value);

    T plus(T one, T other);

    T minus(T one, T other);

    T times(T one, T other);

    /** The quotient without its remainder. */
    T over(T dividend, T divisor);

    T modulo(T dividend, T divisor);

    /** 1 where {@code one} is less than {@code other}, 0 elsewhere. */
    T isLess(T one, T other);

    /** In the JVM. */
    final class Computed implements WholeNumbers<Long> {
        @Override
        public Long constant(long value) {
            return value;
        }

        @Override
        public Long plus(Long one, Long other) {
            return one + other;
        }

        @Override
        public Long minus(Long one, Long other) {
            return one - other;
        }

        @Override
        public Long times(Long one, Long other) {
            return one * other;
        }

        @Override
        public Long over(Long dividend, Long divisor) {
            return dividend / divisor;
        }

        @Override
        public Long modulo(Long dividend, Long divisor) {
            return dividend % divisor;
        }

        @Override
        public Long isLess(Long one, Long other) {
            return one < other ? 1L : 0L;
        }
    }

    /** In a graph, on int64 vectors. */
    final class Drawn implements WholeNumbers<Tensor> {
        private static final long INT64 = 7;

        private final GraphBuilder graph;

        Drawn(GraphBuilder graph) {
            this.graph = graph;
        }

        @Override
        public Tensor constant(long value) {
            return graph.longs(new long[] {1}, value);
        }

        @Override
        public Tensor plus(Tensor one, Tensor other) {
            return graph.apply("Add", one, other);
        }

        @Override
        public Tensor minus(Tensor one, Tensor other) {
            return graph.apply("Sub", one, other);
        }

        @Override
        public Tensor times(Tensor one, Tensor other) {
            return graph.apply("Mul", one, other);
        }

        @Override
        public Tensor over(Tensor dividend, Tensor divisor) {
            return graph.apply("Div", dividend, divisor);
        }

        @Override
        public Tensor modulo(Tensor dividend, Tensor divisor) {
            return graph.apply("Mod", dividend, divisor);
        }

        @Override
        public Tensor isLess(Tensor one, Tensor other) {
            return graph.apply("Cast", Attributes.none().with("to", INT64), graph.apply("Less", one, other));
        }
    }
}
