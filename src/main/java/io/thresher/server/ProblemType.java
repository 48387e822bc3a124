package io.thresher.server;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problems a request can meet, each with its HTTP status. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    UNREADABLE_DATASET(400, "The file cannot be read as a table"),
    UNAUTHORIZED(401, "A token is needed"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The method is not offered here"),
    NOT_ACCEPTABLE(406, "The asked-for media type is not offered here"),
    CONFLICT(409, "Not possible in this state"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The sent media type is not taken here"),
    INTERNAL(500, "The service failed");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Identifies the type, such as {@code urn:thresher:problem:not-found}. */
    public URI uri() {
        return URI.create(
                "urn:thresher:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The first type with that status, if there is one. */
    public static Optional<ProblemType> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }
}
