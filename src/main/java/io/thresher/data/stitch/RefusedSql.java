package io.thresher.data.stitch;

/** SQL that is not run, or that failed; the message says why in words for whoever wrote it. */
public final class RefusedSql extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedSql(String message) {
        super(message);
    }

    public RefusedSql(String message, Throwable cause) {
        super(message, cause);
    }
}
