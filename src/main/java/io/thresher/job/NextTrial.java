package io.thresher.job;

import java.util.function.Function;

/** What a planner says of the trial that comes next. */
sealed interface NextTrial {

    <T> T match(Function<PlannedTrial, T> planned, Function<EndReason, T> none);

    /** This one. */
    record Planned(PlannedTrial trial) implements NextTrial {
        @Override
        public <T> T match(Function<PlannedTrial, T> planned, Function<EndReason, T> none) {
            return planned.apply(trial);
        }
    }

    /**
     * None.
     *
     * @param reason why there is nothing more to run
     */
    record None(EndReason reason) implements NextTrial {
        @Override
        public <T> T match(Function<PlannedTrial, T> planned, Function<EndReason, T> none) {
            return none.apply(reason);
        }
    }
}
