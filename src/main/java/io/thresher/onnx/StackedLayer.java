package io.thresher.onnx;

import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * A second layer over members, to be drawn: scale · average + Σ coefficient · member + offset, of probabilities with the
 * logarithm of the average and a softmax around it all.
 *
 * @param coefficients one a member
 * @param offsets one a class, or one for numbers
 * @param smallest probability of which the logarithm is taken
 */
public record StackedLayer(double scale, List<Double> coefficients, List<Double> offsets, float smallest) {
    public StackedLayer {
        coefficients = List.copyOf(coefficients);
        offsets = List.copyOf(offsets);
    }

    /** Draws it: N × classes, or N × 1. */
    Tensor draw(GraphBuilder graph, Tensor average, List<Tensor> members, boolean numbers) {
        Tensor base = numbers
                ? average
                : graph.apply("Log", graph.apply("Max", average, graph.floats(new long[0], smallest)));
        Tensor sum = graph.apply("Mul", base, graph.floats(new long[0], (float) scale));
        for (int member = 0; member < members.size(); member++) {
            float coefficient = (float) (double) coefficients.get(member);
            sum = graph.apply(
                    "Add", sum, graph.apply("Mul", members.get(member), graph.floats(new long[0], coefficient)));
        }
        float[] each = new float[offsets.size()];
        for (int output = 0; output < each.length; output++) {
            each[output] = (float) (double) offsets.get(output);
        }
        Tensor all = graph.apply("Add", sum, graph.floats(new long[] {1, each.length}, each));
        return numbers ? all : graph.apply("Softmax", Attributes.none().with("axis", 1), all);
    }
}
