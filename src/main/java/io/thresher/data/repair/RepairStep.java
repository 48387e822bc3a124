package io.thresher.data.repair;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing done to a table before a model sees it. Steps on columns are done again to every row that is predicted;
 * steps on rows are done only to the rows to learn from.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RepairStep.DropColumn.class, name = "dropColumn"),
    @JsonSubTypes.Type(value = RepairStep.ValuesToMissing.class, name = "valuesToMissing"),
    @JsonSubTypes.Type(value = RepairStep.MergeSpellings.class, name = "mergeSpellings"),
    @JsonSubTypes.Type(value = RepairStep.ReadAsCategory.class, name = "readAsCategory"),
    @JsonSubTypes.Type(value = RepairStep.ClipNumbers.class, name = "clipNumbers"),
    @JsonSubTypes.Type(value = RepairStep.DropDuplicateRows.class, name = "dropDuplicateRows"),
    @JsonSubTypes.Type(value = RepairStep.DropConflictingRows.class, name = "dropConflictingRows"),
})
public sealed interface RepairStep {
    /** The kinds there are, as they are written in JSON. */
    List<String> KINDS = List.of(
            "dropColumn",
            "valuesToMissing",
            "mergeSpellings",
            "readAsCategory",
            "clipNumbers",
            "dropDuplicateRows",
            "dropConflictingRows");

    /** The column it is done to; nothing for a step on rows. */
    default Optional<String> onColumn() {
        return Optional.empty();
    }

    /** The step in a sentence that a person who knows the data understands. */
    String sentence();

    /** The column is not learned from. */
    record DropColumn(String column) implements RepairStep {
        public DropColumn {
            named(column);
        }

        @Override
        public Optional<String> onColumn() {
            return Optional.of(column);
        }

        @Override
        public String sentence() {
            return "Leave out column '%s'".formatted(column);
        }
    }

    /**
     * These values stand for a missing one.
     *
     * @param values as they are written; numbers as a person writes them, such as {@code -200}
     */
    record ValuesToMissing(String column, List<String> values) implements RepairStep {
        public ValuesToMissing {
            named(column);
            values = List.copyOf(given(values, "values"));
        }

        @Override
        public Optional<String> onColumn() {
            return Optional.of(column);
        }

        @Override
        public String sentence() {
            return "In '%s', read %s as missing".formatted(column, "'" + String.join("', '", values) + "'");
        }
    }

    /**
     * Words that mean the same become one word.
     *
     * @param into for each spelling to be replaced the one that stays
     */
    record MergeSpellings(String column, Map<String, String> into) implements RepairStep {
        public MergeSpellings {
            named(column);
            into = Collections.unmodifiableMap(new TreeMap<>(given(into, "into")));
        }

        @Override
        public Optional<String> onColumn() {
            return Optional.of(column);
        }

        @Override
        public String sentence() {
            return "In '%s', write %d spellings as the commonest of each".formatted(column, into.size());
        }
    }

    /** The numbers of this column are names of things and have no order. */
    record ReadAsCategory(String column) implements RepairStep {
        public ReadAsCategory {
            named(column);
        }

        @Override
        public Optional<String> onColumn() {
            return Optional.of(column);
        }

        @Override
        public String sentence() {
            return "Read the numbers in '%s' as categories".formatted(column);
        }
    }

    /**
     * Numbers beyond a bound become the bound.
     *
     * @param low smallest number that stays
     * @param high largest number that stays, above {@code low}
     */
    record ClipNumbers(String column, double low, double high) implements RepairStep {
        public ClipNumbers {
            named(column);
            if (!(low < high)) {
                throw new IllegalArgumentException(
                        "column '%s': low must be below high, got %s and %s".formatted(column, low, high));
            }
        }

        @Override
        public Optional<String> onColumn() {
            return Optional.of(column);
        }

        @Override
        public String sentence() {
            return "In '%s', numbers below %s or above %s become that bound".formatted(column, low, high);
        }
    }

    /** Of rows that are alike in every column, the target too, only the first is learned from. */
    record DropDuplicateRows() implements RepairStep {
        @Override
        public String sentence() {
            return "Learn from one of each group of identical rows";
        }
    }

    /** Rows that are alike in every feature but differ in the target are not learned from. */
    record DropConflictingRows() implements RepairStep {
        @Override
        public String sentence() {
            return "Do not learn from rows that are alike but for the target";
        }
    }

    private static void named(@Nullable String column) {
        given(column, "column");
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("'%s' is needed".formatted(field));
        }
        return value;
    }
}
