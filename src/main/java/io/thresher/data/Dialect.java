package io.thresher.data;

/**
 * How a delimited text file is written.
 *
 * @param delimiter the letter between two values
 * @param quote the letter around a value that contains delimiters or line breaks; doubled, it stands for itself
 * @param hasHeader whether the first record holds the column names
 * @param encoding how letters are stored as bytes
 * @param decimalComma whether some column of numbers is written with a comma before the decimals
 */
public record Dialect(char delimiter, char quote, boolean hasHeader, TextEncoding encoding, boolean decimalComma) {

    /** The plainest way: what is said of a file that is no delimited text. */
    public static final Dialect PLAIN = new Dialect(',', '"', true, TextEncoding.UTF_8, false);

    public Dialect {
        if (delimiter == quote) {
            throw new IllegalArgumentException("delimiter and quote must differ, got '%s' for both".formatted(quote));
        }
    }

    /** Whether a comma may stand before decimals: it may unless it divides values. */
    public boolean allowsDecimalComma() {
        return delimiter != ',';
    }

    /** The same dialect with {@code decimalComma} as given. */
    public Dialect withDecimalComma(boolean found) {
        return new Dialect(delimiter, quote, hasHeader, encoding, found);
    }
}
