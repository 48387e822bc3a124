package io.thresher.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.thresher.onnx.InputColumn.Numbers;
import io.thresher.onnx.InputColumn.Words;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Rows of a table as a model with {@link PackedInputs} takes them: row after row. */
final class PackedRows {
    private final List<Numbers> numbers = new ArrayList<>();
    private final List<Words> words = new ArrayList<>();
    private final int from;
    private final int to;

    /**
     * @param columns in the order of the inputs
     * @param from first row
     * @param to row after the last one
     */
    PackedRows(Collection<InputColumn> columns, int from, int to) {
        for (InputColumn column : columns) {
            if (column instanceof Numbers number) {
                numbers.add(number);
            } else {
                words.add((Words) column);
            }
        }
        this.from = from;
        this.to = to;
    }

    /**
     * Adds the tensors, to be closed by the caller.
     *
     * @param space direct, with room for all numbers, which are read where they lie
     */
    void hand(Map<String, OnnxTensor> tensors, OrtEnvironment environment, FloatBuffer space) throws OrtException {
        if (!numbers.isEmpty()) {
            for (int row = from; row < to; row++) {
                for (Numbers number : numbers) {
                    space.put(number.column().value(row));
                }
            }
            tensors.put(
                    PackedInputs.NUMBERS,
                    OnnxTensor.createTensor(environment, space.flip(), new long[] {to - from, numbers.size()}));
        }
        if (!words.isEmpty()) {
            tensors.put(
                    PackedInputs.WORDS,
                    OnnxTensor.createTensor(environment, words(), new long[] {to - from, words.size()}));
        }
    }

    private String[] words() {
        String[] values = new String[(to - from) * words.size()];
        for (int column = 0; column < words.size(); column++) {
            List<String> levels = words.get(column).column().levels();
            for (int row = from; row < to; row++) {
                values[(row - from) * words.size() + column] = words.get(column).word(levels, row);
            }
        }
        return values;
    }
}
