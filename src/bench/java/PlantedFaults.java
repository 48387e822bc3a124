import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Dialect;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Task;
import io.thresher.data.TextEncoding;
import io.thresher.data.csv.Blanks;
import io.thresher.data.csv.Numerals;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.TableReader;
import io.thresher.data.issue.DataIssue;
import io.thresher.data.issue.DataIssues;
import io.thresher.data.issue.IssueKind;
import io.thresher.data.issue.Severity;
import io.thresher.data.issue.Subject;
import io.thresher.seed.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many planted faults are found, and how often one is reported that is not there: in tables drawn at random and in the
 * development tables.
 *
 * <pre>
 * java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/PlantedFaults.java \
 *     [shared-folder] [first-seed] [seeds] [show]
 * </pre>
 *
 * <p>Each fault is planted once a seed in a drawn table and once in a development table. A fault is found if an issue of
 * its kind names its columns; a leak also if an issue of another kind of leak does, at medium severity or above. A false
 * alarm is an issue of medium severity or above of a kind that was not planted and does not follow from what was; in the
 * development tables, of a kind that the untouched table does not have. With {@code show}, each miss and each false alarm
 * is printed.
 */
public final class PlantedFaults {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Set<IssueKind> TAILS =
            EnumSet.of(IssueKind.HEAVY_TAIL, IssueKind.DOMINATING_ROWS, IssueKind.ZERO_INFLATION);

    private final boolean show;
    private final Map<String, int[]> found = new LinkedHashMap<>();
    private final Map<IssueKind, int[]> alarms = new EnumMap<>(IssueKind.class);
    private int cleanTables;
    private int alarmingTables;

    private PlantedFaults(boolean show) {
        this.show = show;
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        List<String> given = List.of(arguments);
        Path shared = Path.of(given.size() > 0 ? given.get(0) : "../shared");
        long first = given.size() > 1 ? Long.parseLong(given.get(1)) : 1;
        int seeds = given.size() > 2 ? Integer.parseInt(given.get(2)) : 3;
        PlantedFaults drawn = new PlantedFaults(given.contains("show"));
        PlantedFaults real = new PlantedFaults(given.contains("show"));
        List<Frame> development = development(shared.resolve("data").resolve("dev"));
        for (long seed = first; seed < first + seeds; seed++) {
            for (int clean = 0; clean < 12; clean++) {
                drawn.clean(Drawn.frame(new Random(seed * 1_000 + clean)), "clean " + seed + "/" + clean);
            }
            int place = 0;
            for (Fault fault : Faults.all()) {
                place++;
                Random random = new Random(seed * 7_919 + place * 104_729L);
                for (int tries = 0;
                        tries < 30 && !drawn.plant(fault, Drawn.frame(random), Set.of(), random);
                        tries++) {}
                for (int tries = 0; tries < 30; tries++) {
                    Frame table = development.get(random.nextInt(development.size()));
                    if (real.plant(fault, table, table.already, random)) {
                        break;
                    }
                }
            }
        }
        drawn.report("Drawn tables, seeds %d to %d".formatted(first, first + seeds - 1));
        real.report("Development tables, seeds %d to %d".formatted(first, first + seeds - 1));
    }

    /** Tells what is reported on a table without planted faults. */
    private void clean(Frame frame, String name) {
        Set<IssueKind> wrong = EnumSet.noneOf(IssueKind.class);
        find(frame, Optional.empty()).stream().filter(PlantedFaults::isAlarm).forEach(issue -> {
            wrong.add(issue.kind());
            show("FALSE  " + name + " [" + frame + "]: " + issue.kind() + " " + issue.sentence() + " "
                    + issue.evidence());
        });
        count(Set.of(), wrong);
    }

    private void count(Set<IssueKind> excused, Set<IssueKind> wrong) {
        cleanTables++;
        alarmingTables += wrong.isEmpty() ? 0 : 1;
        for (IssueKind kind : IssueKind.values()) {
            if (!excused.contains(kind)) {
                int[] count = alarms.computeIfAbsent(kind, unseen -> new int[2]);
                count[0] += wrong.contains(kind) ? 1 : 0;
                count[1]++;
            }
        }
    }

    private boolean plant(Fault fault, Frame clean, Set<IssueKind> already, Random random) {
        Optional<Planted> planted = fault.how.in(clean.copy(), random);
        if (planted.isEmpty()
                || already.contains(fault.kind)
                        && !fault.kind.isLeak()
                        && planted.get().columns.isEmpty()) {
            return false;
        }
        Planted table = planted.get();
        List<DataIssue> issues = find(table.frame, table.test);
        boolean isFound = issues.stream().anyMatch(issue -> speaksOf(issue, fault, table));
        int[] count = found.computeIfAbsent(fault.name, unseen -> new int[2]);
        count[0] += isFound ? 1 : 0;
        count[1]++;
        if (!isFound) {
            show("MISSED " + fault.name + " " + table.columns + " in " + clean + ": "
                    + issues.stream()
                            .map(issue -> issue.kind() + "" + issue.columns())
                            .limit(8)
                            .toList());
        }
        Set<IssueKind> excused = EnumSet.of(fault.kind);
        excused.addAll(fault.follows);
        excused.addAll(already);
        Set<IssueKind> wrong = EnumSet.noneOf(IssueKind.class);
        for (DataIssue issue : issues) {
            boolean ofLeak = fault.kind.isLeak()
                    && issue.kind().isLeak()
                    && (table.columns.isEmpty() || issue.columns().stream().anyMatch(table.columns::contains));
            if (isAlarm(issue) && !excused.contains(issue.kind()) && !ofLeak) {
                wrong.add(issue.kind());
                show("FALSE  beside " + fault.name + " [" + clean + "]: " + issue.kind() + " " + issue.sentence() + " "
                        + issue.evidence());
            }
        }
        count(excused, wrong);
        return true;
    }

    private static boolean speaksOf(DataIssue issue, Fault fault, Planted table) {
        boolean kind = issue.kind() == fault.kind
                || fault.kind.isLeak() && issue.kind().isLeak() && !table.columns.isEmpty();
        return kind
                && (!fault.kind.isLeak() || isAlarm(issue))
                && (table.columns.isEmpty() || issue.columns().stream().anyMatch(table.columns::contains));
    }

    private static boolean isAlarm(DataIssue issue) {
        return issue.severity() != Severity.LOW;
    }

    private static List<DataIssue> find(Frame frame, Optional<Frame> test) {
        DatasetSchema schema = frame.schema();
        Subject subject = new Subject(
                frame.table(schema), schema, frame.target, frame.task, test.map(other -> other.table(schema)));
        return DataIssues.find(subject, CLOCK, new Seed(1));
    }

