package io.thresher.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model takes and gives.
 *
 * @param inputs column name to kind, in the order of training, or that of {@code packed} inputs; every one is needed to
 *     predict
 * @param classes class labels in the order of the probabilities; empty for regression
 * @param packed whether there is one input of all numbers and one of all words in place of one a column
 */
public record ModelSignature(Map<String, Kind> inputs, List<String> classes, boolean packed) {

    /** How a column enters the model. */
    public enum Kind {
        /** float32, NaN where missing. */
        NUMBER,
        /** A string, empty where missing. */
        WORD
    }

    public ModelSignature {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        classes = List.copyOf(classes);
    }

    /** Name of the tensor with the predictions: probabilities, N × classes, or numbers, N × 1. */
    public String output() {
        return OnnxExport.free(classes.isEmpty() ? OnnxExport.PREDICTION : OnnxExport.PROBABILITIES, inputs.keySet());
    }
}
