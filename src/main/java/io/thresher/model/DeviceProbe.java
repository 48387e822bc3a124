package io.thresher.model;

import java.util.Optional;

/** Finds out whether a library can train on this machine's GPU. */
@FunctionalInterface
public interface DeviceProbe {

    /**
     * What keeps the library from it; nothing if a tiny computation there has just succeeded. Loads the library, which may
     * fail as loading does.
     */
    Optional<String> obstacle();
}