    private void report(String title) {
        System.out.printf("%n## %s%n%n|fault|found|of|%n|---|---|---|%n", title);
        int all = 0;
        int hit = 0;
        for (Map.Entry<String, int[]> entry : found.entrySet()) {
            System.out.printf("|%s|%d|%d|%n", entry.getKey(), entry.getValue()[0], entry.getValue()[1]);
            hit += entry.getValue()[0];
            all += entry.getValue()[1];
        }
        System.out.printf("|all|%d|%d| = %.1f %%%n", hit, all, 100.0 * hit / Math.max(1, all));
        int wrong = 0;
        int asked = 0;
        System.out.printf("%n|false alarms of|tables|of|%n|---|---|---|%n");
        for (Map.Entry<IssueKind, int[]> entry : alarms.entrySet()) {
            wrong += entry.getValue()[0];
            asked += entry.getValue()[1];
            if (entry.getValue()[0] > 0) {
                System.out.printf("|%s|%d|%d|%n", entry.getKey(), entry.getValue()[0], entry.getValue()[1]);
            }
        }
        System.out.printf("|all kinds|%d|%d| = %.2f %%%n", wrong, asked, 100.0 * wrong / Math.max(1, asked));
        System.out.printf(
                "|tables with any|%d|%d| = %.1f %%%n",
                alarmingTables, cleanTables, 100.0 * alarmingTables / Math.max(1, cleanTables));
    }

    private void show(String line) {
        if (show) {
            System.out.println(line);
        }
    }

    private static List<Frame> development(Path folder) throws IOException {
        List<Frame> frames = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            System.out.println("skipped: there is no " + folder);
            return List.of(Drawn.frame(new Random(0)));
        }
        Path scratch = Files.createTempDirectory("planted");
        List<Path> tables;
        try (Stream<Path> entries = Files.list(folder)) {
            tables = entries.filter(Files::isDirectory).sorted().toList();
        }
        for (Path table : tables) {
            JsonNode meta =
                    new ObjectMapper().readTree(table.resolve("meta.json").toFile());
            Path stored = scratch.resolve(table.getFileName());
            DatasetSchema schema = DatasetFiles.ingest(table.resolve("train.csv"), stored, IngestLimits.DEFAULT);
            Table read = TableReader.read(stored.resolve(DatasetFiles.TABLE), schema, schema.names());
            Frame frame = Frame.of(
                    table.getFileName().toString(),
                    read,
                    schema.names().get(meta.get("target_index").asInt()),
                    Task.ofWord(meta.get("task").asText()).orElseThrow());
            List<DataIssue> untouched = find(frame, Optional.empty());
            untouched.forEach(issue -> frame.already.add(issue.kind()));
            System.out.printf(
                    "%s: %s%n",
                    frame,
                    untouched.stream()
                            .filter(PlantedFaults::isAlarm)
                            .map(issue -> issue.severity() + " " + issue.kind() + issue.columns())
                            .toList());
            frames.add(frame);
        }
        try (Stream<Path> entries = Files.walk(scratch)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
        return frames;
    }

    /** A table as it is written: words in columns. */
    private static final class Frame {
        final String name;
        final Map<String, String[]> columns = new LinkedHashMap<>();
        final String target;
        final Task task;
        final Set<IssueKind> already = EnumSet.noneOf(IssueKind.class);

        Frame(String name, String target, Task task) {
            this.name = name;
            this.target = target;
            this.task = task;
        }

        static Frame of(String name, Table table, String target, Task task) {
            Frame frame = new Frame(name, target, task);
            for (Column column : table.columns()) {
                String[] words = new String[table.rows()];
                for (int row = 0; row < words.length; row++) {
                    if (column instanceof CategoryColumn levels) {
                        words[row] = levels.word(row).orElse("");
                    } else {
                        float number = ((NumberColumn) column).value(row);
                        words[row] = Float.isNaN(number) ? "" : print(Double.parseDouble(Float.toString(number)));
                    }
                }
                frame.columns.put(column.name(), words);
            }
            return frame;
        }

        Frame copy() {
            return new Frame(name, target, task).with(this, words -> words.clone());
        }

        Frame take(int[] rows) {
            return new Frame(name, target, task)
                    .with(
                            this,
                            words -> Arrays.stream(rows)
                                    .mapToObj(row -> words[row])
                                    .toArray(String[]::new));
        }

        private Frame with(Frame other, java.util.function.UnaryOperator<String[]> change) {
            other.columns.forEach((column, words) -> columns.put(column, change.apply(words)));
            return this;
        }

        int rows() {
            return columns.get(target).length;
        }

        String[] words(String column) {
            return columns.get(column);
        }

        double[] numbers(String column) {
            return Arrays.stream(words(column))
                    .mapToDouble(word -> Numerals.parse(word, false))
                    .toArray();
        }

        double[] y() {
            if (task == Task.REGRESSION) {
                return numbers(target);
            }
            List<String> classes = classes();
            return Arrays.stream(words(target))
                    .mapToDouble(word -> word.isEmpty() ? Double.NaN : classes.indexOf(word))
                    .toArray();
        }

        List<String> classes() {
            return Arrays.stream(words(target))
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
        }

        List<String> features(boolean numeric) {
            return columns.keySet().stream()
                    .filter(column -> !column.equals(target) && isNumeric(words(column)) == numeric)
                    .toList();
        }

        static boolean isNumeric(String[] words) {
            return Arrays.stream(words).anyMatch(word -> !word.isEmpty())
                    && Arrays.stream(words)
                            .allMatch(word -> word.isEmpty() || !Double.isNaN(Numerals.parse(word, false)));
        }

        /** Adds a column at a place drawn at random. */
        String add(String column, Random random, IntFunction<String> word) {
            String[] words = IntStream.range(0, rows()).mapToObj(word).toArray(String[]::new);
            List<Map.Entry<String, String[]>> entries = new ArrayList<>(new LinkedHashMap<>(columns).entrySet());
            entries.add(random.nextInt(entries.size() + 1), Map.entry(column, words));
            columns.clear();
            entries.forEach(entry -> columns.put(entry.getKey(), entry.getValue()));
            return column;
        }

        DatasetSchema schema() {
            List<ColumnSchema> schemas = columns.entrySet().stream()
                    .map(entry -> schema(entry.getKey(), entry.getValue()))
                    .toList();
            return new DatasetSchema(
                    rows(), new Dialect(',', '"', true, TextEncoding.UTF_8, false), schemas, List.of(), Map.of());
        }

        /** The types that reading the table from a file would find. */
        private static ColumnSchema schema(String name, String[] words) {
            Set<String> distinct = new HashSet<>();
            long present = 0;
            long spaces = 0;
            boolean whole = true;
            for (String written : words) {
                String word = Blanks.clean(written);
                if (!word.isEmpty()) {
                    present++;
                    distinct.add(word);
                    spaces += word.chars().filter(letter -> letter == ' ').count();
                    whole &= Numerals.isWhole(Numerals.parse(word, false));
                }
            }
            ColumnType type = ColumnType.CATEGORY;
            if (distinct.isEmpty() || distinct.size() == 1 && present == words.length) {
                type = ColumnType.CONSTANT;
            } else if (isNumeric(Arrays.stream(words).map(Blanks::clean).toArray(String[]::new))) {
                type = whole ? ColumnType.INTEGER : ColumnType.NUMBER;
            } else if (present >= 20 && distinct.size() >= 0.5 * present && 1 + spaces / (double) present >= 3) {
                type = ColumnType.TEXT;
            } else if (present >= 20 && distinct.size() >= 0.95 * present) {
                type = ColumnType.IDENTIFIER;
            }
            return new ColumnSchema(name, type, words.length - present, distinct.size());
        }

