package io.thresher.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a user says about a file instead of letting it be found out. Every part may be left out. Words are kept as they
 * were sent, so that {@link #faults()} can name all that is wrong with them at once.
 *
 * @param delimiter the letter between two values, or the word {@code tab}
 * @param quote the letter around values that contain delimiters
 * @param encoding a word of {@link TextEncoding}
 * @param hasHeader whether the first record holds the column names
 * @param decimalComma whether a comma stands before decimals, in files divided by commas within quotes
 * @param columnTypes a word of {@link ColumnType} by column name
 * @param missingTokens what stands for a missing value, beside a blank place, instead of the usual words
 * @param format a word of {@link FileFormat}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadingOptions(
        @Nullable String delimiter,
        @Nullable String quote,
        @Nullable String encoding,
        @Nullable Boolean hasHeader,
        @Nullable Boolean decimalComma,
        Map<String, String> columnTypes,
        @Nullable List<String> missingTokens,
        @Nullable String format) {
    private static final int MOST_MISSING_TOKENS = 100;

    /** Nothing is said: all is found out. */
    public static final ReadingOptions NONE = new ReadingOptions(null, null, null, null, null, Map.of(), null, null);

    public ReadingOptions {
        columnTypes =
                Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNullElse(columnTypes, Map.of())));
        missingTokens = missingTokens == null
                ? null
                : missingTokens.stream().filter(Objects::nonNull).toList();
    }

    /** The same with the types of these columns given, and no others. */
    public ReadingOptions withColumnTypes(Map<String, String> types) {
        return new ReadingOptions(delimiter, quote, encoding, hasHeader, decimalComma, types, missingTokens, format);
    }

    /** Everything that is wrong with the options by themselves, a sentence each. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (delimiter != null && delimiterLetter().isEmpty()) {
            faults.add(("Option 'delimiter' is '%s'. One letter is accepted that is no digit, quote or line break, or"
                            + " the word tab.")
                    .formatted(delimiter));
        }
        if (quote != null && quoteLetter().isEmpty()) {
            faults.add("Option 'quote' is '%s'. One letter is accepted, such as \" or '.".formatted(quote));
        }
        if (quoteLetter().isPresent() && quoteLetter().equals(delimiterLetter())) {
            faults.add("Options 'delimiter' and 'quote' are both '%s'. Two different letters are accepted."
                    .formatted(quote));
        }
        if (encoding != null && textEncoding().isEmpty()) {
            faults.add("Option 'encoding' is '%s'. Accepted are %s."
                    .formatted(
                            encoding,
                            words(Arrays.stream(TextEncoding.values())
                                    .map(TextEncoding::word)
                                    .toList())));
        }
        if (format != null && fileFormat().isEmpty()) {
            faults.add("Option 'format' is '%s'. Accepted are %s."
                    .formatted(
                            format,
                            words(Arrays.stream(FileFormat.values())
                                    .map(FileFormat::word)
                                    .toList())));
        }
        if (missingTokens != null && missingTokens.size() > MOST_MISSING_TOKENS) {
            faults.add("Option 'missingTokens' has %d words. At most %d are accepted."
                    .formatted(missingTokens.size(), MOST_MISSING_TOKENS));
        }
        columnTypes.forEach((column, type) -> {
            if (type(column).isEmpty()) {
                faults.add("Option 'columnTypes' gives column '%s' the type '%s'. Accepted are %s."
                        .formatted(
                                column,
                                type,
                                words(Arrays.stream(ColumnType.values())
                                        .map(ColumnType::word)
                                        .toList())));
            }
        });
        return faults;
    }

    /** The parts of the options that are right by themselves. */
    public ReadingOptions withoutFaults() {
        boolean same = quoteLetter().isPresent() && quoteLetter().equals(delimiterLetter());
        Map<String, String> types = new LinkedHashMap<>(columnTypes);
        types.keySet().removeIf(column -> type(column).isEmpty());
        return new ReadingOptions(
                same || delimiterLetter().isEmpty() ? null : delimiter,
                same || quoteLetter().isEmpty() ? null : quote,
                textEncoding().isEmpty() ? null : encoding,
                hasHeader,
                decimalComma,
                types,
                missingTokens,
                fileFormat().isEmpty() ? null : format);
    }

    /** The delimiter that was given, if it is one. */
    public Optional<Character> delimiterLetter() {
        if (delimiter == null) {
            return Optional.empty();
        }
        if (delimiter.equalsIgnoreCase("tab") || delimiter.equals("\\t")) {
            return Optional.of('\t');
        }
        return letter(delimiter).filter(letter -> letter != '"' && !Character.isLetterOrDigit(letter));
    }

    /** The quote that was given, if it is one. */
    public Optional<Character> quoteLetter() {
        return quote == null ? Optional.empty() : letter(quote).filter(letter -> !Character.isLetterOrDigit(letter));
    }

    /** The encoding that was given, if there is such a one. */
    public Optional<TextEncoding> textEncoding() {
        return encoding == null ? Optional.empty() : TextEncoding.ofWord(encoding);
    }

    /** The format that was given, if there is such a one. */
    public Optional<FileFormat> fileFormat() {
        return format == null ? Optional.empty() : FileFormat.ofWord(format);
    }

    /** The type that was given for a column, if there is such a one. */
    public Optional<ColumnType> type(String column) {
        String word = columnTypes.get(column);
        return word == null ? Optional.empty() : ColumnType.ofWord(word);
    }

    private static Optional<Character> letter(String text) {
        boolean one = text.length() == 1 && "\r\n\0".indexOf(text.charAt(0)) < 0;
        return one && !Character.isSurrogate(text.charAt(0)) ? Optional.of(text.charAt(0)) : Optional.empty();
    }

    private static String words(List<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }
}
