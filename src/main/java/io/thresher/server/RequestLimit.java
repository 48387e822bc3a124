package io.thresher.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Refuses a request that says it is too large before any of it is read, with a problem. */
@ApplicationScoped
class RequestLimit {
    /** Before the server's own limit, which answers without a word. */
    private static final int PRIORITY = 1000;

    private final long maxBytes;
    private final ObjectMapper json;

    RequestLimit(ThresherConfig config, ObjectMapper json) {
        this.maxBytes = config.upload().maxBytes();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        if (announcedBytes(context.request()) <= maxBytes) {
            context.next();
            return;
        }
        String detail = "The service takes up to %d bytes in one request (thresher.upload.max-bytes), not %d"
                .formatted(maxBytes, announcedBytes(context.request()));
        context.response()
                .setStatusCode(ProblemType.TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(written(Problem.of(ProblemType.TOO_LARGE, detail, List.of())));
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }

    /** 0 where the request does not say. */
    private static long announcedBytes(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }
}
