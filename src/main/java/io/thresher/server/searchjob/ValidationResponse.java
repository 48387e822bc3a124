package io.thresher.server.searchjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.thresher.data.split.Validation;
import io.thresher.server.Json;
import java.util.Optional;

/**
 * How a job is validated.
 *
 * @param kind holdout, kfold, repeatedKfold, group, time or custom
 * @param folds parts, or steps forward in time
 * @param repeats times the rows are dealt
 * @param fraction of the rows that is left out
 * @param column it goes by
 * @param summary the same in a few words
 * @param reason why, if it was chosen for the user
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ValidationResponse(
        String kind,
        Optional<Integer> folds,
        Optional<Integer> repeats,
        Optional<Double> fraction,
        Optional<String> column,
        String summary,
        Optional<String> reason) {

    static ValidationResponse of(SearchJobEntity job) {
        JsonNode plan = Json.read(job.plan.validation, JsonNode.class);
        return new ValidationResponse(
                plan.path("kind").asText(),
                Optional.of(plan.path("folds").asInt()).filter(folds -> folds > 0),
                Optional.of(plan.path("repeats").asInt()).filter(repeats -> repeats > 0),
                Optional.of(plan.path("fraction").asDouble()).filter(fraction -> fraction > 0),
                Optional.ofNullable(plan.path("column").textValue()),
                Json.read(job.plan.validation, Validation.class).words(),
                Optional.ofNullable(job.plan.validationReason));
    }
}
