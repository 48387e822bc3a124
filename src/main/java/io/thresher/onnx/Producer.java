package io.thresher.onnx;

/** Who wrote a model file. */
public final class Producer {
    public static final String NAME = "Thresher";

    /** Version of this Thresher. */
    public static final String VERSION = "0.1.0";

    private Producer() {}
}
