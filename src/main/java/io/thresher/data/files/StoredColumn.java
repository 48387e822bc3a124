package io.thresher.data.files;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One column on its way from the Parquet file into memory. */
sealed interface StoredColumn {

    /** Reads the value of {@code row}, which stands at {@code place} (from 1) in the current row of {@code rows}. */
    void read(ResultSet rows, int place, int row) throws SQLException;

    /** Numbers in double precision, as they are stored; NaN where one is missing. */
    final class Numbers implements StoredColumn {
        final double[] values;

        Numbers(int rows) {
            values = new double[rows];
        }

        @Override
        public void read(ResultSet rows, int place, int row) throws SQLException {
            double value = rows.getDouble(place);
            values[row] = rows.wasNull() ? Double.NaN : value;
        }
    }

    /** A column of a table. */
    sealed interface Feature extends StoredColumn {
        Column column(String name);
    }

    /** Numbers in single precision. */
    final class Floats implements Feature {
        private final float[] values;

        Floats(int rows) {
            values = new float[rows];
        }

        @Override
        public void read(ResultSet rows, int place, int row) throws SQLException {
            float value = NumberColumn.single(rows.getDouble(place));
            values[row] = rows.wasNull() ? Float.NaN : value;
        }

        @Override
        public Column column(String name) {
            return new NumberColumn(name, values);
        }
    }

    /** Words, as levels in the order of first appearance. */
    final class Words implements Feature {
        private static final int MISSING = -1;

        final int[] codes;
        final List<String> levels = new ArrayList<>();
        private final Map<String, Integer> codeOf = new HashMap<>();

        Words(int rows) {
            codes = new int[rows];
            Arrays.fill(codes, MISSING);
        }

        @Override
        public void read(ResultSet rows, int place, int row) throws SQLException {
            String word = rows.getString(place);
            if (word != null) {
                codes[row] = codeOf.computeIfAbsent(word, this::add);
            }
        }

        @Override
        public Column column(String name) {
            return CategoryColumn.ofCodes(name, codes, levels);
        }

        private int add(String word) {
            levels.add(word);
            return levels.size() - 1;
        }
    }
}