        Table table(DatasetSchema schema) {
            List<Column> read = new ArrayList<>();
            for (ColumnSchema column : schema.columns()) {
                if (!columns.containsKey(column.name())) {
                    continue;
                }
                List<String> words =
                        Arrays.stream(words(column.name())).map(Blanks::clean).toList();
                if (!column.type().isNumeric()) {
                    read.add(CategoryColumn.of(column.name(), words));
                    continue;
                }
                float[] numbers = new float[words.size()];
                for (int row = 0; row < numbers.length; row++) {
                    numbers[row] = NumberColumn.single(Numerals.parse(words.get(row), false));
                }
                read.add(new NumberColumn(column.name(), numbers));
            }
            return new Table(rows(), read);
        }

        @Override
        public String toString() {
            return "%s %s %d rows %d columns".formatted(name, task.word(), rows(), columns.size() - 1);
        }
    }

    private static String print(double number) {
        return Double.isNaN(number) ? "" : Numerals.print(number);
    }

    private static String round(double number, int digits) {
        return print(new java.math.BigDecimal(number)
                .setScale(digits, java.math.RoundingMode.HALF_EVEN)
                .doubleValue());
    }

    /** A table with a fault. */
    private record Planted(Frame frame, Optional<Frame> test, List<String> columns) {
        static Optional<Planted> in(Frame frame, String... columns) {
            return Optional.of(new Planted(frame, Optional.empty(), List.of(columns)));
        }
    }

    private interface How {
        Optional<Planted> in(Frame frame, Random random);
    }

    /** A fault, the kind of issue it is, and kinds that may follow from it. */
    private record Fault(String name, IssueKind kind, Set<IssueKind> follows, How how) {}

    /** Tables drawn at random, without faults. */
    private static final class Drawn {
        private static final int[] ROWS = {200, 300, 500, 800, 1_500, 3_000, 6_000, 20_000};
        private static final List<String> STEMS = List.of(
                "income",
                "length",
                "score",
                "pressure",
                "volume",
                "weight",
                "rate",
                "distance",
                "level",
                "depth",
                "speed",
                "tax",
                "area",
                "width",
                "height",
                "dose",
                "load",
                "span",
                "ratio",
                "gain",
                "demand",
                "price",
                "age");
        private static final List<String> WORDS = List.of(
                "north", "south", "east", "west", "red", "green", "blue", "oak", "pine", "elm", "gold", "silver",
                "basic", "premium", "small", "medium", "large", "rent", "own", "other", "none", "monthly", "yearly",
                "weekly");

        static Frame frame(Random random) {
            int rows = ROWS[random.nextInt(random.nextInt(4) == 0 ? ROWS.length : ROWS.length - 2)];
            Task task = Task.values()[random.nextInt(3)];
            int numeric = 3 + random.nextInt(12);
            int words = 1 + random.nextInt(6);
            double[] latent = normals(rows, random);
            Map<String, String[]> columns = new LinkedHashMap<>();
            List<double[]> signals = new ArrayList<>();
            for (int i = 0; i < numeric; i++) {
                double[] z = normals(rows, random);
                double loading = random.nextInt(3) == 0 ? 0.4 + 0.45 * random.nextDouble() : 0;
                for (int row = 0; row < rows; row++) {
                    z[row] = loading * latent[row] + Math.sqrt(1 - loading * loading) * z[row];
                }
                signals.add(z);
                columns.put(STEMS.get(i % STEMS.size()) + (i < STEMS.size() ? "" : "_" + i), numeric(z, random));
            }
            for (int i = 0; i < words; i++) {
                int levels = random.nextInt(4) == 0 ? 2 : 3 + random.nextInt(random.nextInt(4) == 0 ? 40 : 9);
                double[] effect = normals(levels, random);
                double skew = random.nextDouble();
                double[] signal = new double[rows];
                String[] column = new String[rows];
                double missing = random.nextInt(4) == 0 ? 0.2 * random.nextDouble() : 0;
                for (int row = 0; row < rows; row++) {
                    int level = (int) (levels * Math.pow(random.nextDouble(), 1 + skew));
                    signal[row] = effect[level];
                    column[row] = random.nextDouble() < missing
                            ? ""
                            : levels == 2
                                    ? (level == 0 ? "yes" : "no")
                                    : WORDS.get(level % WORDS.size())
                                            + (level < WORDS.size() ? "" : "-" + (char) ('a' + level / WORDS.size()));
                }
                signals.add(signal);
                columns.put("kind_" + (char) ('a' + i), column);
            }
            double[] strength = target(signals, rows, random);
            Frame frame = new Frame("drawn", "outcome", task);
            frame.columns.putAll(columns);
            frame.columns.put("outcome", outcome(strength, task, random));
            return frame;
        }

