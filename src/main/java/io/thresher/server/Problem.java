package io.thresher.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

/**
 * What is told when a request cannot be served (RFC 9457).
 *
 * @param type identifies the kind
 * @param title the kind in words
 * @param status HTTP status
 * @param detail what went wrong this time
 * @param errors every fault found, if the request was at fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(URI type, String title, int status, String detail, List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemType type, String detail, List<Fault> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, errors);
    }
}
