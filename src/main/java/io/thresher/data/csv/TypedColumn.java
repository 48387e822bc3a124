package io.thresher.data.csv;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column that grows value by value into what the training data has under that name. */
sealed interface TypedColumn {

    /** The empty column; {@code booleanWords} are the two words of a boolean one. */
    static TypedColumn of(ColumnSchema schema, List<String> booleanWords) {
        return schema.type().isNumeric() ? new Numbers(schema.name()) : new Words(schema.name(), booleanWords);
    }

    /** Adds a value as it stands in a file; what should be a number and is none is missing. */
    void add(String value, boolean allowsDecimalComma);

    /** Adds a number; a column of words takes it as a file would have it. */
    void add(double number);

    /** Adds true or false; a column of numbers takes them as 1 and 0. */
    void add(boolean truth);

    /** The column of all values added. */
    Column column();

    /** A column of numbers. */
    final class Numbers implements TypedColumn {
        private final String name;
        private float[] values = new float[16];
        private int rows;

        private Numbers(String name) {
            this.name = name;
        }

        @Override
        public void add(String value, boolean allowsDecimalComma) {
            add(Numerals.parse(value.strip(), allowsDecimalComma));
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
        private final List<String> booleanWords;
        private final List<String> words = new ArrayList<>();

        private Words(String name, List<String> booleanWords) {
            this.name = name;
            this.booleanWords = booleanWords;
        }

        @Override
        public void add(String value, boolean allowsDecimalComma) {
            words.add(asTrained(Blanks.clean(value)));
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
