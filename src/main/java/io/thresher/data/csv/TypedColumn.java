package io.thresher.data.csv;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.NumberColumn;
import io.thresher.data.NumberStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A column that grows value by value into what the training data has under that name. */
sealed interface TypedColumn {

    /**
     * The empty column.
     *
     * @param booleanWords the two words of a boolean one
     * @param missing what stands for a missing value in every column
     */
    static TypedColumn of(ColumnSchema schema, List<String> booleanWords, Set<String> missing) {
        Set<String> all = new HashSet<>(missing);
        all.addAll(schema.missingTokens());
        return schema.type().isNumeric() ? new Numbers(schema, all) : new Words(schema, booleanWords, all);
    }

    /**
     * Adds a value as it stands in a file; what should be a number and is none is missing.
     *
     * @return whether it was understood
     */
    boolean add(String value, boolean allowsDecimalComma);

    /** Adds a number; a column of words takes it as a file would have it. */
    void add(double number);

    /** Adds true or false; a column of numbers takes them as 1 and 0. */
    void add(boolean truth);

    /** The column of all values added. */
    Column column();

    /** A column of numbers. */
    final class Numbers implements TypedColumn {
        private final String name;
        private final NumberStyle style;
        private final Set<String> missing;
        private float[] values = new float[16];
        private int rows;

        private Numbers(ColumnSchema schema, Set<String> missing) {
            this.name = schema.name();
            this.style = schema.numberStyle();
            this.missing = missing;
        }

        @Override
        public boolean add(String value, boolean allowsDecimalComma) {
            String stripped = value.strip();
            boolean blank = stripped.isEmpty() || missing.contains(stripped);
            double number = blank ? Double.NaN : parse(stripped, allowsDecimalComma);
            add(number);
            return blank || !Double.isNaN(number);
        }

        private double parse(String value, boolean allowsDecimalComma) {
            if (style.isGrouped()) {
                return Numerals.parse(value, style);
            }
            return Numerals.parse(value, allowsDecimalComma || style.hasDecimalComma());
        }

        @Override
        public void add(double number) {
            if (rows == values.length) {
                values = Arrays.copyOf(values, 2 * rows);
            }
            values[rows++] = Double.isInfinite(number) ? Float.NaN : NumberColumn.single(number);
        }

        @Override
        public void add(boolean truth) {
            add(truth ? 1.0 : 0.0);
        }

        @Override
        public Column column() {
            return new NumberColumn(name, Arrays.copyOf(values, rows));
        }
    }

    /** A column of words. */
    final class Words implements TypedColumn {
        private final String name;
        private final Set<String> missing;
        private final List<String> booleanWords;
        private final List<String> words = new ArrayList<>();

        private Words(ColumnSchema schema, List<String> booleanWords, Set<String> missing) {
            this.name = schema.name();
            this.missing = missing;
            this.booleanWords = booleanWords;
        }

        @Override
        public boolean add(String value, boolean allowsDecimalComma) {
            String word = value.strip();
            return words.add(missing.contains(word) ? "" : asTrained(word));
        }

        @Override
        public void add(double number) {
            words.add(Double.isNaN(number) ? "" : Numerals.print(number));
        }

        @Override
        public void add(boolean truth) {
            if (booleanWords.isEmpty()) {
                words.add(Boolean.toString(truth));
                return;
            }
            words.add(booleanWords.get(truth ? 1 : 0));
        }

        @Override
        public Column column() {
            return CategoryColumn.of(name, words);
        }

        /** The word as the training data writes it: yes, Yes and YES are one. */
        private String asTrained(String word) {
            for (String known : booleanWords) {
                if (known.equalsIgnoreCase(word)) {
                    return known;
                }
            }
            return word;
        }
    }
}
