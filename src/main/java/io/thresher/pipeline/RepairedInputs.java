package io.thresher.pipeline;

import io.thresher.data.NumberColumn;
import io.thresher.data.repair.ColumnRepair;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.repair.RepairStep;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A graph whose inputs are repaired before anything else sees them. */
final class RepairedInputs implements GraphBuilder {
    private static final long NOT_FOUND = -1;

    private final GraphBuilder graph;
    private final RepairRecipe recipe;

    RepairedInputs(GraphBuilder graph, RepairRecipe recipe) {
        this.graph = graph;
        this.recipe = recipe;
    }

    @Override
    public Tensor numberInput(String column) {
        Tensor numbers = graph.numberInput(column);
        for (RepairStep step : ColumnRepair.of(recipe, column).steps()) {
            if (step instanceof RepairStep.ValuesToMissing missing) {
                numbers = withoutSentinels(numbers, ColumnRepair.numbers(missing));
            } else if (step instanceof RepairStep.ClipNumbers clip) {
                numbers = clipped(numbers, clip);
            }
        }
        return numbers;
    }

    @Override
    public Tensor stringInput(String column) {
        Tensor words = graph.stringInput(column);
        Map<String, String> changed =
                new TreeMap<>(ColumnRepair.of(recipe, column).changedWords());
        return changed.isEmpty() ? words : replaced(words, changed);
    }

    @Override
    public Tensor floats(long[] shape, float... values) {
        return graph.floats(shape, values);
    }

    @Override
    public Tensor longs(long[] shape, long... values) {
        return graph.longs(shape, values);
    }

    @Override
    public Tensor strings(List<String> values) {
        return graph.strings(values);
    }

    @Override
    public Tensor apply(String operator, Attributes attributes, Tensor... inputs) {
        return graph.apply(operator, attributes, inputs);
    }

    @Override
    public Tensor applyMl(String operator, Attributes attributes, Tensor... inputs) {
        return graph.applyMl(operator, attributes, inputs);
    }

    @Override
    public Tensor applyMicrosoft(String operator, Attributes attributes, Tensor... inputs) {
        return graph.applyMicrosoft(operator, attributes, inputs);
    }

    @Override
    public Tensor applyFirst(String operator, int outputs, Attributes attributes, Tensor... inputs) {
        return graph.applyFirst(operator, outputs, attributes, inputs);
    }

    private Tensor withoutSentinels(Tensor numbers, float[] sentinels) {
        Tensor result = numbers;
        Tensor missing = graph.floats(new long[] {1}, Float.NaN);
        for (float sentinel : sentinels) {
            Tensor found = graph.apply("Equal", result, graph.floats(new long[] {1}, sentinel));
            result = graph.apply("Where", found, missing, result);
        }
        return result;
    }

    /** Comparisons with NaN are false: what is missing stays missing. */
    private Tensor clipped(Tensor numbers, RepairStep.ClipNumbers clip) {
        Tensor low = graph.floats(new long[] {1}, NumberColumn.single(clip.low()));
        Tensor high = graph.floats(new long[] {1}, NumberColumn.single(clip.high()));
        Tensor raised = graph.apply("Where", graph.apply("Less", numbers, low), low, numbers);
        return graph.apply("Where", graph.apply("Greater", raised, high), high, raised);
    }

    /** Looks every word up; those found are taken from a list, the others stay. */
    private Tensor replaced(Tensor words, Map<String, String> changed) {
        List<Long> places = new ArrayList<>();
        changed.keySet().forEach(word -> places.add((long) places.size()));
        Tensor place = graph.applyMl(
                "LabelEncoder",
                Attributes.none()
                        .withStrings("keys_strings", List.copyOf(changed.keySet()))
                        .withLongs("values_int64s", places)
                        .with("default_int64", NOT_FOUND),
                words);
        Tensor none = graph.longs(new long[] {1}, NOT_FOUND);
        Tensor unchanged = graph.apply("Equal", place, none);
        Tensor index = graph.apply("Max", place, graph.longs(new long[] {1}, 0));
        Tensor replacements = graph.apply("Gather", graph.strings(List.copyOf(changed.values())), index);
        return graph.apply("Where", unchanged, words, replacements);
    }
}
