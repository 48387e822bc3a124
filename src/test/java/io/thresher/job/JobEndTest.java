package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobEndTest {

    @Test
    void a_job_ends_only_in_a_final_state() {
        assertThatThrownBy(
                        () -> new JobEnd(JobState.PAUSED, EndReason.TIME_USED_UP, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PAUSED");
    }

    @Test
    void what_was_cancelled_is_no_failure_whether_or_not_it_has_a_model() {
        assertThat(JobEnd.with(EndReason.CANCELLED, 3).state()).isEqualTo(JobState.CANCELLED);
        assertThat(JobEnd.without(EndReason.CANCELLED, "nothing finished").state())
                .isEqualTo(JobState.CANCELLED);
        assertThat(JobEnd.without(EndReason.CANCELLED, "nothing finished").error())
                .isEmpty();
    }

    @Test
    void without_a_model_a_job_has_failed_and_says_why() {
        JobEnd end = JobEnd.without(EndReason.TRIALS_USED_UP, "all trials failed");

        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.reason()).isEqualTo(EndReason.TRIALS_USED_UP);
        assertThat(end.error()).contains("all trials failed");
    }
}
