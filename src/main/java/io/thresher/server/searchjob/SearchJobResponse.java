package io.thresher.server.searchjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thresher.job.Budget;
import io.thresher.job.EndReason;
import io.thresher.job.JobState;
import io.thresher.search.Patience;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.leaderboard.TrialCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A search job as REST and pages show it.
 *
 * @param task binary, multiclass or regression
 * @param strategy engine, portfolio or random
 * @param lag without a limit of time, trial n was decided on knowing the outcomes of the trials up to n − lag
 * @param replayOf id of the job whose trials are run again
 * @param recipe number of the dataset's recipe that is used, 0 for none
 * @param constraints what every model keeps to; absent if anything goes
 * @param holdout rows that score what is delivered and that no trial sees; absent if there are none
 * @param used time the job has run so far, downtime not counted
 * @param families the families of the space that may be tried; absent for all
 * @param limits what the delivered model may cost; absent for anything
 * @param best the best trial so far, once one succeeded within the limits; alone or in an ensemble it is in what the search
 *     chooses
 * @param model what the job delivers, as a version of a model
 * @param warmStart what was taken over from earlier jobs on similar tables when the job was accepted; absent if nothing
 * @param ensemble whether several trials may be delivered together
 * @param delivered what the delivered model is made of and what its scores are worth; once there is one
 * @param chosenBySearch what would be delivered if no trial had been picked by hand; absent if none was
 * @param endReason why the search stopped, whether or not it found a model; once it has
 * @param error why it failed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SearchJobResponse(
        String id,
        JobState state,
        String dataset,
        String target,
        String task,
        String metric,
        BudgetResponse budget,
        String searchSpace,
        long seed,
        int parallelism,
        String strategy,
        int lag,
        Optional<String> replayOf,
        int recipe,
        ValidationResponse validation,
        Optional<ConstraintsResponse> constraints,
        Optional<List<String>> families,
        Optional<LimitsResponse> limits,
        Optional<HoldoutResponse> holdout,
        Duration used,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<EndReason> endReason,
        TrialCounts trials,
        Optional<Best> best,
        Optional<Model> model,
        Optional<List<TakenOverResponse>> warmStart,
        boolean ensemble,
        Optional<DeliveredResponse> delivered,
        Optional<Chosen> chosenBySearch,
        Optional<String> error) {

    /** Its limits; at least one is there. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record BudgetResponse(Optional<Duration> time, Optional<Integer> trials, Optional<Double> patience) {

        static BudgetResponse of(Budget budget) {
            return new BudgetResponse(
                    budget.time(), budget.trials(), budget.patience().map(Patience::share));
        }
    }

    /** A trial and its score in the metric's own direction. */
    public record Best(int trial, String family, double score) {}

    /** A version of a model. */
    public record Model(String name, int version) {}

    /** What a search chose; nothing if it came to no model. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Chosen(Optional<Model> model, Optional<DeliveredResponse> delivered) {}

    static SearchJobResponse of(SearchJobEntity job, TrialCounts trials, Optional<LeaderboardRow> best) {
        Optional<HandPick> picked = job.picked();
        return new SearchJobResponse(
                job.id,
                job.state,
                job.plan.dataset,
                job.plan.target,
                job.plan.task.word(),
                job.plan.metric.word(),
                BudgetResponse.of(job.budget.toBudget()),
                job.course.spaceName,
                job.course.seed,
                job.course.parallelism,
                job.course.strategy.name().toLowerCase(Locale.ROOT),
                job.course.lag,
                Optional.ofNullable(job.replayOf),
                job.plan.recipe,
                ValidationResponse.of(job),
                ConstraintsResponse.of(job.plan.toDataPlan().constraints(), job.course.unable()),
                job.course.families(),
                LimitsResponse.of(job.plan.limits()),
                HoldoutResponse.of(job),
                Duration.ofMillis(job.usedMillis),
                job.createdAt,
                Optional.ofNullable(job.startedAt),
                Optional.ofNullable(job.endedAt),
                Optional.ofNullable(job.endReason),
                trials,
                best.map(row -> new Best(row.trial(), row.family(), row.score())),
                picked.map(pick -> new Model(pick.model(), pick.version())).or(() -> chosen(job)),
                TakenOverResponse.of(job.course.warmStart()),
                job.course.ensemble,
                picked.map(HandPick::delivered).or(job::delivered),
                picked.map(pick -> new Chosen(chosen(job), job.delivered())),
                Optional.ofNullable(job.error));
    }

    private static Optional<Model> chosen(SearchJobEntity job) {
        return job.modelName == null || job.modelVersion == null
                ? Optional.empty()
                : Optional.of(new Model(job.modelName, job.modelVersion));
    }
}
