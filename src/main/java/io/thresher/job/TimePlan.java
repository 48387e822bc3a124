package io.thresher.job;

import java.time.Duration;

/**
 * How the time of a search is divided: between its trials, and what comes after them.
 *
 * @param reserve kept from the trials for the delivery
 */
record TimePlan(Budget budget, Duration reserve, BudgetClock clock) {
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    /** A trial that would have less time than this is not started. */
    private static final Duration SHORTEST_TRIAL = Duration.ofMillis(300);
    /** For a delivery, where no budget of time limits it. */
    private static final Duration DELIVERY_LIMIT = Duration.ofMinutes(10);

    TimePlan with(Budget changed, Duration changedReserve) {
        return new TimePlan(changed, changedReserve, clock);
    }

    Duration used() {
        return clock.used();
    }

    /** What is left for trials. */
    Duration left() {
        return clock.left(budget, reserve);
    }

    boolean isUsedUp() {
        return left().isZero();
    }

    boolean isEnoughForATrial() {
        return left().compareTo(SHORTEST_TRIAL) > 0;
    }

    /** The longest that one trial may take, if none takes longer than {@code limit}. */
    Duration ofOneTrial(Duration limit) {
        return shorter(left(), limit);
    }

    /** How long nothing needs to be looked at, unless something happens. */
    Duration untilNextLook() {
        Duration look = shorter(left(), HEARTBEAT);
        return look.toMillis() < 1 ? Duration.ofMillis(1) : look;
    }

    /** What is left of the budget; a user who ended the search waits no longer than its end would have taken. */
    Duration ofDelivery(boolean cancelled) {
        Duration left = budget.time().isPresent() ? clock.left(budget, Duration.ZERO) : DELIVERY_LIMIT;
        return cancelled ? shorter(left, reserve) : left;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
