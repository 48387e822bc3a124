package io.thresher.server.searchjob;

import io.thresher.model.Constraints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every model of a job keeps to.
 *
 * @param monotone columns to increasing or decreasing
 * @param interactions lists of columns that may act together
 * @param familiesLeftOut families of the search space that cannot keep to it and were not tried
 */
public record ConstraintsResponse(
        Map<String, String> monotone, List<List<String>> interactions, List<String> familiesLeftOut) {

    /** Nothing if anything goes. */
    static Optional<ConstraintsResponse> of(Constraints constraints, List<String> leftOut) {
        if (constraints.areNone()) {
            return Optional.empty();
        }
        Map<String, String> monotone = new LinkedHashMap<>();
        constraints.monotone().forEach((column, direction) -> monotone.put(column, direction.word()));
        return Optional.of(new ConstraintsResponse(monotone, constraints.interactions(), leftOut));
    }

    /** All of it in a sentence or two. */
    public String summary() {
        List<String> rules = new ArrayList<>();
        monotone.forEach((column, direction) -> rules.add(
                "%s as %s grows".formatted(direction.equals("increasing") ? "never falls" : "never rises", column)));
        String directions = rules.isEmpty() ? "" : "The prediction " + String.join(", ", rules) + ". ";
        String together = interactions.isEmpty()
                ? ""
                : "Only these act together: "
                        + String.join(
                                "; ",
                                interactions.stream()
                                        .map(columns -> String.join(", ", columns))
                                        .toList())
                        + "; and the other columns among themselves. ";
        String out = familiesLeftOut.isEmpty()
                ? ""
                : "Left out because they cannot keep to that: %s.".formatted(String.join(", ", familiesLeftOut));
        return (directions + together + out).strip();
    }
}
