package io.thresher.data.files;

import io.thresher.data.ColumnType;
import io.thresher.data.NumberStyle;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.files.TypedTable.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the columns can be what the user says they are. */
final class OverrideCheck {
    private OverrideCheck() {}

    /**
     * Refuses types that do not fit.
     *
     * @throws UnreadableDataset naming every column that cannot have its type
     */
    static void refuseWrong(List<ColumnPlan> plans, List<Count> counts) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            fault(plans.get(i), counts.get(i)).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new UnreadableDataset(faults);
        }
    }

    private static Optional<String> fault(ColumnPlan plan, Count count) {
        ColumnType type = plan.override().orElse(ColumnType.TEXT);
        boolean hasValues = plan.tally().filled() > 0;
        String shown = plan.tally().fewWords().stream().findFirst().orElse("");
        String start = "Option 'columnTypes' gives column '%s' the type '%s', but ".formatted(plan.name(), type.word());
        if (type.isNumeric() && hasValues && count.filled() == 0) {
            return Optional.of(start + "none of its values is a number; one is '%s'.".formatted(shown));
        }
        boolean whole = plan.tally()
                .numbers()
                .span(plan.style().orElse(NumberStyle.PLAIN))
                .isWhole();
        if (type == ColumnType.INTEGER && !whole) {
            return Optional.of(start + "some of its numbers have decimals. The type 'number' is accepted.");
        }
        if (type == ColumnType.DATE_TIME && hasValues && plan.datePattern().isEmpty()) {
            return Optional.of(start
                    + "its values are no points in time, or not all written in one way; one is '%s'.".formatted(shown));
        }
        if (type == ColumnType.BOOLEAN && count.distinct() != 2) {
            return Optional.of(start + "it has %d different values. Two are accepted.".formatted(count.distinct()));
        }
        if (type == ColumnType.CONSTANT && count.distinct() > 1) {
            return Optional.of(start + "it has %d different values. One is accepted.".formatted(count.distinct()));
        }
        return Optional.empty();
    }
}
