package io.thresher.server.searchjob;

import com.fasterxml.jackson.databind.JsonNode;
import io.thresher.job.Budget;
import io.thresher.search.Patience;
import io.thresher.server.Fault;
import io.thresher.server.searchjob.SearchJobRequest.BudgetRequest;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the budget of a request.
 *
 * @param time limit of time, if one is named
 * @param trials limit of trials, if one is named
 * @param patience with trials that gain nothing, if one is named
 */
record RequestedBudget(Optional<Duration> time, Optional<Integer> trials, Optional<Patience> patience) {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_TRIALS = 1_000_000;
    private static final String TIME = "a time such as \"PT60S\" or 60 (seconds), more than 0 and at most 30 days";

    /** The budget of a new job, or nothing with what is wrong added to {@code faults}. */
    static Optional<Budget> read(@Nullable BudgetRequest request, List<Fault> faults) {
        return limits(request, faults).map(asked -> new Budget(asked.time(), asked.trials(), asked.patience()));
    }

    /**
     * What takes the place of a budget: the limits that are named, none of them below what it was.
     *
     * @return nothing with what is wrong added to {@code faults}
     */
    static Optional<Budget> extended(Budget before, @Nullable BudgetRequest request, List<Fault> faults) {
        Optional<RequestedBudget> asked = limits(request, faults);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        int known = faults.size();
        asked.get().time().ifPresent(time -> notBelow("time", before.time(), time, faults));
        asked.get().trials().ifPresent(trials -> notBelow("trials", before.trials(), trials, faults));
        Optional<Double> share = asked.get().patience().map(Patience::share);
        share.ifPresent(wanted -> notBelow("patience", before.patience().map(Patience::share), wanted, faults));
        return faults.size() > known
                ? Optional.empty()
                : Optional.of(new Budget(
                        asked.get().time(), asked.get().trials(), asked.get().patience()));
    }

    private static <T extends Comparable<T>> void notBelow(
            String field, Optional<T> before, T after, List<Fault> faults) {
        before.filter(least -> after.compareTo(least) < 0)
                .ifPresent(least -> faults.add(Fault.at(
                        "/budget/" + field,
                        "is the whole of the budget from now on and must be at least what it was, %s; got %s"
                                .formatted(least, after))));
    }

    private static Optional<RequestedBudget> limits(@Nullable BudgetRequest request, List<Fault> faults) {
        if (request == null || (isAbsent(request.time()) && request.trials() == null && request.patience() == null)) {
            faults.add(Fault.at(
                    "/budget",
                    "a budget needs 'time', %s, or 'trials', a whole number, or 'patience', such as 0.5"
                            .formatted(TIME)));
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
        Optional<Double> share = Optional.ofNullable(request.patience());
        if (share.filter(value -> !(value > 0 && value <= 1)).isPresent()) {
            faults.add(Fault.at(
                    "/budget/patience", "must be above 0 and at most 1, such as 0.5, got %s".formatted(share.get())));
        }
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new RequestedBudget(time, trials, share.map(Patience::new)));
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
