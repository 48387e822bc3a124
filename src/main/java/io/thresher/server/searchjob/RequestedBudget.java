package io.thresher.server.searchjob;

import com.fasterxml.jackson.databind.JsonNode;
import io.thresher.job.Budget;
import io.thresher.server.Fault;
import io.thresher.server.searchjob.SearchJobRequest.BudgetRequest;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the budget of a request. */
final class RequestedBudget {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_TRIALS = 1_000_000;
    private static final String TIME = "a time such as \"PT60S\" or 60 (seconds), more than 0 and at most 30 days";

    private RequestedBudget() {}

    /** The budget, or nothing with what is wrong added to {@code faults}. */
    static Optional<Budget> read(@Nullable BudgetRequest request, List<Fault> faults) {
        if (request == null || (isAbsent(request.time()) && request.trials() == null)) {
            faults.add(
                    Fault.at("/budget", "a budget needs 'time', " + TIME + ", or 'trials', a whole number, or both"));
            return Optional.empty();
        }
        int before = faults.size();
        Optional<Duration> time = isAbsent(request.time()) ? Optional.empty() : time(request.time(), faults);
        Optional<Integer> trials = Optional.ofNullable(request.trials());
        if (trials.filter(count -> count < 1 || count > MOST_TRIALS).isPresent()) {
            faults.add(Fault.at(
                    "/budget/trials",
                    "must be a whole number from 1 to %d, got %d".formatted(MOST_TRIALS, trials.get())));
        }
        return faults.size() > before ? Optional.empty() : Optional.of(new Budget(time, trials));
    }

    private static boolean isAbsent(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }

    private static Optional<Duration> time(@Nullable JsonNode node, List<Fault> faults) {
        Optional<Duration> time = node == null ? Optional.empty() : duration(node);
        boolean usable = time.filter(span -> !span.isNegative() && !span.isZero() && span.compareTo(LONGEST) <= 0)
                .isPresent();
        if (!usable) {
            faults.add(Fault.at("/budget/time", "must be %s, got %s".formatted(TIME, node)));
            return Optional.empty();
        }
        return time;
    }

    private static Optional<Duration> duration(JsonNode node) {
        try {
            if (node.isNumber()) {
                double millis = node.doubleValue() * 1000;
                return Double.isFinite(millis) ? Optional.of(Duration.ofMillis((long) millis)) : Optional.empty();
            }
            if (node.isTextual() && node.textValue().matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(node.textValue())));
            }
            return node.isTextual() ? Optional.of(Duration.parse(node.textValue())) : Optional.empty();
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
