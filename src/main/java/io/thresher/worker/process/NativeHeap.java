package io.thresher.worker.process;

import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Memory outside of the heap. What PyTorch, XGBoost and others have freed stays with the process until it is given back,
 * malloc_trim(3), by a command that OpenJDK has on Linux since 17.0.9; elsewhere nothing is done.
 */
final class NativeHeap {
    private static final Logger LOG = Logger.getLogger(NativeHeap.class.getName());
    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

    private NativeHeap() {}

    /** Gives back what is free. Whether that was possible. */
    static boolean giveBack() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(COMMANDS), "systemTrimNativeHeap", new Object[0], new String[0]);
            return true;
        } catch (JMException | RuntimeException e) {
            LOG.log(Level.FINE, "freed memory cannot be given back here", e);
            return false;
        }
    }
}
