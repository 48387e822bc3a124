import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Reads many damaged files of every format. Each is read or refused; anything else (another exception, more than 20
 * seconds, a file left behind) is kept and ends the run with status 1.
 *
 * <pre>
 * java -cp 'target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*' \
 *     src/bench/java/IngestFuzz.java [--tries 10000] [--seed 1] [EXAMPLE …]
 * </pre>
 *
 * Examples are files to begin with, beside the generated ones: CSV, JSON, ARFF, Parquet, gzip, zip. Without a seed the
 * clock gives one, which is printed.
 */
public final class IngestFuzz {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String LETTERS = ",;\t|\"'\r\n {}[]:@%?-.0123456789eE/ \\aNAéß€\u0000\u2028";

    private final SplittableRandom random;
    private final Path folder;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "reader");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int failures;

    private IngestFuzz(long seed, Path folder) {
        this.random = new SplittableRandom(seed);
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> rest = new ArrayList<>(List.of(arguments));
        int tries = (int) option(rest, "--tries", 10_000);
        long seed = option(rest, "--seed", System.currentTimeMillis());
        Path folder = Files.createTempDirectory("ingest-fuzz");
        IngestFuzz fuzz = new IngestFuzz(seed, folder);
        List<byte[]> examples = fuzz.examples();
        for (String file : rest) {
            examples.add(Files.readAllBytes(Path.of(file)));
        }
        System.out.println("seed " + seed + ", " + tries + " tries from " + examples.size() + " files");
        fuzz.run(examples, tries);
        fuzz.outcomes.forEach((outcome, count) -> System.out.printf("%8d %s%n", count, outcome));
        if (fuzz.failures == 0) {
            delete(folder);
        }
        System.exit(fuzz.failures == 0 ? 0 : 1);
    }

    private static long option(List<String> arguments, String name, long otherwise) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        arguments.remove(at);
        return Long.parseLong(arguments.remove(at));
    }

    private void run(List<byte[]> examples, int tries) throws IOException, InterruptedException {
        for (int i = 0; i < tries; i++) {
            byte[] example = examples.get(random.nextInt(examples.size()));
            byte[] damaged = example;
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged = damaged(damaged);
            }
            if (random.nextInt(10) == 0) {
                damaged = random.nextBoolean() ? gzip(damaged) : zip(damaged);
            }
            read(i, damaged);
            if ((i + 1) % 500 == 0) {
                System.out.println((i + 1) + " tries, " + failures + " failures");
            }
        }
    }

    private void read(int number, byte[] content) throws IOException, InterruptedException {
        Path upload = Files.write(folder.resolve("upload"), content);
        Path datasets = Files.createDirectories(folder.resolve("datasets"));
        Path target = datasets.resolve("set");
        var options = options();
        String outcome;
        try {
            outcome = reader.submit(() -> {
                        try {
                            var schema = io.thresher.data.files.DatasetFiles.ingest(
                                    upload, target, options, io.thresher.data.files.IngestLimits.DEFAULT);
                            io.thresher.data.files.TableReader.read(
                                    target.resolve(io.thresher.data.files.DatasetFiles.TABLE), schema, schema.names());
                            return "read as " + schema.reading().format();
                        } catch (io.thresher.data.UnreadableDataset e) {
                            return e.faults().stream().allMatch(fault -> fault.length() > 20 && fault.length() < 2_000)
                                    ? "refused"
                                    : "REFUSED WITHOUT REASON";
                        }
                    })
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            outcome = "FAILED with " + e.getCause().getClass().getSimpleName();
            e.getCause().printStackTrace();
        } catch (TimeoutException e) {
            outcome = "HUNG";
        }
        List<String> left;
        try (Stream<Path> files = Files.list(datasets)) {
            left = files.map(file -> file.getFileName().toString()).toList();
        }
        boolean clean = left.equals(outcome.startsWith("read") ? List.of("set") : List.of());
        if (!clean || outcome.matches("[A-Z]{4}.*")) {
            failures++;
            Path kept = Files.copy(upload, folder.resolve("failure-" + number));
            System.out.println(outcome + (clean ? "" : ", left behind " + left) + ": " + kept + " " + options);
        }
        outcomes.merge(outcome, 1, Integer::sum);
        delete(datasets);
    }

    private io.thresher.data.ReadingOptions options() {
        if (random.nextInt(5) > 0) {
            return io.thresher.data.ReadingOptions.NONE;
        }
        List<String> types = List.of("number", "integer", "category", "boolean", "dateTime", "text", "constant", "odd");
        return new io.thresher.data.ReadingOptions(
                pick(null, ",", ";", "tab", "xx"),
                pick(null, "\"", "'", ","),
                pick(null, "utf-8", "latin-1", "utf-16", "klingon"),
                pick(null, true, false),
                pick(null, true, false),
                random.nextBoolean() ? Map.of() : Map.of("a", types.get(random.nextInt(types.size()))),
                pick(null, List.of("x", "-1")),
                pick(null, null, null, "delimited", "json", "arff", "parquet"));
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    private byte[] damaged(byte[] content) {
        int from = random.nextInt(content.length + 1);
        int to = Math.min(content.length, from + random.nextInt(1 + (random.nextBoolean() ? 8 : 400)));
        byte[] middle = switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> bytes(random.nextInt(40));
            case 2 -> letters(random.nextInt(40));
            case 3 -> repeated(content, from, to);
            default -> flipped(content, from, to);
        };
        byte[] result = new byte[from + middle.length + content.length - to];
        System.arraycopy(content, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(content, to, result, from + middle.length, content.length - to);
        return result;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] letters(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> "" + LETTERS.charAt(random.nextInt(LETTERS.length())))
                .collect(Collectors.joining())
                .getBytes(random.nextInt(4) == 0 ? Charset.forName("windows-1252") : StandardCharsets.UTF_8);
    }

    private byte[] repeated(byte[] content, int from, int to) {
        int times = random.nextInt(6);
        byte[] repeated = new byte[(to - from) * times];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = content[from + i % (to - from)];
        }
        return repeated;
    }

    private byte[] flipped(byte[] content, int from, int to) {
        byte[] flipped = java.util.Arrays.copyOfRange(content, from, to);
        for (int i = 0; i < flipped.length; i += 1 + random.nextInt(20)) {
            flipped[i] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private List<byte[]> examples() throws IOException {
        List<byte[]> examples = new ArrayList<>();
        String rows = IntStream.range(0, 60)
                .mapToObj(
                        i -> "%d,%s,\"w, %d\",2014-10-%02d,1.%d\n".formatted(i, "xyz".charAt(i % 3), i, 1 + i % 30, i))
                .collect(Collectors.joining());
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)) {
            examples.add(("a,b,c,d,e\n" + rows).getBytes(charset));
        }
        examples.add(("Title of it\n\na;b;c;d;e\n" + rows.replace(',', ';').replace('.', ',') + "Total;5\n")
                .getBytes(StandardCharsets.UTF_8));
        String lines = IntStream.range(0, 60)
                .mapToObj(i -> "{\"a\":%d,\"b\":\"x\\u00e9\\n%d\",\"c\":%s}".formatted(i, i % 7, i % 2 == 0))
                .collect(Collectors.joining("\n"));
        examples.add(lines.getBytes(StandardCharsets.UTF_8));
        examples.add(("[" + lines.replace("\n", ",\n") + "]").getBytes(StandardCharsets.UTF_8));
        String header = "% c\n@relation r\n@attribute a numeric\n@attribute b {x,y,z}\n@attribute 'c d' string\n"
                + "@attribute d date 'yyyy-MM-dd'\n@attribute e real\n@data\n";
        examples.add((header + rows).getBytes(StandardCharsets.UTF_8));
        examples.add((header + "{0 5, 1 y}\n{2 'it', 4 1.5}\n{}\n").getBytes(StandardCharsets.UTF_8));
        examples.add(gzip(examples.get(0)));
        examples.add(zip(examples.get(0)));
        Path csv = Files.write(folder.resolve("example.csv"), examples.get(0));
        Path parquet = folder.resolve("example");
        io.thresher.data.files.DatasetFiles.ingest(csv, parquet, io.thresher.data.files.IngestLimits.DEFAULT);
        byte[] table = Files.readAllBytes(parquet.resolve(io.thresher.data.files.DatasetFiles.TABLE));
        examples.add(table);
        examples.add(table);
        return examples;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("table.csv"));
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