        private static double[] target(List<double[]> signals, int rows, Random random) {
            double[] sum = new double[rows];
            int used = Math.min(signals.size(), 3 + random.nextInt(4));
            for (int i = 0; i < used; i++) {
                double[] signal = signals.get((i * 5 + random.nextInt(2)) % signals.size());
                double weight = (0.5 + 0.7 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
                int shape = random.nextInt(3);
                for (int row = 0; row < rows; row++) {
                    double z = signal[row];
                    sum[row] += weight * (shape == 0 ? z : shape == 1 ? Math.tanh(2 * z) : Math.abs(z) * 1.5);
                }
            }
            double noise = 0.5 + 1.5 * random.nextDouble();
            for (int row = 0; row < rows; row++) {
                sum[row] += noise * random.nextGaussian();
            }
            return sum;
        }

        private static String[] outcome(double[] strength, Task task, Random random) {
            double[] sorted = strength.clone();
            Arrays.sort(sorted);
            int rows = sorted.length;
            if (task == Task.REGRESSION) {
                int kind = random.nextInt(3);
                double scale = Math.pow(10, random.nextInt(4));
                return Arrays.stream(strength)
                        .mapToObj(value -> kind == 0
                                ? round(scale * (20 + value), 3)
                                : kind == 1
                                        ? round(100 * scale * Math.exp(value / 6), 2)
                                        : round(50 + 100 * scale * Math.log1p(Math.exp(value)), 0))
                        .toArray(String[]::new);
            }
            int classes = task == Task.BINARY ? 2 : 3 + random.nextInt(4);
            double[] cuts = new double[classes - 1];
            for (int i = 0; i < cuts.length; i++) {
                double share = task == Task.BINARY ? 0.5 + 0.35 * random.nextDouble() : (i + 1.0) / classes;
                cuts[i] = sorted[(int) (share * rows)];
            }
            String[] names = task == Task.BINARY && random.nextBoolean()
                    ? new String[] {"0", "1"}
                    : new String[] {"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta"};
            return Arrays.stream(strength)
                    .mapToObj(value -> names[
                            (int) Arrays.stream(cuts)
                                    .filter(cut -> value >= cut)
                                    .count()])
                    .toArray(String[]::new);
        }

        private static String[] numeric(double[] z, Random random) {
            int kind = random.nextInt(9);
            double missing = random.nextInt(4) == 0 ? 0.25 * random.nextDouble() : 0;
            double scale = Math.pow(10, random.nextInt(4) - 1);
            double centre = random.nextInt(3) * 5;
            double tail = 0.4 + 0.6 * random.nextDouble();
            String[] words = new String[z.length];
            for (int row = 0; row < words.length; row++) {
                double value = z[row];
                String word;
                switch (kind) {
                    case 0 -> word = round(scale * (centre + value), 4);
                    case 1 -> word = round(100 * Math.exp(tail * value), 2);
                    case 2 -> word = round(Math.max(18, Math.min(95, 45 + 14 * value)), 0);
                    case 3 -> word = round(Math.max(0, Math.floor(1.5 + 1.6 * value)), 0);
                    case 4 -> word = round(1 / (1 + Math.exp(-1.7 * value)), 3);
                    case 5 -> word = round(Math.max(1, Math.min(5, 3 + 1.2 * value)), 0);
                    case 6 -> word = value < 0.3 ? "0" : round(50 * value * value, 1);
                    case 7 -> word = round(1990 + 8 * value, 0);
                    default -> word = round(5_000 * Math.exp(0.5 * value), 0);
                }
                words[row] = random.nextDouble() < missing ? "" : word;
            }
            return words;
        }

        static double[] normals(int count, Random random) {
            return IntStream.range(0, count)
                    .mapToDouble(i -> random.nextGaussian())
                    .toArray();
        }
    }

    /** All faults. */
    private static final class Faults {
        private final List<Fault> faults = new ArrayList<>();

        static List<Fault> all() {
            Faults all = new Faults();
            all.leaks();
            all.rows();
            all.columns();
            all.targets();
            all.structure();
            return all.faults;
        }

        private void add(String name, IssueKind kind, How how, IssueKind... follows) {
            Set<IssueKind> allowed = EnumSet.noneOf(IssueKind.class);
            allowed.addAll(List.of(follows));
            faults.add(new Fault(name, kind, allowed, how));
        }

        private static double deviation(double[] y) {
            double[] present =
                    Arrays.stream(y).filter(value -> !Double.isNaN(value)).toArray();
            double mean = Arrays.stream(present).average().orElse(0);
            return Math.sqrt(Arrays.stream(present)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0));
        }

        private static boolean isNumber(Frame frame) {
            return frame.task == Task.REGRESSION;
        }

        private static String flipped(Frame frame, int row, double share, Random random) {
            List<String> classes = frame.classes();
            String word = frame.words(frame.target)[row];
            String kept = random.nextDouble() < share ? classes.get(random.nextInt(classes.size())) : word;
            return kept.isEmpty() ? "" : "c" + classes.indexOf(kept);
        }

