package io.thresher.onnx;

/** A file that is not a model Thresher exported. */
public final class InvalidModel extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidModel(String message) {
        super(message);
    }

    public InvalidModel(String message, Throwable cause) {
        super(message, cause);
    }
}
