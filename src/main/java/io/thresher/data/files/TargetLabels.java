package io.thresher.data.files;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.csv.Numerals;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A target column made into a {@link Target}: rows without a value left out, class labels sorted. */
final class TargetLabels {
    private final Target target;
    private final int[] keptRows;

    private TargetLabels(Target target, int[] keptRows) {
        this.target = target;
        this.keptRows = keptRows;
    }

    /** A target of numbers, one a row of the dataset, NaN where one is missing. */
    static TargetLabels ofNumbers(double[] values, Task task) {
        int[] kept = kept(values.length, row -> !Double.isNaN(values[row]));
        double[] numbers = Arrays.stream(kept).mapToDouble(row -> values[row]).toArray();
        if (!task.isClassification()) {
            return new TargetLabels(Target.ofNumbers(numbers), kept);
        }
        double[] distinct = Arrays.stream(numbers).distinct().sorted().toArray();
        List<String> classes = Arrays.stream(distinct).mapToObj(Numerals::print).toList();
        double[] labels = Arrays.stream(numbers)
                .map(number -> Arrays.binarySearch(distinct, number))
                .toArray();
        return new TargetLabels(Target.ofClasses(classes, labels), kept);
    }

    /** A target of words, as codes (one a row of the dataset, -1 where the word is missing) into {@code levels}. */
    static TargetLabels ofWords(int[] codes, List<String> levels, Task task) {
        if (!task.isClassification()) {
            throw new IllegalArgumentException("regression needs a target of numbers, got words such as '%s'"
                    .formatted(levels.isEmpty() ? "" : levels.get(0)));
        }
        int[] kept = kept(codes.length, row -> codes[row] >= 0);
        Integer[] sorted = IntStream.range(0, levels.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparing(levels::get));
        double[] labelOf = new double[levels.size()];
        for (int label = 0; label < sorted.length; label++) {
            labelOf[sorted[label]] = label;
        }
        List<String> classes = Arrays.stream(sorted).map(levels::get).toList();
        double[] labels =
                Arrays.stream(kept).mapToDouble(row -> labelOf[codes[row]]).toArray();
        return new TargetLabels(Target.ofClasses(classes, labels), kept);
    }

    Target target() {
        return target;
    }

    /** The rows of the dataset that have a value, ascending. */
    int[] keptRows() {
        return keptRows;
    }

    private static int[] kept(int rows, IntPredicate hasValue) {
        return IntStream.range(0, rows).filter(hasValue).toArray();
    }
}
