package io.thresher.data.files;

import io.thresher.data.ReadingOptions;
import io.thresher.data.files.CleanCopy.Copied;
import io.thresher.data.format.RowSource;
import java.util.ArrayList;
import java.util.List;

/** The plans for all columns of a table, without the empty ones that some programs add at the end. */
final class ColumnPlans {
    private static final int FEWEST_COLUMNS = 2;

    private ColumnPlans() {}

    static List<ColumnPlan> of(RowSource source, Copied copied, ReadingOptions options) {
        List<String> names = source.names().names();
        FileStyle style = FileStyle.of(source.dialect(), options, copied.tallies());
        List<ColumnPlan> plans = new ArrayList<>();
        for (int i = 0; i < width(source, copied); i++) {
            String name = names.get(i);
            plans.add(ColumnPlan.of(name, copied.tallies().get(i), options.type(name), style, copied.rows()));
        }
        return plans;
    }

    private static int width(RowSource source, Copied copied) {
        List<String> names = source.names().names();
        int width = names.size();
        while (width > FEWEST_COLUMNS
                && copied.tallies().get(width - 1).filled() == 0
                && copied.tallies().get(width - 1).missing().stream().allMatch(String::isEmpty)
                && isNameless(source, names.get(width - 1))) {
            width--;
        }
        return width;
    }

    private static boolean isNameless(RowSource source, String name) {
        return source.names().renamed().stream()
                .anyMatch(renamed ->
                        renamed.name().equals(name) && renamed.originalName().isEmpty());
    }
}
