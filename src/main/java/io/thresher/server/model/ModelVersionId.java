package io.thresher.server.model;

import java.io.Serializable;

/**
 * A version of a model.
 *
 * @param version from 1
 */
public record ModelVersionId(String name, int version) implements Serializable {

    /** What its file is called once it has been exported. */
    public String file() {
        return "%s-%d.onnx".formatted(name, version);
    }
}