        private void leaks() {
            add("copy of the target", IssueKind.TARGET_LEAK, (frame, random) -> {
                double[] y = frame.y();
                double scale = 1 + random.nextInt(5);
                return Planted.in(
                        frame,
                        frame.add(
                                "leaked",
                                random,
                                row -> isNumber(frame) ? print(scale * y[row]) : flipped(frame, row, 0, random)));
            });
            add("monotone transform", IssueKind.TARGET_LEAK, (frame, random) -> {
                double[] y = frame.y();
                double least =
                        Arrays.stream(y).filter(v -> !Double.isNaN(v)).min().orElse(0);
                double sd = deviation(y);
                int kind = random.nextInt(4);
                return Planted.in(frame, frame.add("leaked", random, row -> {
                    double z = (y[row] - least) / sd;
                    return print(
                            kind == 0
                                    ? Math.log1p(z)
                                    : kind == 1
                                            ? -Math.sqrt(z)
                                            : kind == 2 ? z * z * z + z : Math.exp(Math.min(50, z)));
                }));
            });
            add("noisy copy", IssueKind.TARGET_LEAK, (frame, random) -> {
                double[] y = frame.y();
                double noise = (0.02 + 0.13 * random.nextDouble()) * deviation(y);
                double share = 0.01 + 0.04 * random.nextDouble();
                return Planted.in(
                        frame,
                        frame.add(
                                "leaked",
                                random,
                                row -> isNumber(frame)
                                        ? print(y[row] + noise * random.nextGaussian())
                                        : flipped(frame, row, share, random)));
            });
            add("copy in few rows missing", IssueKind.TARGET_LEAK, (frame, random) -> {
                double[] y = frame.y();
                return Planted.in(
                        frame,
                        frame.add(
                                "leaked",
                                random,
                                row -> random.nextInt(20) == 0
                                        ? ""
                                        : isNumber(frame) ? print(y[row]) : flipped(frame, row, 0, random)));
            });
            add("binned copy", IssueKind.TARGET_LEAK, (frame, random) -> {
                double[] y = frame.y();
                double sd = deviation(y);
                return Planted.in(
                        frame,
                        frame.add(
                                "leaked",
                                random,
                                row -> Double.isNaN(y[row])
                                        ? ""
                                        : isNumber(frame)
                                                ? "band " + (long) Math.floor(y[row] / sd * 4)
                                                : flipped(frame, row, 0, random)));
            });
            add(
                    "mean of the target by group",
                    IssueKind.TARGET_AGGREGATE,
                    (frame, random) -> {
                        double[] y = frame.y();
                        int groups = 12 + random.nextInt(Math.max(1, Math.min(300, frame.rows() / 8) - 11));
                        int[] group = random.ints(frame.rows(), 0, groups).toArray();
                        double[] sums = new double[groups];
                        int[] rows = new int[groups];
                        for (int row = 0; row < y.length; row++) {
                            if (!Double.isNaN(y[row])) {
                                sums[group[row]] += isNumber(frame) ? y[row] : y[row] == 1 ? 1 : 0;
                                rows[group[row]]++;
                            }
                        }
                        boolean named = random.nextBoolean();
                        if (named) {
                            frame.add("district", random, row -> "d" + group[row]);
                        }
                        return Planted.in(
                                frame,
                                frame.add(
                                        "leaked",
                                        random,
                                        row -> print(sums[group[row]] / Math.max(1, rows[group[row]]))));
                    },
                    IssueKind.REPEATED_ENTITIES,
                    IssueKind.NEAR_DUPLICATE_COLUMNS);
            add("filled only when it happened", IssueKind.POST_EVENT, (frame, random) -> {
                double[] y = frame.y();
                double[] sorted =
                        Arrays.stream(y).filter(v -> !Double.isNaN(v)).sorted().toArray();
                double cut = isNumber(frame) ? sorted[(int) (sorted.length * 0.7)] : 0.5;
                double coverage = 0.6 + 0.4 * random.nextDouble();
                String[] words = {"transfer", "closed", "refund"};
                boolean numbers = random.nextBoolean();
                Optional<Planted> planted = Planted.in(frame, frame.add("leaked", random, row -> {
                    boolean happened = isNumber(frame) ? y[row] > cut : y[row] == 1;
                    return happened && random.nextDouble() < coverage
                            ? numbers ? round(random.nextInt(500), 0) : words[random.nextInt(3)]
                            : "";
                }));
                return Arrays.stream(y)
                                        .filter(v -> isNumber(frame) ? v > cut : v == 1)
                                        .count()
                                < 40
                        ? Optional.empty()
                        : planted;
            });
            add("zero unless it happened", IssueKind.POST_EVENT, (frame, random) -> {
                double[] y = frame.y();
                double[] sorted =
                        Arrays.stream(y).filter(v -> !Double.isNaN(v)).sorted().toArray();
                double cut = isNumber(frame) ? sorted[(int) (sorted.length * 0.65)] : 0.5;
                Optional<Planted> planted = Planted.in(frame, frame.add("leaked", random, row -> {
                    boolean happened = isNumber(frame) ? y[row] > cut : y[row] == 1;
                    return happened && random.nextDouble() < 0.85
                            ? round(20 + 80 * Math.abs(random.nextGaussian()), 2)
                            : "0";
                }));
                return Arrays.stream(y)
                                        .filter(v -> isNumber(frame) ? v > cut : v == 1)
                                        .count()
                                < 40
                        ? Optional.empty()
                        : planted;
            });
            for (String made : List.of("sum", "difference", "ratio", "product")) {
                add("hidden in a " + made, IssueKind.COMBINATION_LEAK, (frame, random) -> pair(frame, random, made));
            }
            add(
                    "identifiers in the order of the target",
                    IssueKind.IDENTIFIER_LEAK,
                    (frame, random) -> {
                        Integer[] order =
                                IntStream.range(0, frame.rows()).boxed().toArray(Integer[]::new);
                        double[] y = frame.y();
                        double noise = 0.1 * deviation(y);
                        double[] noisy = Arrays.stream(y)
                                .map(v -> v + noise * random.nextGaussian())
                                .toArray();
                        Arrays.sort(order, Comparator.comparingDouble(row -> noisy[row]));
                        int[] place = new int[order.length];
                        IntStream.range(0, order.length).forEach(i -> place[order[i]] = 1000 + i);
                        boolean words = random.nextBoolean();
                        return Planted.in(frame, frame.add("case_id", random, row -> (words ? "K-" : "") + place[row]));
                    },
                    IssueKind.IDENTIFIER);
            add(
                    "letters of identifiers",
                    IssueKind.IDENTIFIER_LEAK,
                    (frame, random) -> {
                        if (isNumber(frame)) {
                            return Optional.empty();
                        }
                        double[] y = frame.y();
                        return Planted.in(
                                frame,
                                frame.add(
                                        "case_id",
                                        random,
                                        row -> (char) ('A' + (Double.isNaN(y[row]) ? 9 : (int) y[row])) + ""
                                                + (100_000 + random.nextInt(9_000_000))));
                    },
                    IssueKind.IDENTIFIER);
            add(
                    "file sorted by the target",
                    IssueKind.ROW_ORDER_LEAK,
                    (frame, random) -> {
                        double[] y = frame.y();
                        int[] rows = IntStream.range(0, frame.rows())
                                .boxed()
                                .sorted(Comparator.comparingDouble(row -> y[row]))
                                .mapToInt(row -> row)
                                .toArray();
                        return Planted.in(frame.take(rows));
                    },
                    IssueKind.DRIFT,
                    IssueKind.IDENTIFIER_LEAK,
                    IssueKind.TIME_ORDER);
            add(
                    "rows in train and test",
                    IssueKind.TEST_DUPLICATES,
                    (frame, random) -> {
                        if (frame.features(true).size() + frame.features(false).size() < 6) {
                            return Optional.empty();
                        }
                        int[] shuffled = shuffled(frame.rows(), random);
                        int cut = frame.rows() * 3 / 4;
                        int[] test = Arrays.copyOfRange(shuffled, cut, shuffled.length);
                        IntStream.range(0, test.length / 10 + 1).forEach(i -> test[i] = shuffled[random.nextInt(cut)]);
                        return Optional.of(new Planted(
                                frame.take(Arrays.copyOf(shuffled, cut)), Optional.of(frame.take(test)), List.of()));
                    },
                    IssueKind.SMALL_CLASSES);
        }

        private static Optional<Planted> pair(Frame frame, Random random, String made) {
            double[] y = frame.y();
            double sd = deviation(y);
            double[] band = Arrays.stream(y)
                    .map(v -> isNumber(frame) ? v : 2 + v + 0.8 * random.nextDouble())
                    .toArray();
            double[] hidden = new double[y.length];
            double[] other = new double[y.length];
            for (int row = 0; row < y.length; row++) {
                double spread = isNumber(frame) ? sd : 2;
                switch (made) {
                    case "sum" -> {
                        other[row] = spread * random.nextGaussian() * 1.5;
                        hidden[row] = band[row] - other[row];
                    }
                    case "difference" -> {
                        other[row] = spread * (3 + random.nextGaussian() * 1.5);
                        hidden[row] = band[row] + other[row];
                    }
                    case "ratio" -> {
                        other[row] = Math.exp(random.nextGaussian());
                        hidden[row] = band[row] * other[row];
                    }
                    default -> {
                        other[row] = Math.exp(random.nextGaussian());
                        hidden[row] = band[row] / other[row];
                    }
                }
            }
            return Planted.in(
                    frame,
                    frame.add("part_1", random, row -> print(hidden[row])),
                    frame.add("part_2", random, row -> print(other[row])));
        }

        private static int[] shuffled(int rows, Random random) {
            List<Integer> all = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
            java.util.Collections.shuffle(all, random);
            return all.stream().mapToInt(row -> row).toArray();
        }

