package io.thresher.data.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds delimiter and quote of a text from its beginning. Every combination reads the sample; the one wins under
 * which records agree most in length and values look most like values; single quotes count only where they quote. The
 * idea is that of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type patterns"
 * (Data Mining and Knowledge Discovery, 2019).
 *
 * <p>The score is {@code s² · (n − 1)/n · c · r · h}: n the commonest number of values in a record, s the share of
 * records with that many, c the share of values that are clean (quoted, numbers, or without letters that could be
 * delimiters or double quotes and with no single quote at an end), r the share of the text read before a quote that is never closed, h one half if the first
 * record of the table differs from the commonest length.
 */
final class DialectSniffer {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final List<Character> QUOTES = List.of('"', '\'');
    private static final String SUSPICIOUS = ",;\t|\"";

    /** What spreadsheets write in a first line of its own to tell the delimiter. */
    private static final Pattern TOLD_DELIMITER = Pattern.compile("(?i)\\s*\"?sep=(.)\"?\\R.*", Pattern.DOTALL);

    private final String sample;
    private final List<Character> delimiters;
    private final List<Character> quotes;

    private DialectSniffer(String sample, Optional<Character> delimiter, Optional<Character> quote) {
        this.sample = sample;
        this.delimiters = delimiter
                .map(List::of)
                .orElseGet(() -> told(sample).map(List::of).orElse(DELIMITERS));
        this.quotes = quote.map(List::of).orElse(QUOTES);
    }

    /** How the text divides into values, or nothing if no delimiter gives two columns. */
    static Optional<Sniffed> sniff(String sample) {
        return sniff(sample, Optional.empty(), Optional.empty());
    }

    /** How the text divides into values under a known delimiter or quote. */
    static Optional<Sniffed> sniff(String sample, Optional<Character> delimiter, Optional<Character> quote) {
        return new DialectSniffer(sample, delimiter, quote).best();
    }

    private static Optional<Character> told(String sample) {
        Matcher told = TOLD_DELIMITER.matcher(sample.substring(0, Math.min(20, sample.length())));
        return told.matches() ? Optional.of(told.group(1).charAt(0)) : Optional.empty();
    }

    /**
     * What was found.
     *
     * @param columns the commonest number of values in a record, at least 2
     * @param hasHeader whether the first record behind the notes holds names
     * @param notes number of records before the table
     */
    record Sniffed(char delimiter, char quote, int columns, boolean hasHeader, int notes) {}

    private Optional<Sniffed> best() {
        double bestScore = 0;
        Optional<Sniffed> best = Optional.empty();
        for (char delimiter : delimiters) {
            for (char quote : quotes) {
                if (delimiter == quote) {
                    continue;
                }
                Attempt attempt = read(delimiter, quote);
                if (quotes.size() > 1 && quote != quotes.get(0) && attempt.quotedValues == 0) {
                    continue;
                }
                double score = attempt.score(sample.length());
                if (score > bestScore) {
                    bestScore = score;
                    int notes = attempt.notes();
                    boolean hasHeader =
                            HeaderDetection.hasHeader(attempt.records.subList(notes, attempt.records.size()));
                    best = Optional.of(new Sniffed(delimiter, quote, attempt.commonLength(), hasHeader, notes));
                }
            }
        }
        return best;
    }

    private Attempt read(char delimiter, char quote) {
        Attempt attempt = new Attempt();
        try (RecordReader reader = new RecordReader(new StringReader(sample), delimiter, quote, Integer.MAX_VALUE)) {
            while (reader.advance()) {
                attempt.add(reader);
            }
            attempt.charactersRead = reader.charactersRead();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return attempt;
    }

    /** The sample as one combination of delimiter and quote reads it. */
    private static final class Attempt {
        private final List<List<String>> records = new ArrayList<>();
        private final Map<Integer, Integer> recordsOfLength = new HashMap<>();
        private long values;
        private long cleanValues;
        private long quotedValues;
        private long charactersRead;

        void add(RecordReader reader) {
            for (int i = 0; i < reader.size(); i++) {
                quotedValues += reader.isQuoted(i) ? 1 : 0;
                cleanValues += reader.isQuoted(i) || isClean(reader.value(i)) ? 1 : 0;
            }
            values += reader.size();
            recordsOfLength.merge(reader.size(), 1, Integer::sum);
            records.add(reader.values());
        }

        double score(int sampleLength) {
            if (records.isEmpty()) {
                return 0;
            }
            int length = commonLength();
            double share = recordsOfLength.getOrDefault(length, 0) / (double) records.size();
            double clean = cleanValues / (double) values;
            double read = charactersRead / (double) sampleLength;
            double start = records.get(notes()).size() == length ? 1 : 0.5;
            return share * share * (length - 1) / length * clean * read * start;
        }

        int notes() {
            return NotesAbove.count(records, commonLength());
        }

        /** The commonest number of values in a record; of two equally common ones the larger. */
        int commonLength() {
            return recordsOfLength.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }

        private static boolean isClean(String value) {
            return !Double.isNaN(Numerals.parse(value.strip(), true))
                    || (value.chars().noneMatch(letter -> SUSPICIOUS.indexOf(letter) >= 0) && !touchesQuote(value));
        }

        /** Few words do; values under another quote do. */
        private static boolean touchesQuote(String value) {
            return value.startsWith("'") || value.endsWith("'");
        }
    }
}
