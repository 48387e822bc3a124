package io.thresher.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Class labels as the JSON array that stands in a model's metadata. */
final class ClassLabels {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClassLabels() {}

    static String write(List<String> classes) {
        try {
            return JSON.writeValueAsString(classes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> parse(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new InvalidModel("the model's class labels cannot be read: " + json, e);
        }
    }
}
