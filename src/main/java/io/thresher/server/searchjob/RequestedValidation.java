package io.thresher.server.searchjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.thresher.data.split.Validation;
import io.thresher.server.Fault;
import io.thresher.server.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the validation of a request: a kind by its name, or an object with a kind and what it needs. */
final class RequestedValidation {
    private static final String AUTO = "auto";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What a field is if it is not given. */
    private static final Map<String, Map<String, JsonNode>> DEFAULTS = Map.of(
            "holdout", Map.of("fraction", JSON.numberNode(0.2)),
            "kfold", Map.of("folds", JSON.numberNode(Validation.DEFAULT_FOLDS)),
            "repeatedKfold", Map.of("folds", JSON.numberNode(Validation.DEFAULT_FOLDS), "repeats", JSON.numberNode(2)),
            "group", Map.of("folds", JSON.numberNode(Validation.DEFAULT_FOLDS)),
            "time", Map.of("folds", JSON.numberNode(Validation.DEFAULT_FOLDS)),
            "custom", Map.of());

    private static final List<String> KINDS =
            List.of(AUTO, "holdout", "kfold", "repeatedKfold", "group", "time", "custom");

    private RequestedValidation() {}

    /** The validation; nothing if it is to be chosen, or if what is wrong was added to {@code faults}. */
    static Optional<Validation> read(@Nullable JsonNode request, List<Fault> faults) {
        if (request == null || request.isNull() || request.isMissingNode()) {
            return Optional.empty();
        }
        ObjectNode plan = JSON.objectNode();
        if (request.isTextual()) {
            plan.put("kind", request.textValue());
        } else if (request instanceof ObjectNode object) {
            plan.setAll(object);
        }
        String kind = plan.path("kind").asText("");
        if (!KINDS.contains(kind)) {
            faults.add(Fault.at(
                    "/validation/kind", "must be one of %s, got '%s'".formatted(String.join(", ", KINDS), kind)));
            return Optional.empty();
        }
        if (kind.equals(AUTO)) {
            return Optional.empty();
        }
        DEFAULTS.getOrDefault(kind, Map.of()).forEach((field, value) -> {
            if (!plan.has(field)) {
                plan.set(field, value);
            }
        });
        if (List.of("group", "time", "custom").contains(kind)
                && !plan.path("column").isTextual()) {
            faults.add(Fault.at("/validation/column", "the name of the column to go by is needed"));
            return Optional.empty();
        }
        try {
            return Optional.of(Json.convert(plan, Validation.class));
        } catch (IllegalArgumentException e) {
            faults.add(Fault.at("/validation", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
