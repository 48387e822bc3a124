package io.thresher.server.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import io.thresher.server.searchjob.SearchJobRequest.BudgetRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The budget as it is written on a command line: {@code 60s}, {@code 5m}, {@code 1h30m}, {@code 60} or ISO-8601. */
final class TimeOption {
    private static final String DEFAULT = "PT60S";

    private TimeOption() {}

    static BudgetRequest budget(@Nullable String time, @Nullable Integer trials, @Nullable Double patience) {
        if (time == null) {
            boolean open = trials == null && patience == null;
            return new BudgetRequest(open ? TextNode.valueOf(DEFAULT) : null, trials, patience);
        }
        String upper = time.strip().toUpperCase(Locale.ROOT);
        boolean units = upper.matches("(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?") && !upper.isEmpty();
        return new BudgetRequest(TextNode.valueOf(units ? "PT" + upper : upper), trials, patience);
    }
}
