package io.thresher.worker.local;

import io.thresher.worker.process.WorkerMain;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of a child JVM: the same code as this process, without the service around it. */
final class WorkerCommand {
    /**
     * The heap starts small, or it could never become so again; a collection gives back at once all but a fifth of what
     * lives. New objects have room enough that those of one model do not grow old.
     */
    private static final List<String> GIVING_BACK =
            List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20", "-XX:-ShrinkHeapInSteps");

    private static final int FIRST_HEAP_MIB = 192;
    private static final int NEW_OBJECTS_MIB = 128;

    private final WorkerOptions options;

    WorkerCommand(WorkerOptions options) {
        this.options = options;
    }

    List<String> line(Path folder) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(GIVING_BACK);
        line.addAll(List.of(
                "-Xms" + Math.min(FIRST_HEAP_MIB, options.heapMiB()) + "m",
                "-XX:NewSize=" + Math.min(NEW_OBJECTS_MIB, options.heapMiB() / 4) + "m",
                "-Xmx" + options.heapMiB() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=4",
                "-XX:ActiveProcessorCount=1",
                "-XX:ErrorFile=" + folder.resolve("hs_err.log"),
                "-Djava.io.tmpdir=" + folder,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-Dai.djl.pytorch.num_interop_threads=1",
                "-DDJL_CACHE_DIR=" + options.cache().resolve("djl"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                options.libraries()
                                .map(jars -> jars + File.separator + "*" + File.pathSeparator)
                                .orElse("")
                        + classPath(),
                WorkerMain.class.getName()));
        return line;
    }

    /** One thread a trial, and threads that wait must not spin: two such processes would slow each other down. */
    Map<String, String> environment() {
        return Map.of("OMP_NUM_THREADS", "1", "OMP_WAIT_POLICY", "PASSIVE", "MALLOC_ARENA_MAX", "2");
    }

    private static String classPath() {
        CodeSource source = WorkerMain.class.getProtectionDomain().getCodeSource();
        try {
            Path code = Path.of(source.getLocation().toURI());
            Path application =
                    code.getParent() == null ? code : code.getParent().getParent();
            if (application != null && Files.isDirectory(application.resolve("lib/main"))) {
                return String.join(
                        File.pathSeparator,
                        application.resolve("app") + "/*",
                        application.resolve("lib/main") + "/*",
                        application.resolve("lib/boot") + "/*");
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the application's own folder cannot be found", e);
        }
        return System.getProperty("java.class.path");
    }
}
