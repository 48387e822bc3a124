import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * How long a table takes to be read, and how much memory the process that reads it needs at most.
 *
 * <pre>
 * java src/bench/java/IngestFigures.java [--class-path PATH] [ROWSxCOLUMNS …]
 * </pre>
 *
 * Each table is generated (numbers, whole numbers, words, dates, sentences, identifiers, one value in twenty missing),
 * then read in a process of its own with the packaged application on its class path, without a limit on its heap other
 * than Java's own. Linux only: the memory is the kernel's VmHWM.
 */
public final class IngestFigures {
    private static final String CHILD = """
            public class IngestOnce {
                public static void main(String[] files) throws Exception {
                    long start = System.nanoTime();
                    var schema = io.thresher.data.files.DatasetFiles.ingest(
                            java.nio.file.Path.of(files[0]),
                            java.nio.file.Path.of(files[1]),
                            io.thresher.data.files.IngestLimits.DEFAULT);
                    double seconds = (System.nanoTime() - start) / 1e9;
                    String peak = java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("VmHWM"))
                            .findFirst()
                            .orElseThrow()
                            .replaceAll("[^0-9]", "");
                    System.out.println("figures " + seconds + " " + peak + " " + schema.rows() + " " + schema.columns().size());
                }
            }
            """;

    private IngestFigures() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> sizes = new ArrayList<>(List.of(arguments));
        String classPath = packaged();
        if (sizes.size() > 1 && sizes.get(0).equals("--class-path")) {
            classPath = sizes.get(1);
            sizes = sizes.subList(2, sizes.size());
        }
        if (sizes.isEmpty()) {
            sizes = List.of("10000x20", "100000x50", "1000000x50");
        }
        Path folder = Files.createTempDirectory("ingest-figures");
        try {
            String withChild = compile(folder, classPath) + File.pathSeparator + classPath;
            System.out.println("| rows | columns | MB | seconds | MB/s | peak RSS MiB |\n|---|---|---|---|---|---|");
            for (String size : sizes) {
                String[] parts = size.split("x");
                measure(folder, withChild, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } finally {
            delete(folder);
        }
    }

    private static String packaged() {
        Path app = Path.of("target", "quarkus-app");
        return Stream.of("app", "lib/main", "lib/boot")
                .map(part -> app.resolve(part).resolve("*").toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String compile(Path folder, String classPath) throws IOException {
        Path source = Files.writeString(folder.resolve("IngestOnce.java"), CHILD);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failed = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                expanded(classPath),
                "-d",
                classes.toString(),
                source.toString());
        if (failed != 0) {
            throw new IllegalStateException("no Thresher on the class path " + classPath + ": package it first");
        }
        return classes.toString();
    }

    /** The compiler's own interface knows no wildcards. */
    private static String expanded(String classPath) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (!entry.endsWith("*")) {
                entries.add(entry);
                continue;
            }
            try (Stream<Path> jars = Files.list(Path.of(entry).toAbsolutePath().getParent())) {
                jars.forEach(jar -> entries.add(jar.toString()));
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void measure(Path folder, String classPath, int rows, int columns)
            throws IOException, InterruptedException {
        Path csv = folder.resolve("table.csv");
        write(csv, rows, columns);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "IngestOnce",
                        csv.toString(),
                        folder.resolve("dataset-" + rows + "x" + columns).toString())
                .redirectErrorStream(true)
                .start();
        String figures = "";
        StringBuilder all = new StringBuilder();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                figures = line.startsWith("figures ") ? line : figures;
                all.append(line).append('\n');
            }
        }
        if (process.waitFor() != 0 || figures.isEmpty()) {
            throw new IllegalStateException("the table could not be read:\n" + all);
        }
        String[] figure = figures.split(" ");
        double megabytes = Files.size(csv) / 1e6;
        double seconds = Double.parseDouble(figure[1]);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %.1f | %.0f | %d |%n",
                figure[3],
                figure[4],
                megabytes,
                seconds,
                megabytes / seconds,
                Long.parseLong(figure[2]) / 1024);
    }

    private static void write(Path csv, int rows, int columns) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(csv), 1 << 20)) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(column == 0 ? "" : ",").append("column_").append(column);
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            for (int row = 0; row < rows; row++) {
                line.setLength(0);
                for (int column = 0; column < columns; column++) {
                    line.append(column == 0 ? "" : ",");
                    if (random.nextInt(20) > 0) {
                        value(line, column % 25, row, random);
                    }
                }
                out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void value(StringBuilder line, int kind, int row, SplittableRandom random) {
        if (kind < 10) {
            line.append(random.nextInt(1_000)).append('.').append(100_000 + random.nextInt(900_000));
        } else if (kind < 15) {
            line.append(random.nextInt(kind == 10 ? 10 : 100_000));
        } else if (kind < 19) {
            line.append("level ").append(random.nextInt(5 * (kind - 14)));
        } else if (kind == 19) {
            line.append(2000 + random.nextInt(25))
                    .append("-0")
                    .append(1 + random.nextInt(9))
                    .append('-');
            line.append(10 + random.nextInt(18));
        } else if (kind == 20) {
            line.append(random.nextInt(2) == 0 ? "yes" : "no");
        } else if (kind == 21) {
            line.append("street ").append(random.nextInt(50_000));
        } else if (kind == 22) {
            line.append("C").append(10_000_000 + row);
        } else if (kind == 23) {
            line.append("\"a sentence, with ").append(random.nextInt(1_000_000)).append(" and \"\"quotes\"\" in it\"");
        } else {
            line.append(random.nextInt(4));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
