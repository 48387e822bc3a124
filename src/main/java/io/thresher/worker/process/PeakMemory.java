package io.thresher.worker.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The most memory that this process has held at once: the highest resident size that Linux knows of (proc(5): {@code VmHWM}
 * in {@code status}, begun anew by writing 5 to {@code clear_refs}). Elsewhere it is not known.
 */
final class PeakMemory {
    private static final Logger LOG = Logger.getLogger(PeakMemory.class.getName());
    private static final Path SELF = Path.of("/proc/self");
    private static final String BEGIN_ANEW = "5";
    private static final String HIGHEST = "VmHWM:";
    private static final long KIB = 1024;

    private final Path process;
    private boolean counting;

    PeakMemory() {
        this(SELF);
    }

    /**
     * @param process folder in which the operating system tells of the process
     */
    PeakMemory(Path process) {
        this.process = process;
    }

    /** What was held before counts no more, unless it is held still: by what lives, or freed by a trial just before. */
    void beginAnew() {
        try {
            Files.writeString(process.resolve("clear_refs"), BEGIN_ANEW, StandardOpenOption.WRITE);
            counting = true;
        } catch (IOException e) {
            counting = false;
            LOG.log(Level.FINE, "how much memory a trial takes is not known here", e);
        }
    }

    /** Bytes held at once since {@link #beginAnew}; nothing where the operating system does not tell. */
    OptionalLong bytes() {
        if (!counting) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(process.resolve("status"))) {
            return lines.filter(line -> line.startsWith(HIGHEST))
                    .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            LOG.log(Level.FINE, "how much memory a trial takes is not known here", e);
            return OptionalLong.empty();
        }
    }
}
