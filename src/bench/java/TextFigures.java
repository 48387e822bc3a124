import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.WordKind;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.TableReader;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Folds;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.worker.process.Families;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What ways of making features of texts are worth and cost: the score of 3-fold cross-validation of the defaults of {@code
 * search-spaces/default.yaml} with a few parameters changed, and CPU seconds.
 *
 * <pre>
 * java -Xmx2g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/TextFigures.java \
 *     ../shared/data/dev sms_spam,opinions linear,xgboost "textTerms=2000;textGrams=characters,textTopics=64"
 * </pre>
 *
 * <p>Tables are real ones by their folder, or generated: {@code opinions} (two classes told by many weak words, 6,000
 * texts of 60 words), {@code topics} (eight classes of words that are used alike, 3,000 × 40), {@code misspelt} (two
 * classes, 3,000 × 15, of which every third word is misspelt), {@code prices} (a number told by a few words of 12 and a
 * column of numbers, 4,000), {@code long} (20,000 texts of 300 words).
 */
public final class TextFigures {
    private static final Seed SEED = new Seed(5);

    private TextFigures() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Stream.of("ml.dmlc", "org.tribuo", "ai.djl")
                .forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
        Path space = Path.of("search-spaces/default.yaml");
        List<FamilySpace> spaces =
                SearchSpaceYaml.parse(space.toString(), Files.readString(space)).families();
        List<String> variants = new ArrayList<>(List.of(""));
        variants.addAll(Arrays.asList(arguments[3].split(",")));
        System.out.println("| table, family | " + String.join(" | ", variants) + " |");
        System.out.println("|---|" + "---|".repeat(variants.size()));
        for (String name : arguments[1].split(",")) {
            Rows rows = rows(Path.of(arguments[0]), name);
            for (String family : arguments[2].split(",")) {
                Map<String, Object> defaults = spaces.stream()
                        .filter(one -> one.family().equals(family))
                        .findFirst()
                        .orElseThrow()
                        .defaults()
                        .values();
                System.out.printf("| %s, %s |", name, family);
                for (String variant : variants) {
                    System.out.printf(" %s |", rows.tried(family, with(defaults, variant)));
                }
                System.out.println();
            }
        }
    }

    private static Map<String, Object> with(Map<String, Object> defaults, String variant) {
        Map<String, Object> values = new LinkedHashMap<>(defaults);
        Arrays.stream(variant.split(";")).filter(pair -> pair.contains("=")).forEach(pair -> {
            String[] both = pair.split("=");
            boolean number = Character.isDigit(both[1].charAt(0));
            boolean whole = number && !both[1].contains(".");
            values.put(
                    both[0],
                    whole ? (Object) Integer.valueOf(both[1]) : number ? (Object) Double.valueOf(both[1]) : both[1]);
        });
        return values;
    }

    private record Rows(Table features, Target target, Folds folds) {
        static Rows of(Table features, Target target) {
            Folds folds = new Splitter(new Validation.KFold(3), target, RowKeys.none(), SEED).folds();
            return new Rows(features, target, folds);
        }

        String tried(String name, Map<String, Object> values) {
            ModelFamily family = Families.all().family(name).orElseThrow();
            Objective objective = Objective.of(target.task());
            double start = cpu();
            try (PreparedFolds prepared = new PreparedFolds(features, target, folds, SEED, 0);
                    CrossValidated trained = new CrossValidation(prepared, objective)
                            .run(
                                    new Pipeline(RepairRecipe.NONE, family, new Configuration(name, values)),
                                    SEED,
                                    measurement -> true)
                            .orElseThrow()) {
                return String.format("%.4f (%.1f s)", trained.score(), cpu() - start);
            } catch (TrainingFailure e) {
                return "–";
            }
        }
    }

    private static Rows rows(Path data, String name) throws Exception {
        return switch (name) {
            case "opinions" -> opinions(6_000, 60, 20_000, 0);
            case "long" -> opinions(20_000, 300, 50_000, 0);
            case "misspelt" -> opinions(3_000, 15, 3_000, 3);
            case "topics" -> topics();
            case "prices" -> prices();
            default -> real(data.resolve(name));
        };
    }

    private static Rows real(Path folder) throws Exception {
        JsonNode meta = new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
        Path dataset = Files.createTempDirectory("texts");
        DatasetSchema schema = DatasetFiles.ingest(folder.resolve("train.csv"), dataset, IngestLimits.DEFAULT);
        String target = schema.names().get(meta.get("target_index").asInt());
        Task task = Task.valueOf(meta.get("task").asText().toUpperCase(Locale.ROOT));
        Labelled rows = TableReader.labelled(dataset.resolve(DatasetFiles.TABLE), schema, target, task);
        Table features = rows.features();
        for (JsonNode id : meta.get("id_columns")) {
            features = features.without(id.asText());
        }
        try (Stream<Path> files = Files.list(dataset)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(dataset);
        return Rows.of(features, rows.target());
    }

    /** Words by Zipf's law; every tenth is up to twice as likely in one class. */
    private static Rows opinions(int rows, int length, int vocabulary, int misspelt) {
        SplittableRandom random = new SplittableRandom(1);
        List<String> words = words(random, vocabulary);
        List<String> texts = new ArrayList<>();
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(2);
            StringBuilder text = new StringBuilder();
            int count = 1 + random.nextInt(2 * length);
            while (count > 0) {
                int word = zipf(random, vocabulary);
                boolean telling = word % 10 == 3;
                boolean forOne = word % 20 == 3;
                if (telling && forOne != labels[row] > 0 && random.nextInt(5) < 2) {
                    continue;
                }
                boolean wrong = misspelt > 0 && random.nextInt(misspelt) == 0;
                text.append(wrong ? misspelt(random, words.get(word)) : words.get(word))
                        .append(' ');
                count--;
            }
            texts.add(text.toString());
        }
        return Rows.of(table(rows, texts), Target.ofClasses(List.of("n", "y"), labels));
    }

    /** Each class prefers words of its own, of which a text has a few of many. */
    private static Rows topics() {
        SplittableRandom random = new SplittableRandom(2);
        int rows = 3_000;
        List<String> words = words(random, 8_000);
        List<String> texts = new ArrayList<>();
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            int label = random.nextInt(8);
            labels[row] = random.nextInt(10) == 0 ? random.nextInt(8) : label;
            StringBuilder text = new StringBuilder();
            for (int count = 5 + random.nextInt(70); count > 0; count--) {
                boolean own = random.nextInt(12) == 0;
                int word = own ? 2_000 + label * 400 + random.nextInt(400) : zipf(random, 8_000);
                text.append(words.get(word)).append(' ');
            }
            texts.add(text.toString());
        }
        return Rows.of(table(rows, texts), Target.ofClasses(List.of("a", "b", "c", "d", "e", "f", "g", "h"), labels));
    }

    /** Words add to a price, and a number stretches it. */
    private static Rows prices() {
        SplittableRandom random = new SplittableRandom(3);
        int rows = 4_000;
        List<String> words = words(random, 2_000);
        List<String> texts = new ArrayList<>();
        float[] sizes = new float[rows];
        double[] prices = new double[rows];
        for (int row = 0; row < rows; row++) {
            StringBuilder text = new StringBuilder();
            double worth = 5;
            for (int count = 3 + random.nextInt(18); count > 0; count--) {
                int word = zipf(random, 2_000);
                worth += word % 7 == 1 ? 1.5 : word % 7 == 2 ? -1 : 0;
                text.append(words.get(word)).append(' ');
            }
            texts.add(text.toString());
            sizes[row] = (float) (1 + random.nextDouble() * 4);
            prices[row] = worth * sizes[row] + random.nextGaussian() * 3;
        }
        List<Column> columns = new ArrayList<>(table(rows, texts).columns());
        columns.add(new NumberColumn("size", sizes));
        return Rows.of(new Table(rows, columns), Target.ofNumbers(prices));
    }

    private static Table table(int rows, List<String> texts) {
        return new Table(rows, List.of(CategoryColumn.of("text", texts).withKind(new WordKind.Sentences())));
    }

    private static int zipf(SplittableRandom random, int vocabulary) {
        return (int) Math.min(vocabulary - 1, Math.exp(random.nextDouble() * Math.log(vocabulary)) - 1);
    }

    private static List<String> words(SplittableRandom random, int count) {
        List<String> words = new ArrayList<>();
        for (int word = 0; word < count; word++) {
            StringBuilder letters = new StringBuilder();
            for (int i = 2 + random.nextInt(4); i > 0; i--) {
                letters.append("bcdfghklmnprstvw".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
            }
            words.add(letters.toString());
        }
        return words;
    }

    private static String misspelt(SplittableRandom random, String word) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at + random.nextInt(2));
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
