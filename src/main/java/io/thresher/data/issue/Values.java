package io.thresher.data.issue;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.ColumnType;
import io.thresher.data.NumberColumn;
import io.thresher.data.association.Ranks;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A column with its distinct values counted: each has a code, those of numbers in ascending order. */
final class Values {
    private final Column column;
    private final ColumnType type;
    private final int[] codes;
    private final int[] counts;
    /** For each code its number; none in a column of words. */
    private final double[] numbers;

    private final int distinct;
    private final int present;
    private final int commonest;

    private Values(Column column, ColumnType type, int[] codes, int[] counts, double[] numbers) {
        this.column = column;
        this.type = type;
        this.codes = codes;
        this.counts = counts;
        this.numbers = numbers;
        int used = 0;
        int filled = 0;
        int best = -1;
        for (int code = 0; code < counts.length; code++) {
            used += counts[code] > 0 ? 1 : 0;
            filled += counts[code];
            best = counts[code] > (best < 0 ? 0 : counts[best]) ? code : best;
        }
        this.distinct = used;
        this.present = filled;
        this.commonest = best;
    }

    static Values of(Column column, ColumnType type) {
        return column instanceof CategoryColumn words ? ofWords(words, type) : ofNumbers((NumberColumn) column, type);
    }

    private static Values ofWords(CategoryColumn words, ColumnType type) {
        int[] codes = IntStream.range(0, words.rows()).map(words::code).toArray();
        int[] counts = new int[words.levels().size()];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return new Values(words, type, codes, counts, new double[0]);
    }

    private static Values ofNumbers(NumberColumn column, ColumnType type) {
        double[] values =
                IntStream.range(0, column.rows()).mapToDouble(column::value).toArray();
        int[] codes = new int[values.length];
        Arrays.fill(codes, -1);
        int[] counts = new int[values.length];
        double[] numbers = new double[values.length];
        int distinct = 0;
        for (int row : Ranks.order(values)) {
            if (distinct == 0 || numbers[distinct - 1] != values[row]) {
                numbers[distinct++] = values[row];
            }
            codes[row] = distinct - 1;
            counts[distinct - 1]++;
        }
        return new Values(column, type, codes, Arrays.copyOf(counts, distinct), Arrays.copyOf(numbers, distinct));
    }

    String name() {
        return column.name();
    }

    Column column() {
        return column;
    }

    ColumnType type() {
        return type;
    }

    boolean isNumeric() {
        return column instanceof NumberColumn;
    }

    int rows() {
        return codes.length;
    }

    /** The code of the value in {@code row}, -1 if it is missing. */
    int code(int row) {
        return codes[row];
    }

    /** Number of codes. */
    int codes() {
        return counts.length;
    }

    /** Number of rows with the value of that code; words that do not occur have none. */
    int count(int code) {
        return counts[code];
    }

    /** Number of distinct values. */
    int distinct() {
        return distinct;
    }

    /** Number of rows with a value. */
    int present() {
        return present;
    }

    /** The code of the commonest value, -1 if there is none. */
    int commonest() {
        return commonest;
    }

    /** The number of that code, in a column of numbers. */
    double number(int code) {
        return numbers[code];
    }

    /** The value of that code as it is written. */
    String word(int code) {
        if (column instanceof CategoryColumn words) {
            return words.levels().get(code);
        }
        String plain = new BigDecimal(Float.toString((float) numbers[code])).toPlainString();
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }

    /** The numbers of those rows, NaN where missing; for words their codes. */
    double[] numbers(int[] rows) {
        boolean isNumeric = isNumeric();
        double[] read = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int code = codes[rows[i]];
            read[i] = code < 0 ? Double.NaN : isNumeric ? numbers[code] : code;
        }
        return read;
    }
}
