package io.thresher.model.graph;

import java.util.List;

/**
 * What pipelines and models draw themselves on: a graph of ONNX operators (opset 20 of {@code ai.onnx}, version 3 of
 * {@code ai.onnx.ml}). Drawing the same operator on the same inputs twice gives the same tensor, so parts that several
 * members of an ensemble share are computed once.
 */
public interface GraphBuilder {
    /** Single precision, as ONNX numbers types. */
    long FLOAT32 = 1;
    /** Double precision. */
    long FLOAT64 = 11;

    /** The input column of that name as float32, N × 1, NaN where missing. */
    Tensor numberInput(String column);

    /** The input column of that name as strings, N × 1, empty where missing. */
    Tensor stringInput(String column);

    /** A float32 constant of the given shape; {@code values} are row-major. */
    Tensor floats(long[] shape, float... values);

    /** An int64 constant of the given shape; {@code values} are row-major. */
    Tensor longs(long[] shape, long... values);

    /** A vector of strings. */
    Tensor strings(List<String> values);

    /** The only output of an {@code ai.onnx} operator. */
    Tensor apply(String operator, Attributes attributes, Tensor... inputs);

    /** The only output of an {@code ai.onnx.ml} operator. */
    Tensor applyMl(String operator, Attributes attributes, Tensor... inputs);

    /** The only output of a {@code com.microsoft} operator, of those that every ONNX Runtime has. */
    Tensor applyMicrosoft(String operator, Attributes attributes, Tensor... inputs);

    /** The first of {@code outputs} outputs of an {@code ai.onnx} operator; nobody asks for the others. */
    Tensor applyFirst(String operator, int outputs, Attributes attributes, Tensor... inputs);

    /** The same numbers in double precision. */
    default Tensor wide(Tensor numbers) {
        return apply("Cast", Attributes.none().with("to", FLOAT64), numbers);
    }

    /** The same numbers, rounded to float32. */
    default Tensor narrow(Tensor numbers) {
        return apply("Cast", Attributes.none().with("to", FLOAT32), numbers);
    }

    /** The only output of an {@code ai.onnx} operator without attributes. */
    default Tensor apply(String operator, Tensor... inputs) {
        return apply(operator, Attributes.none(), inputs);
    }
}