        private void rows() {
            add("duplicate rows", IssueKind.DUPLICATE_ROWS, (frame, random) -> {
                if (frame.columns.size() < 7) {
                    return Optional.empty();
                }
                int more = (int) (frame.rows() * (0.03 + 0.1 * random.nextDouble())) + 3;
                int[] rows = IntStream.concat(IntStream.range(0, frame.rows()), random.ints(more, 0, frame.rows()))
                        .toArray();
                return Planted.in(shuffle(frame.take(rows), random));
            });
            add(
                    "same features, other target",
                    IssueKind.CONFLICTING_ROWS,
                    (frame, random) -> {
                        if (frame.columns.size() < 7) {
                            return Optional.empty();
                        }
                        int more = (int) (frame.rows() * (0.03 + 0.1 * random.nextDouble())) + 3;
                        int[] rows = IntStream.concat(
                                        IntStream.range(0, frame.rows()), random.ints(more, 0, frame.rows()))
                                .toArray();
                        Frame longer = frame.take(rows);
                        String[] target = longer.words(longer.target);
                        List<String> classes = frame.classes();
                        for (int row = frame.rows(); row < rows.length; row++) {
                            int other = random.nextInt(frame.rows());
                            target[row] = isNumber(frame)
                                    ? target[other]
                                    : classes.get((classes.indexOf(target[row]) + 1) % classes.size());
                        }
                        return Planted.in(shuffle(longer, random));
                    },
                    IssueKind.DUPLICATE_ROWS);
            add("rows without target", IssueKind.MISSING_TARGET, (frame, random) -> {
                double share = 0.02 + 0.1 * random.nextDouble();
                String[] target = frame.words(frame.target);
                IntStream.range(0, target.length)
                        .filter(row -> random.nextDouble() < share)
                        .forEach(row -> target[row] = "");
                return Planted.in(frame, frame.target);
            });
            add(
                    "rows that dominate",
                    IssueKind.DOMINATING_ROWS,
                    (frame, random) -> {
                        if (!isNumber(frame)) {
                            return Optional.empty();
                        }
                        double sd = deviation(frame.y());
                        String[] target = frame.words(frame.target);
                        int few = Math.max(1, Math.min(2, frame.rows() / 1000));
                        for (int i = 0; i < few; i++) {
                            target[random.nextInt(target.length)] =
                                    print(sd * Math.sqrt(frame.rows()) * (3 + random.nextDouble()));
                        }
                        return Planted.in(frame, frame.target);
                    },
                    IssueKind.HEAVY_TAIL);
        }

        private static Frame shuffle(Frame frame, Random random) {
            return frame.take(shuffled(frame.rows(), random));
        }

        private void columns() {
            add("counter", IssueKind.IDENTIFIER, (frame, random) -> {
                int start = random.nextInt(2) * random.nextInt(10_000);
                int[] order = random.nextBoolean()
                        ? shuffled(frame.rows(), random)
                        : IntStream.range(0, frame.rows()).toArray();
                String name = List.of("id", "record", "Unnamed: 0", "row_nr").get(random.nextInt(4));
                return frame.columns.containsKey(name)
                        ? Optional.empty()
                        : Planted.in(frame, frame.add(name, random, row -> "" + (start + order[row])));
            });
            add(
                    "key of letters and digits",
                    IssueKind.IDENTIFIER,
                    (frame, random) -> Planted.in(
                            frame,
                            frame.add(
                                    "handle",
                                    random,
                                    row -> Long.toString(
                                            Math.abs(random.nextLong()) % 1_000_000_000_000L + 1_000_000_000_000L,
                                            36))));
            add("large account numbers", IssueKind.IDENTIFIER, (frame, random) -> {
                int[] order = shuffled(frame.rows(), random);
                return Planted.in(
                        frame,
                        frame.add(
                                "account_id",
                                random,
                                row -> "" + (10_000_000 + order[row] * 131L + random.nextInt(100))));
            });
            add(
                    "constant",
                    IssueKind.CONSTANT,
                    (frame, random) -> Planted.in(
                            frame,
                            frame.add(
                                    "version",
                                    random,
                                    row -> List.of("1", "EU", "").get(frame.rows() % 3))));
            add(
                    "nearly constant",
                    IssueKind.NEAR_CONSTANT,
                    (frame, random) -> Planted.in(
                                    frame, frame.add("version", random, row -> random.nextInt(400) == 0 ? "b" : "a"))
                            .filter(planted -> Arrays.stream(planted.frame.words("version"))
                                                    .filter("b"::equals)
                                                    .count()
                                            < frame.rows() / 210
                                    && Arrays.asList(planted.frame.words("version"))
                                            .contains("b")));
            add(
                    "same numbers on another scale",
                    IssueKind.NEAR_DUPLICATE_COLUMNS,
                    (frame, random) -> {
                        List<String> numeric = frame.features(true).stream()
                                .filter(column -> distinct(frame, column) > 25
                                        && !column.toLowerCase(Locale.ROOT).matches(".*(id|instant|rownames)$"))
                                .toList();
                        if (numeric.isEmpty()) {
                            return Optional.empty();
                        }
                        double[] x = frame.numbers(numeric.get(random.nextInt(numeric.size())));
                        return Planted.in(frame, frame.add("scaled", random, row -> print(32 + 1.8 * x[row])));
                    },
                    IssueKind.SENTINEL,
                    IssueKind.TARGET_LEAK,
                    IssueKind.REPEATED_ENTITIES);
            add("categories recoded", IssueKind.NEAR_DUPLICATE_COLUMNS, (frame, random) -> {
                List<String> words = frame.features(false).stream()
                        .filter(column -> {
                            int distinct = distinct(frame, column);
                            long commonest = Arrays.stream(frame.words(column))
                                    .collect(Collectors.groupingBy(w -> w, Collectors.counting()))
                                    .values()
                                    .stream()
                                    .mapToLong(c -> c)
                                    .max()
                                    .orElse(0);
                            return distinct >= 2 && distinct <= 60 && frame.rows() - commonest >= 20;
                        })
                        .toList();
                if (words.isEmpty()) {
                    return Optional.empty();
                }
                String chosen = words.get(random.nextInt(words.size()));
                List<String> levels = new ArrayList<>(
                        Arrays.stream(frame.words(chosen)).distinct().toList());
                java.util.Collections.shuffle(levels, random);
                boolean numbers = random.nextBoolean();
                return Planted.in(frame, frame.add("recoded", random, row -> {
                    String word = frame.words(chosen)[row];
                    return word.isEmpty() ? "" : (numbers ? "" : "L") + levels.indexOf(word);
                }));
            });
            add(
                    "words among numbers",
                    IssueKind.MIXED_TYPES,
                    (frame, random) -> numeric(frame, random, 25, chosen -> {
                        String word = List.of("broken", "see note", "<5", "n.m.", "error")
                                .get(random.nextInt(5));
                        stray(frame.words(chosen), 0.01 + 0.09 * random.nextDouble(), random, () -> word);
                    }),
                    IssueKind.DISGUISED_MISSING);
            add(
                    "numbers among words",
                    IssueKind.MIXED_TYPES,
                    (frame, random) -> words(
                            frame,
                            random,
                            chosen -> stray(
                                    frame.words(chosen),
                                    0.01 + 0.04 * random.nextDouble(),
                                    random,
                                    () -> "" + (1 + random.nextInt(40)))));
            add(
                    "disguised missing values",
                    IssueKind.DISGUISED_MISSING,
                    (frame, random) -> words(frame, random, chosen -> {
                        String word = List.of(
                                        "unknown",
                                        "Unknown",
                                        "not available",
                                        "none given",
                                        "N.A.",
                                        "missing",
                                        "-",
                                        "UNK",
                                        "no answer")
                                .get(random.nextInt(9));
                        stray(frame.words(chosen), 0.01 + 0.1 * random.nextDouble(), random, () -> word);
                    }),
                    IssueKind.SPELLINGS);
            java.util.concurrent.atomic.AtomicBoolean respelt = new java.util.concurrent.atomic.AtomicBoolean();
            add(
                    "several spellings",
                    IssueKind.SPELLINGS,
                    (frame, random) -> words(frame, random, chosen -> {
                                String[] before = frame.words(chosen).clone();
                                int kind = random.nextInt(3);
                                String[] words = frame.words(chosen);
                                for (int row = 0; row < words.length; row++) {
                                    if (random.nextInt(12) == 0) {
                                        words[row] = kind == 0
                                                ? words[row].toUpperCase(Locale.ROOT)
                                                : kind == 1
                                                        ? words[row]
                                                                .replace("o", "ó")
                                                                .replace("e", "é")
                                                                .replace("a", "á")
                                                        : words[row].length() > 3
                                                                ? words[row].substring(0, 3) + " "
                                                                        + words[row].substring(3)
                                                                : words[row].toUpperCase(Locale.ROOT);
                                    }
                                }
                                respelt.set(IntStream.range(0, words.length)
                                        .anyMatch(row -> !words[row].equals(before[row])
                                                && Arrays.asList(words).contains(before[row])));
                            })
                            .filter(planted -> respelt.get()));
            for (String value : List.of("-200", "999", "9999", "-1", "0", "-999")) {
                add("sentinel " + value, IssueKind.SENTINEL, (frame, random) -> {
                    if (random.nextBoolean() || value.equals("0") || value.equals("-1")) {
                        double centre = value.equals("-1") ? 8 : 60;
                        int digits = random.nextInt(3);
                        double spread = 5 + 7 * random.nextDouble();
                        double share = Math.max(6.0 / frame.rows(), 0.01 + 0.15 * random.nextDouble());
                        return Planted.in(
                                        frame,
                                        frame.add(
                                                "measured",
                                                random,
                                                row -> random.nextDouble() < share
                                                        ? value
                                                        : round(
                                                                Math.abs(centre + spread * random.nextGaussian()),
                                                                digits)))
                                .filter(planted -> !value.equals("0")
                                        || Arrays.stream(planted.frame.numbers("measured"))
                                                        .filter(v -> v != 0)
                                                        .min()
                                                        .orElse(0)
                                                > 5);
                    }
                    return numeric(
                                    frame,
                                    random,
                                    10,
                                    chosen -> stray(
                                            frame.words(chosen), 0.02 + 0.1 * random.nextDouble(), random, () -> value))
                            .filter(planted -> isFar(planted, Double.parseDouble(value)));
                });
            }
            add(
                    "dates in the future",
                    IssueKind.FUTURE_DATES,
                    (frame, random) -> {
                        double share = 0.005 + 0.05 * random.nextDouble();
                        return Planted.in(
                                frame,
                                frame.add(
                                        "signed",
                                        random,
                                        row -> LocalDate.of(2015, 1, 1)
                                                .plusDays(random.nextInt(3_000)
                                                        + (random.nextDouble() < share || row == 7 ? 20_000 : 0))
                                                .toString()));
                    },
                    IssueKind.TIME_ORDER,
                    IssueKind.DRIFT);
        }

