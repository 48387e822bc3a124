package io.thresher.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.onnx.ModelSignature.Kind;
import java.nio.FloatBuffer;
import java.util.List;

/** A column of a table as a model takes it, handed over a range of rows at a time. */
sealed interface InputColumn {

    /**
     * The rows from {@code from} to before {@code to}, (to − from) × 1; to be closed by the caller.
     *
     * @param space direct, with room for the rows from its position on if these are numbers; the position moves past them,
     *     and they are read where they lie
     */
    OnnxTensor tensor(OrtEnvironment environment, int from, int to, FloatBuffer space) throws OrtException;

    /** How many floats the space for a row must take. */
    int floats();

    /** Characters of the longest value. */
    int longest();

    /**
     * The column as {@code kind}.
     *
     * @throws IllegalArgumentException if the model wants numbers and the column has words
     */
    static InputColumn of(Column column, Kind kind) {
        if (kind == Kind.WORD) {
            // A column of numbers that the model reads as names of things.
            return new Words(
                    column instanceof NumberColumn numbers
                            ? CategoryColumn.ofNumbers(numbers)
                            : (CategoryColumn) column);
        }
        if (column instanceof NumberColumn numbers) {
            return new Numbers(numbers);
        }
        throw new IllegalArgumentException("the model wants numbers in column '%s'".formatted(column.name()));
    }

    /** float32, NaN where missing. */
    record Numbers(NumberColumn column) implements InputColumn {
        @Override
        public OnnxTensor tensor(OrtEnvironment environment, int from, int to, FloatBuffer space) throws OrtException {
            FloatBuffer values = space.slice(space.position(), to - from);
            for (int row = from; row < to; row++) {
                space.put(column.value(row));
            }
            return OnnxTensor.createTensor(environment, values, new long[] {to - from, 1});
        }

        @Override
        public int floats() {
            return 1;
        }

        @Override
        public int longest() {
            return 0;
        }
    }

    /** Strings, empty where missing: a null in a string tensor kills the process. */
    record Words(CategoryColumn column) implements InputColumn {
        @Override
        public OnnxTensor tensor(OrtEnvironment environment, int from, int to, FloatBuffer space) throws OrtException {
            List<String> levels = column.levels();
            String[] values = new String[to - from];
            for (int row = from; row < to; row++) {
                values[row - from] = word(levels, row);
            }
            return OnnxTensor.createTensor(environment, values, new long[] {to - from, 1});
        }

        /** The word of a row, of those that the column has. */
        String word(List<String> levels, int row) {
            int code = column.code(row);
            return code < 0 ? "" : PlainText.of(levels.get(code));
        }

        @Override
        public int floats() {
            return 0;
        }

        @Override
        public int longest() {
            return column.levels().stream().mapToInt(String::length).max().orElse(0);
        }
    }
}
