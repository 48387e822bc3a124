package io.thresher.data.csv;

import io.thresher.data.RenamedColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Unique names for the columns of a file.
 *
 * @param names one a column
 * @param renamed the columns whose name in the file was empty or taken
 */
public record ColumnNames(List<String> names, List<RenamedColumn> renamed) {

    public ColumnNames {
        names = List.copyOf(names);
        renamed = List.copyOf(renamed);
    }

    /** The names of a file without header: {@code column 1} and so on. */
    public static ColumnNames numbered(int columns) {
        return new ColumnNames(
                IntStream.range(0, columns).mapToObj(ColumnNames::numberedName).toList(), List.of());
    }

    /**
     * The names in a header. Of equal names the first stays and the others become {@code name (2)}, {@code name (3)};
     * an empty name becomes {@code column N}, N its place from 1.
     */
    public static ColumnNames ofHeader(List<String> header) {
        List<String> originals = header.stream().map(String::strip).toList();
        Set<String> taken = new HashSet<>(originals);
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>();
        List<RenamedColumn> renamed = new ArrayList<>();
        for (int i = 0; i < originals.size(); i++) {
            String original = originals.get(i);
            String name = original;
            if (original.isEmpty() || used.contains(original)) {
                name = free(original.isEmpty() ? numberedName(i) : original, original.isEmpty() ? 1 : 2, taken);
                renamed.add(new RenamedColumn(name, original));
            }
            taken.add(name);
            used.add(name);
            names.add(name);
        }
        return new ColumnNames(names, renamed);
    }

    private static String free(String base, int firstNumber, Set<String> taken) {
        int number = firstNumber;
        String name = number == 1 ? base : base + " (" + number + ")";
        while (taken.contains(name)) {
            number++;
            name = base + " (" + number + ")";
        }
        return name;
    }

    private static String numberedName(int index) {
        return "column " + (index + 1);
    }
}