        private static boolean isFar(Planted planted, double value) {
            double[] sorted = Arrays.stream(planted.frame.numbers(planted.columns.get(0)))
                    .filter(v -> !Double.isNaN(v) && v != value)
                    .sorted()
                    .toArray();
            double span = sorted[sorted.length - 1] - sorted[0];
            return value < sorted[0] - span || value > sorted[sorted.length - 1] + span;
        }

        private static int distinct(Frame frame, String column) {
            return (int) Arrays.stream(frame.words(column)).distinct().count();
        }

        private static void stray(
                String[] words, double share, Random random, java.util.function.Supplier<String> word) {
            int strays = Math.max(4, (int) (share * words.length));
            for (int i = 0; i < strays; i++) {
                words[random.nextInt(words.length)] = word.get();
            }
        }

        private interface Change {
            void to(String column);
        }

        private static Optional<Planted> numeric(Frame frame, Random random, int distinct, Change change) {
            List<String> columns = frame.features(true).stream()
                    .filter(column -> distinct(frame, column) >= distinct
                            && Arrays.stream(frame.words(column))
                                            .filter(w -> !w.isEmpty())
                                            .count()
                                    > frame.rows() / 2
                            && !column.toLowerCase(Locale.ROOT).matches(".*(id|instant|rownames)$"))
                    .toList();
            if (columns.isEmpty()) {
                return Optional.empty();
            }
            String chosen = columns.get(random.nextInt(columns.size()));
            change.to(chosen);
            return Planted.in(frame, chosen);
        }

        private static Optional<Planted> words(Frame frame, Random random, Change change) {
            List<String> columns = frame.features(false).stream()
                    .filter(column -> distinct(frame, column) >= 4
                            && distinct(frame, column) <= 60
                            && Arrays.stream(frame.words(column))
                                            .filter(w -> !w.isEmpty())
                                            .count()
                                    > frame.rows() / 2
                            && Arrays.stream(frame.words(column)).noneMatch(w -> w.matches("\\d{4}-.*")))
                    .toList();
            if (columns.isEmpty()) {
                return Optional.empty();
            }
            String chosen = columns.get(random.nextInt(columns.size()));
            change.to(chosen);
            return Planted.in(frame, chosen);
        }

