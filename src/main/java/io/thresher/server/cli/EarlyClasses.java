package io.thresher.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Loads the classes that a start will need on a second core, while the first still does what comes before: a start is
 * mostly the loading of classes, one after the other. The list is written by {@code src/bench/java/StartupClasses.java};
 * what is not in it, or no longer there, is loaded as ever.
 */
final class EarlyClasses {
    private static final Logger LOG = Logger.getLogger(EarlyClasses.class.getName());
    private static final String LIST = "/startup-classes.txt";
    private static final String SWITCH = "early-classes";

    private EarlyClasses() {}

    /** Begins to load, unless switched off; returns at once. */
    static void load() {
        if (System.getProperty(SWITCH, "true").equals("true")) {
            Thread loading = new Thread(EarlyClasses::loadAll, "early classes");
            loading.setDaemon(true);
            loading.start();
        }
    }

    private static void loadAll() {
        ClassLoader loader = EarlyClasses.class.getClassLoader();
        for (String name : names()) {
            try {
                Class.forName(name, false, loader);
            } catch (ClassNotFoundException | LinkageError e) {
                LOG.log(Level.FINEST, "not loaded early", e);
            }
        }
    }

    static List<String> names() {
        try (InputStream list = EarlyClasses.class.getResourceAsStream(LIST)) {
            if (list == null) {
                return List.of();
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            LOG.log(Level.FINE, "the list cannot be read", e);
            return List.of();
        }
    }
}
