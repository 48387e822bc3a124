package io.thresher.data.repair;

import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Fault;
import io.thresher.data.SimilarNames;
import io.thresher.data.csv.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks whether a recipe fits a table. */
public final class RecipeCheck {
    private final DatasetSchema schema;
    private final Set<String> dropped;
    private final Set<String> categories;

    private RecipeCheck(RepairRecipe recipe, DatasetSchema schema) {
        this.schema = schema;
        this.dropped = columnsOf(recipe, RepairStep.DropColumn.class);
        this.categories = columnsOf(recipe, RepairStep.ReadAsCategory.class);
    }

    /** Every step that does not fit; a fault's field is the place of the step and what is wrong in it, as in {@code 0/column}. */
    public static List<Fault> faults(RepairRecipe recipe, DatasetSchema schema) {
        RecipeCheck check = new RecipeCheck(recipe, schema);
        List<Fault> faults = new ArrayList<>();
        IntStream.range(0, recipe.steps().size())
                .forEach(i -> check.check(i, recipe.steps().get(i), faults));
        return faults;
    }

    private void check(int place, RepairStep step, List<Fault> faults) {
        if (step.onColumn().isEmpty()) {
            return;
        }
        String name = step.onColumn().get();
        ColumnSchema column = schema.column(name).orElse(null);
        if (column == null) {
            List<String> similar = SimilarNames.of(name, schema.names());
            String hint = similar.isEmpty() ? "" : "; similar are '%s'".formatted(String.join("', '", similar));
            faults.add(new Fault(place + "/column", "there is no column '%s'%s".formatted(name, hint)));
            return;
        }
        if (dropped.contains(name) && !(step instanceof RepairStep.DropColumn)) {
            faults.add(new Fault(
                    place + "/column",
                    "'%s' is left out by another step, so nothing else is done to it".formatted(name)));
        }
        boolean numeric = column.type().isNumeric() && !categories.contains(name);
        if (step instanceof RepairStep.MergeSpellings && numeric) {
            faults.add(new Fault(place + "/column", "'%s' holds numbers; only words have spellings".formatted(name)));
        }
        if (step instanceof RepairStep.ClipNumbers && !numeric) {
            faults.add(new Fault(place + "/column", "'%s' holds no numbers that could be clipped".formatted(name)));
        }
        if (step instanceof RepairStep.ReadAsCategory && !column.type().isNumeric()) {
            faults.add(new Fault(place + "/column", "'%s' holds words and is a category already".formatted(name)));
        }
        if (step instanceof RepairStep.ValuesToMissing missing && numeric) {
            missing.values().stream()
                    .filter(value -> Double.isNaN(Numerals.parse(value, false)))
                    .forEach(value -> faults.add(new Fault(
                            place + "/values", "'%s' holds numbers, and '%s' is none".formatted(name, value))));
        }
    }

    private static Set<String> columnsOf(RepairRecipe recipe, Class<? extends RepairStep> kind) {
        return recipe.steps().stream()
                .filter(kind::isInstance)
                .flatMap(step -> step.onColumn().stream())
                .collect(Collectors.toSet());
    }
}
