package io.thresher.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words from a list of levels. */
public final class CategoryColumn implements Column {
    private static final int MISSING = -1;

    private final String name;
    private final int[] codes;
    private final List<String> levels;
    private final WordKind kind;

    private CategoryColumn(String name, int[] codes, List<String> levels, WordKind kind) {
        this.name = name;
        this.codes = codes;
        this.levels = levels;
        this.kind = kind;
    }

    /** The column of these words; an empty word is a missing value. Levels keep the order of first appearance. */
    public static CategoryColumn of(String name, List<String> words) {
        Map<String, Integer> codeOf = new LinkedHashMap<>();
        int[] codes = new int[words.size()];
        for (int row = 0; row < codes.length; row++) {
            String word = words.get(row);
            codes[row] = word.isEmpty() ? MISSING : codeOf.computeIfAbsent(word, unseen -> codeOf.size());
        }
        return new CategoryColumn(name, codes, List.copyOf(codeOf.keySet()), new WordKind.Names());
    }

    /**
     * The column of these codes, one a row, taken over without copying: indices into {@code levels}, or -1 where the
     * word is missing.
     */
    public static CategoryColumn ofCodes(String name, int[] codes, List<String> levels) {
        return new CategoryColumn(name, codes, List.copyOf(levels), new WordKind.Names());
    }

    /** The numbers as words, as a person writes them: {@code 3} rather than {@code 3.0}. */
    public static CategoryColumn ofNumbers(NumberColumn numbers) {
        List<String> words = new ArrayList<>(numbers.rows());
        for (int row = 0; row < numbers.rows(); row++) {
            float number = numbers.value(row);
            words.add(Float.isFinite(number) ? word(number) : "");
        }
        return of(numbers.name(), words);
    }

    private static String word(float number) {
        return new BigDecimal(Float.toString(number)).stripTrailingZeros().toPlainString();
    }

    /** The same words, known to be of that kind; names of things where nothing is said. */
    public CategoryColumn withKind(WordKind other) {
        return new CategoryColumn(name, codes, levels, other);
    }

    /** What the words are. */
    public WordKind kind() {
        return kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return codes.length;
    }

    /** The words that may occur; after {@link #take} some may not. */
    public List<String> levels() {
        return levels;
    }

    /** Index into {@link #levels()} of the word in {@code row}, or -1 if missing. */
    public int code(int row) {
        return codes[row];
    }

    /** The word in {@code row}. */
    public Optional<String> word(int row) {
        return codes[row] == MISSING ? Optional.empty() : Optional.of(levels.get(codes[row]));
    }

    @Override
    public CategoryColumn take(int[] rows) {
        int[] taken = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = codes[rows[i]];
        }
        return new CategoryColumn(name, taken, levels, kind);
    }
}
