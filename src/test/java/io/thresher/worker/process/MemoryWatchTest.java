package io.thresher.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.trial.Cost;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Limits;
import io.thresher.trial.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryWatchTest {
    private static final Measurement STEP = new Measurement(0, 1, OptionalDouble.empty(), 0.5);
    private static final Limits LIMITS = new Limits(Map.of(Cost.TRAINING_MEMORY, 300.0 * (1 << 20)));

    @TempDir
    private Path process;

    private final List<Measurement> told = new ArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        Files.createFile(process.resolve("clear_refs"));
        holds(200);
    }

    @Test
    void ends_a_trial_when_it_takes_more_than_the_job_allows_and_says_so() throws IOException {
        MemoryWatch watch = watch(LIMITS);

        assertThat(watch.test(STEP)).isTrue();
        assertThat(watch.verdict()).isEmpty();
        holds(400);
        assertThat(watch.test(STEP)).isFalse();
        assertThat(watch.test(STEP)).isFalse();

        assertThat(told).hasSize(1);
        assertThat(watch.verdict().orElseThrow().reason()).isEqualTo(FailureReason.INFEASIBLE);
        assertThat(watch.verdict().orElseThrow().message()).contains("400 MiB", "trainPeakBytes", "at most 300 MiB");
    }

    @Test
    void without_a_limit_nothing_is_ended() throws IOException {
        MemoryWatch watch = watch(Limits.NONE);

        holds(400_000);

        assertThat(watch.test(STEP)).isTrue();
        assertThat(watch.verdict()).isEmpty();
    }

    @Test
    void whoever_else_ends_a_trial_gives_the_reason() {
        PeakMemory memory = new PeakMemory(process);
        memory.beginAnew();
        MemoryWatch watch = new MemoryWatch(memory, LIMITS, measurement -> false);

        assertThat(watch.test(STEP)).isFalse();
        assertThat(watch.verdict()).isEmpty();
    }

    private MemoryWatch watch(Limits limits) {
        PeakMemory memory = new PeakMemory(process);
        memory.beginAnew();
        return new MemoryWatch(memory, limits, told::add);
    }

    private void holds(int mebibytes) throws IOException {
        Files.writeString(process.resolve("status"), "VmHWM:\t %d kB\n".formatted(mebibytes * 1024));
    }
}
