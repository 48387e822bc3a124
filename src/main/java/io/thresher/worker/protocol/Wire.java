package io.thresher.worker.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The JSON of the worker protocol, the same at both ends. */
public final class Wire {
    /** Path below which the service answers workers. */
    public static final String PATH = "/worker/v1";
    /** Name of the model that a successful trial hands in. */
    public static final String MODEL = "model.onnx";
    /** Name of the out-of-fold predictions that a successful trial hands in. */
    public static final String OUT_OF_FOLD = "out-of-fold.bin";
    /** Name of what the model predicts for the {@link io.thresher.trial.CheckedRows}, which a successful trial hands in. */
    public static final String CHECKED = "checked.bin";

    private static final ObjectMapper JSON = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());

    private Wire() {}

    public static String write(Object message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message: " + message, e);
        }
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if {@code json} is not a message of that type
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not a %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
        }
    }
}
