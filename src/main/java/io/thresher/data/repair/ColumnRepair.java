package io.thresher.data.repair;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.csv.Numerals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The steps on the values of one column as they are done and as they are drawn: both read the same constants, numbers in
 * single precision.
 */
public final class ColumnRepair {
    private final List<RepairStep> steps;

    private ColumnRepair(List<RepairStep> steps) {
        this.steps = steps;
    }

    public static ColumnRepair of(RepairRecipe recipe, String column) {
        return new ColumnRepair(recipe.valueSteps(column));
    }

    /** The column with the steps done. */
    public Column apply(Column column) {
        if (steps.isEmpty()) {
            return column;
        }
        return column instanceof NumberColumn numbers ? numbers(numbers) : words((CategoryColumn) column);
    }

    /** What every word that changes becomes; empty for one that is missing afterwards. */
    public Map<String, String> changedWords() {
        Map<String, String> changed = new HashMap<>();
        for (RepairStep step : steps) {
            Map<String, String> map = new HashMap<>();
            if (step instanceof RepairStep.ValuesToMissing missing) {
                missing.values().forEach(value -> map.put(value, ""));
            } else if (step instanceof RepairStep.MergeSpellings spellings) {
                map.putAll(spellings.into());
            }
            changed.replaceAll((from, to) -> map.getOrDefault(to, to));
            map.forEach(changed::putIfAbsent);
        }
        return changed;
    }

    /** The steps, first to last. */
    public List<RepairStep> steps() {
        return steps;
    }

    /** The numbers that a step reads as missing. */
    public static float[] numbers(RepairStep.ValuesToMissing step) {
        List<Float> numbers = new ArrayList<>();
        for (String value : step.values()) {
            double number = Numerals.parse(value, false);
            if (!Double.isNaN(number)) {
                numbers.add(NumberColumn.single(number));
            }
        }
        float[] values = new float[numbers.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = numbers.get(i));
        return values;
    }

    private NumberColumn numbers(NumberColumn column) {
        float[] values = new float[column.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.value(row);
        }
        for (RepairStep step : steps) {
            if (step instanceof RepairStep.ValuesToMissing missing) {
                remove(values, numbers(missing));
            } else if (step instanceof RepairStep.ClipNumbers clip) {
                clip(values, NumberColumn.single(clip.low()), NumberColumn.single(clip.high()));
            }
        }
        return new NumberColumn(column.name(), values);
    }

    private static void remove(float[] values, float[] sentinels) {
        for (int row = 0; row < values.length; row++) {
            for (float sentinel : sentinels) {
                values[row] = values[row] == sentinel ? Float.NaN : values[row];
            }
        }
    }

    private static void clip(float[] values, float low, float high) {
        for (int row = 0; row < values.length; row++) {
            if (!Float.isNaN(values[row])) {
                values[row] = Math.min(high, Math.max(low, values[row]));
            }
        }
    }

    private CategoryColumn words(CategoryColumn column) {
        Map<String, String> changed = changedWords();
        Set<String> present =
                column.levels().stream().filter(changed::containsKey).collect(Collectors.toSet());
        if (present.isEmpty()) {
            return column;
        }
        List<String> words = new ArrayList<>(column.rows());
        for (int row = 0; row < column.rows(); row++) {
            String word = column.word(row).orElse("");
            words.add(changed.getOrDefault(word, word));
        }
        return CategoryColumn.of(column.name(), words).withKind(column.kind());
    }
}
