package io.thresher.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.space.Configuration;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FailureReason;
import io.thresher.trial.FoldRace;
import io.thresher.trial.Measurement;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Failed;
import io.thresher.trial.TrialSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LeaseDeskTest {
    private final SettableClock clock = new SettableClock();
    private final List<String> killed = new ArrayList<>();
    private final LeaseDesk desk = new LeaseDesk(clock, 2, Duration.ofSeconds(30), killed::add);
    private final Recorder observer = new Recorder();

    @Test
    void leases_in_the_order_of_submission() throws InterruptedException {
        desk.submit(trial(0), observer);
        desk.submit(trial(1), observer);

        assertThat(lease("a").trial().number()).isZero();
        assertThat(lease("b").trial().number()).isEqualTo(1);
        assertThat(desk.lease("c", Duration.ZERO)).isEmpty();
        assertThat(observer.log).containsExactly("0 started by a", "1 started by b");
    }

    @Test
    void wakes_a_waiting_worker() throws InterruptedException {
        Thread submitter = new Thread(() -> desk.submit(trial(0), observer));
        submitter.start();

        assertThat(desk.lease("a", Duration.ofSeconds(20))).isPresent();
        submitter.join();
    }

    @Test
    @Timeout(20)
    void nobody_waits_at_a_closed_desk() throws InterruptedException {
        Thread closer = new Thread(desk::close);
        closer.start();

        assertThat(desk.lease("a", Duration.ofMinutes(1))).isEmpty();
        closer.join();
        desk.submit(trial(0), observer);
        assertThat(desk.lease("a", Duration.ZERO)).isEmpty();
    }

    @Test
    void an_outcome_is_told_once() throws InterruptedException {
        desk.submit(trial(0), observer);
        Lease lease = lease("a");

        assertThat(desk.finish(lease.id(), new TrialOutcome.Pruned("x", List.of(), OptionalDouble.empty(), 0)))
                .isTrue();
        assertThat(desk.finish(lease.id(), new TrialOutcome.Pruned("x", List.of(), OptionalDouble.empty(), 0)))
                .isFalse();
        assertThat(observer.log).containsExactly("0 started by a", "0 ended PRUNED");
    }

    @Test
    void the_worker_of_a_cancelled_trial_is_asked_to_stop_and_nothing_is_told() throws InterruptedException {
        desk.submit(trial(0), observer);
        desk.submit(trial(1), observer);
        Lease lease = lease("a");

        desk.cancel("job", 0);
        desk.cancel("job", 1);

        assertThat(desk.lease("b", Duration.ZERO)).isEmpty();
        assertThat(desk.measure(lease.id(), List.of(new Measurement(0, 1, OptionalDouble.empty(), 0.5))))
                .isFalse();
        assertThat(desk.renew(lease.id())).isFalse();
        assertThat(observer.log).containsExactly("0 started by a");
    }

    @Test
    void a_worker_that_stops_when_asked_lives_on_and_one_that_does_not_is_killed() throws InterruptedException {
        desk.submit(trial(0), observer);
        desk.submit(trial(1), observer);
        lease("a");
        lease("b");

        desk.cancel("job", 0);
        desk.cancel("job", 1);
        desk.sweep();
        assertThat(killed).isEmpty();
        desk.submit(trial(2, Duration.ofHours(1)), observer);
        lease("a");
        clock.now = clock.now.plusSeconds(2);
        desk.sweep();
        assertThat(killed).isEmpty();
        clock.now = clock.now.plusSeconds(2);
        desk.sweep();
        desk.sweep();

        assertThat(killed).containsExactly("b");
    }

    @Test
    void a_trial_past_its_time_limit_fails_and_its_worker_is_killed() throws InterruptedException {
        desk.submit(trial(0), observer);
        lease("a");

        clock.now = clock.now.plusSeconds(9);
        desk.sweep();
        assertThat(killed).isEmpty();
        clock.now = clock.now.plusSeconds(2);
        desk.sweep();

        assertThat(killed).containsExactly("a");
        assertThat(observer.log).contains("0 ended FAILED TIMEOUT");
    }

    @Test
    void the_loss_of_a_worker_fails_its_trial_with_the_reason() throws InterruptedException {
        desk.submit(trial(0), observer);
        lease("a");

        desk.lost("a", FailureReason.OUT_OF_MEMORY, "heap");
        desk.lost("a", FailureReason.CRASHED, "again");

        assertThat(observer.log).containsExactly("0 started by a", "0 ended FAILED OUT_OF_MEMORY");
    }

    @Test
    void the_trial_of_a_silent_worker_goes_to_another_and_is_given_up_in_the_end() throws InterruptedException {
        desk.submit(trial(0, Duration.ofHours(1)), observer);
        for (String worker : List.of("a", "b", "c")) {
            lease(worker);
            clock.now = clock.now.plusSeconds(31);
            desk.sweep();
        }

        assertThat(killed).containsExactly("a", "b", "c");
        assertThat(observer.log)
                .containsExactly("0 started by a", "0 started by b", "0 started by c", "0 ended FAILED CRASHED");
    }

    @Test
    void a_renewed_lease_is_not_silent() throws InterruptedException {
        desk.submit(trial(0, Duration.ofHours(1)), observer);
        Lease lease = lease("a");

        clock.now = clock.now.plusSeconds(20);
        assertThat(desk.renew(lease.id())).isTrue();
        clock.now = clock.now.plusSeconds(20);
        desk.sweep();

        assertThat(desk.trial(lease.id())).isPresent();
    }

    private Lease lease(String worker) throws InterruptedException {
        return desk.lease(worker, Duration.ZERO).orElseThrow();
    }

    private static TrialSpec trial(int number) {
        return trial(number, Duration.ofSeconds(10));
    }

    private static TrialSpec trial(int number, Duration limit) {
        return new TrialSpec(
                "job",
                number,
                new DataPlan("dataset", "y", RepairRecipe.NONE, new Validation.KFold(5), 0),
                new Objective(Task.BINARY, Metric.ROC_AUC),
                1,
                new Configuration("baseline", Map.of()),
                FoldRace.NONE,
                Optional.empty(),
                limit);
    }

    private static final class Recorder implements WorkerPool.Observer {
        private final List<String> log = new ArrayList<>();

        @Override
        public void started(TrialSpec trial, String worker) {
            log.add(trial.number() + " started by " + worker);
        }

        @Override
        public boolean measured(TrialSpec trial, Measurement measurement) {
            return true;
        }

        @Override
        public void ended(TrialSpec trial, TrialOutcome outcome) {
            String reason = outcome instanceof Failed failed ? " " + failed.reason() : "";
            log.add(trial.number() + " ended " + outcome.state() + reason);
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
