package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobStateTest {
    private static final Set<JobState> ENDING =
            EnumSet.of(JobState.CANCELLING, JobState.CANCELLED, JobState.SUCCEEDED, JobState.FAILED);

    @ParameterizedTest
    @EnumSource(JobState.class)
    void what_is_asked_for_twice_is_done_once_or_refused_by_name(JobState state) {
        if (ENDING.contains(state)) {
            assertThatThrownBy(state::pause).hasMessageContaining(state.name()).hasMessageContaining("paused");
            assertThatThrownBy(state::resume).hasMessageContaining(state.name()).hasMessageContaining("resumed");
        } else {
            assertThat(state.pause().pause()).isEqualTo(state.pause());
            assertThat(state.resume().resume()).isEqualTo(state.resume());
        }
        assertThat(state.cancel().cancel()).isEqualTo(state.cancel());
    }

    @Test
    void a_pause_waits_only_for_a_search_that_runs() {
        assertThat(JobState.QUEUED.pause()).isEqualTo(JobState.PAUSED);
        assertThat(JobState.RUNNING.pause()).isEqualTo(JobState.PAUSING);
        assertThat(JobState.PAUSING.resume()).isEqualTo(JobState.RUNNING);
        assertThat(JobState.PAUSED.resume()).isEqualTo(JobState.QUEUED);
        assertThat(JobState.PAUSED.cancel()).isEqualTo(JobState.CANCELLING);
    }
}
