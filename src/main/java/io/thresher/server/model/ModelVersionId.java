package io.thresher.server.model;

import java.io.Serializable;

/**
 * A version of a model.
 *
 * @param version from 1
 */
public record ModelVersionId(String name, int version) implements Serializable {}