        private void targets() {
            add(
                    "rare class",
                    IssueKind.IMBALANCE,
                    (frame, random) -> {
                        if (frame.task != Task.BINARY || frame.rows() < 500) {
                            return Optional.empty();
                        }
                        double kept = 0.02 + 0.02 * random.nextDouble();
                        List<String> classes = frame.classes();
                        long first = Arrays.stream(frame.words(frame.target))
                                .filter(classes.get(0)::equals)
                                .count();
                        long second = Arrays.stream(frame.words(frame.target))
                                .filter(classes.get(1)::equals)
                                .count();
                        int[] rows = IntStream.range(0, frame.rows())
                                .filter(row -> !frame.words(frame.target)[row].equals(classes.get(1))
                                        || random.nextDouble() < kept * first / second)
                                .toArray();
                        return Planted.in(frame.take(rows));
                    },
                    IssueKind.SMALL_CLASSES,
                    IssueKind.NEAR_CONSTANT);
            add("class of few rows", IssueKind.SMALL_CLASSES, (frame, random) -> {
                if (frame.task != Task.MULTICLASS) {
                    return Optional.empty();
                }
                for (int i = 0; i < 3; i++) {
                    frame.words(frame.target)[random.nextInt(frame.rows())] = "seldom";
                }
                return Planted.in(frame);
            });
            add(
                    "long tail",
                    IssueKind.HEAVY_TAIL,
                    (frame, random) -> {
                        if (!isNumber(frame)) {
                            return Optional.empty();
                        }
                        double[] y = frame.y();
                        double sd = deviation(y);
                        double stretch = 1.2 + 0.8 * random.nextDouble();
                        int rows = y.length;
                        Integer[] order = IntStream.range(0, rows).boxed().toArray(Integer[]::new);
                        Arrays.sort(order, Comparator.comparingDouble(row -> y[row] + 1e-9 * sd * row));
                        String[] target = frame.words(frame.target);
                        for (int i = 0; i < rows; i++) {
                            double p = (i + 0.5) / rows;
                            target[order[i]] = round(100 * Math.exp(stretch * normalQuantile(p)), 4);
                        }
                        return Planted.in(frame);
                    },
                    TAILS.toArray(IssueKind[]::new));
            add(
                    "many zeros",
                    IssueKind.ZERO_INFLATION,
                    (frame, random) -> {
                        if (!isNumber(frame) || distinct(frame, frame.target) < 50) {
                            return Optional.empty();
                        }
                        double share = 0.3 + 0.4 * random.nextDouble();
                        String[] target = frame.words(frame.target);
                        IntStream.range(0, target.length)
                                .filter(row -> random.nextDouble() < share)
                                .forEach(row -> target[row] = "0");
                        return Planted.in(frame);
                    },
                    TAILS.toArray(IssueKind[]::new));
            add("number like classes", IssueKind.NUMBERS_LIKE_CLASSES, (frame, random) -> {
                if (!isNumber(frame)) {
                    return Optional.empty();
                }
                double[] sorted = Arrays.stream(frame.y()).sorted().toArray();
                int classes = 3 + random.nextInt(5);
                double[] y = frame.y();
                String[] target = frame.words(frame.target);
                for (int row = 0; row < y.length; row++) {
                    int place = Math.abs(Arrays.binarySearch(sorted, y[row]));
                    target[row] = "" + (1 + Math.min(classes - 1, place * classes / sorted.length));
                }
                return Planted.in(frame);
            });
            add(
                    "classes like numbers",
                    IssueKind.CLASSES_LIKE_NUMBERS,
                    (frame, random) -> {
                        if (!isNumber(frame)) {
                            return Optional.empty();
                        }
                        Frame classes =
                                new Frame(frame.name, frame.target, Task.MULTICLASS).with(frame, words -> words);
                        double[] sorted = Arrays.stream(frame.y()).sorted().toArray();
                        double[] y = frame.y();
                        int count = 6 + random.nextInt(6);
                        String[] target = classes.words(frame.target);
                        for (int row = 0; row < y.length; row++) {
                            int place = Math.abs(Arrays.binarySearch(sorted, y[row]));
                            target[row] = "" + (1 + Math.min(count - 1, place * count / sorted.length));
                        }
                        return Planted.in(classes);
                    },
                    IssueKind.SMALL_CLASSES);
        }

        /** Tukey's lambda approximation of the normal quantile. */
        private static double normalQuantile(double p) {
            return (Math.pow(p, 0.135) - Math.pow(1 - p, 0.135)) / 0.1975;
        }

        private void structure() {
            add(
                    "rows of the same patient",
                    IssueKind.REPEATED_ENTITIES,
                    (frame, random) -> {
                        if (frame.rows() < 300 || frame.columns.size() < 6) {
                            return Optional.empty();
                        }
                        int perEntity = 3 + random.nextInt(8);
                        int entities = frame.rows() / perEntity;
                        int[] of = random.ints(frame.rows(), 0, entities).toArray();
                        double own = 0.75 + 0.25 * random.nextDouble();
                        Frame source = frame.copy();
                        frame.columns.forEach((column, words) -> {
                            for (int row = 0; row < words.length; row++) {
                                if (column.equals(frame.target)
                                        ? random.nextDouble() < 0.85
                                        : random.nextDouble() < own) {
                                    words[row] = source.words(column)[of[row]];
                                }
                            }
                        });
                        boolean words = random.nextBoolean();
                        String name = List.of("patient_id", "customer", "machine", "subject")
                                .get(random.nextInt(4));
                        int[] label = shuffled(entities, random);
                        return Planted.in(
                                frame, frame.add(name, random, row -> (words ? "P" : "") + (100 + label[of[row]])));
                    },
                    IssueKind.DUPLICATE_ROWS,
                    IssueKind.CONFLICTING_ROWS,
                    IssueKind.IDENTIFIER,
                    IssueKind.SMALL_CLASSES);
            add(
                    "file in the order of time",
                    IssueKind.TIME_ORDER,
                    (frame, random) -> {
                        double perDay = 0.2 + random.nextInt(10);
                        boolean time = random.nextBoolean();
                        return Planted.in(frame, frame.add("recorded", random, row -> {
                                    LocalDate day = LocalDate.of(2012, 3, 1).plusDays((long) (row / perDay) % 4_000);
                                    return day + (time ? " %02d:00:00".formatted(row % 24) : "");
                                }))
                                .filter(planted -> frame.rows() / perDay < 4_000 && frame.rows() / perDay > 30);
                    },
                    IssueKind.DRIFT,
                    IssueKind.IDENTIFIER);
            add(
                    "change along the file",
                    IssueKind.DRIFT,
                    (frame, random) -> numeric(frame, random, 10, chosen -> {
                        double[] x = frame.numbers(chosen);
                        double sd = deviation(x);
                        String[] words = frame.words(chosen);
                        double by = (1.5 + random.nextDouble()) * sd * (random.nextBoolean() ? 1 : -1);
                        for (int row = 0; row < words.length; row++) {
                            words[row] = print(x[row] + by * row / words.length * 1.2);
                        }
                    }),
                    IssueKind.ROW_ORDER_LEAK,
                    IssueKind.TIME_ORDER);
            add(
                    "test table differs",
                    IssueKind.TEST_DRIFT,
                    (frame, random) -> {
                        int[] shuffled = shuffled(frame.rows(), random);
                        int cut = frame.rows() * 2 / 3;
                        Frame test = frame.take(Arrays.copyOfRange(shuffled, cut, shuffled.length));
                        Frame train = frame.take(Arrays.copyOf(shuffled, cut));
                        return numeric(test, random, 10, chosen -> {
                                    double[] x = test.numbers(chosen);
                                    double by = deviation(train.numbers(chosen)) * (1 + random.nextDouble());
                                    String[] words = test.words(chosen);
                                    IntStream.range(0, words.length).forEach(row -> words[row] = print(x[row] + by));
                                })
                                .map(planted -> new Planted(train, Optional.of(test), planted.columns));
                    },
                    IssueKind.SMALL_CLASSES,
                    IssueKind.TEST_DUPLICATES);
        }
    }
}
