package io.thresher.model.tribuo;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Tribuo tells of every tree and every iteration at INFO; only its warnings are of interest here. */
final class TribuoLog {
    /** Held, for a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("org.tribuo");

    private TribuoLog() {}

    static void onlyWarnings() {
        LOGGER.setLevel(Level.WARNING);
    }
}
