package io.thresher.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.thresher.data.ReadingOptions;
import io.thresher.server.Fault;
import io.thresher.server.Json;
import io.thresher.server.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a user says about a file. What is wrong with single options is told with the file, all at once. */
final class RequestedReading {
    private RequestedReading() {}

    /** From a part of a form, JSON as text. */
    static ReadingOptions ofForm(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return ReadingOptions.NONE;
        }
        try {
            return of(Json.parse(json));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(List.of(Fault.ofParameter("reading", message(e))));
        }
    }

    /** From a field of a body. */
    static ReadingOptions ofBody(@Nullable JsonNode reading) {
        try {
            return reading == null || reading.isNull() ? ReadingOptions.NONE : of(reading);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(List.of(Fault.at("/reading", message(e))));
        }
    }

    private static ReadingOptions of(JsonNode reading) {
        if (!reading.isObject()) {
            throw new IllegalArgumentException("an object with options such as {\"delimiter\": \";\"} is needed");
        }
        return Json.convert(reading, ReadingOptions.class);
    }

    private static String message(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }
}
