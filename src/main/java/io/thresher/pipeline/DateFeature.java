package io.thresher.pipeline;

import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** What becomes of one part of a point in time. */
sealed interface DateFeature {

    DatePart part();

    /** One name a feature, without the column's. */
    List<String> names();

    /** Number {@code index} of the features of that part. */
    float value(int index, long part);

    /** All features, float32, N × features; {@code part} is int64, N. */
    Tensor draw(GraphBuilder graph, Tensor part);

    /**
     * The number itself.
     *
     * @param start what becomes 0 first
     * @param scale what follows
     */
    record Plain(DatePart part, long start, StandardScale scale) implements DateFeature {
        private static final long FLOAT = 1;

        @Override
        public List<String> names() {
            return List.of(part.words());
        }

        @Override
        public float value(int index, long value) {
            return scale.apply((float) (value - start));
        }

        @Override
        public Tensor draw(GraphBuilder graph, Tensor value) {
            Tensor since = graph.apply("Sub", value, graph.longs(new long[] {1}, start));
            Tensor number = graph.apply("Cast", Attributes.none().with("to", FLOAT), since);
            Tensor centred = graph.apply("Sub", number, NumberStep.scalar(graph, scale.mean()));
            Tensor scaled = graph.apply("Mul", centred, NumberStep.scalar(graph, scale.inverse()));
            return graph.apply("Unsqueeze", scaled, graph.longs(new long[] {1}, 1));
        }
    }

    /** The sine and the cosine of its share of a period: the end is as near to the beginning as it is. */
    record Cyclic(DatePart part) implements DateFeature {

        @Override
        public List<String> names() {
            return List.of(part.words() + ", sine", part.words() + ", cosine");
        }

        @Override
        public float value(int index, long value) {
            double angle = 2 * Math.PI * value / part.period();
            return (float) (index == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle));
        }

        @Override
        public Tensor draw(GraphBuilder graph, Tensor value) {
            // Months and days of the month begin at 1.
            int values = part.period() + 1;
            float[] table = new float[2 * values];
            IntStream.range(0, table.length).forEach(i -> table[i] = value(i % 2, i / 2));
            return graph.apply(
                    "Gather", Attributes.none().with("axis", 0), graph.floats(new long[] {values, 2}, table), value);
        }
    }
}
