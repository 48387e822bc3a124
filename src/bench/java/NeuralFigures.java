import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import io.thresher.data.Target;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.model.neural.MlpFamily;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What training a network costs: CPU seconds an epoch beside those of its matrix products alone, the wall time of two
 * trainings at once beside that of one, and the resident memory over 200 epochs.
 *
 * <pre>
 * java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/NeuralFigures.java [rows [epoch,pair,memory]]
 * </pre>
 *
 * <p>The rows have 8 numbers (32 bins each) and 20 zeros and ones. The products are those of one step, in PyTorch, on as
 * many threads (one): for each layer outputs, gradients of the matrix and, but for the first layer, of its inputs. A
 * figure is the least of all epochs, so that a busy machine disturbs little; wall times want a quiet one.
 */
public final class NeuralFigures {
    private static final int NUMBERS = 8;
    private static final int FLAGS = 20;
    private static final int BINS = 32;
    private static final int BATCH = 256;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private NeuralFigures() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 16_384;
        TrainingSet set = rows(rows);
        List<String> parts =
                arguments.length > 1 ? List.of(arguments[1].split(",")) : List.of("epoch", "pair", "memory");
        if (parts.contains("epoch")) {
            epochs(set);
        }
        if (parts.contains("pair")) {
            pair(set);
        }
        if (parts.contains("memory")) {
            memory(rows(4096));
        }
    }

    private static void epochs(TrainingSet set) {
        System.out.printf("|network|epoch, CPU ms|products alone, CPU ms|ratio|%n|---|---|---|---|%n");
        epoch(set, "mlp", 1, 192, Map.of());
        epoch(set, "mlp", 1, 192, Map.of("dropout", 0.0));
        epoch(set, "tabm", 8, 128, Map.of());
        epoch(set, "tabm", 8, 192, Map.of());
        epoch(set, "tabm", 8, 192, Map.of("dropout", 0.0));
        epoch(set, "resnet", 1, 128, Map.of());
    }

    private static void epoch(TrainingSet set, String backbone, int members, int width, Map<String, Object> more) {
        double floor = products(set.features().rows(), members, width, backbone);
        List<Long> times = new ArrayList<>(List.of(cpu()));
        Map<String, Object> values = new HashMap<>(more);
        values.putAll(Map.of("backbone", backbone, "members", members, "width", width, "epochs", 10));
        new MlpFamily()
                .fit(set, configuration(values), new Seed(1), (epoch, training, loss) -> times.add(cpu()))
                .close();
        long least = Long.MAX_VALUE;
        for (int i = 1; i < times.size(); i++) {
            least = Math.min(least, times.get(i) - times.get(i - 1));
        }
        System.out.printf(
                "|%s ×%d, 2 × %d %s|%.0f|%.0f|%.2f|%n",
                backbone, members, width, more, least / 1e6, floor / 1e6, least / floor);
    }

    /** CPU nanoseconds of the matrix products of an epoch. */
    private static double products(int rows, int members, int width, String backbone) {
        int inputs = NUMBERS + FLAGS + NUMBERS * BINS;
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            JniUtils.setNumThreads(1);
            JniUtils.setGradMode(false);
            int high = members * BATCH;
            double step = product(manager, high, inputs, width) + product(manager, inputs, high, width);
            if (backbone.equals("resnet")) {
                step += 2 * (2 * linear(manager, high, width, 2 * width));
            } else {
                step += linear(manager, high, width, width);
            }
            return step * rows / BATCH;
        }
    }

    private static double linear(NDManager manager, int rows, int inputs, int outputs) {
        return product(manager, rows, inputs, outputs)
                + product(manager, inputs, rows, outputs)
                + product(manager, rows, outputs, inputs);
    }

    /** Least CPU nanoseconds of an (a × b)·(b × c), averaged over ten. */
    private static double product(NDManager manager, int a, int b, int c) {
        try (NDManager here = manager.newSubManager()) {
            NDArray left = here.ones(new Shape(a, b), DataType.FLOAT32);
            NDArray right = here.ones(new Shape(b, c), DataType.FLOAT32);
            double least = Double.MAX_VALUE;
            for (int run = 0; run < 20; run++) {
                long start = cpu();
                for (int i = 0; i < 10; i++) {
                    left.matMul(right).close();
                }
                least = Math.min(least, (cpu() - start) / 10.0);
            }
            return least;
        }
    }

    /** Trainings, and for comparison a loop of arithmetic that shares nothing: what the machine itself lets through. */
    private static void pair(TrainingSet set) throws InterruptedException {
        Configuration configuration = configuration(Map.of("backbone", "tabm", "width", 128, "epochs", 6));
        Runnable training = () -> new MlpFamily()
                .fit(set, configuration, new Seed(1), TrainingProgress.UNOBSERVED)
                .close();
        System.out.printf("%n|at once|one, wall s|two, wall s|ratio|%n|---|---|---|---|%n");
        pair("trainings", training);
        pair("loops", NeuralFigures::spin);
    }

    private static void pair(String what, Runnable work) throws InterruptedException {
        double alone = Double.MAX_VALUE;
        double both = Double.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            alone = Math.min(alone, wall(work, 1));
            both = Math.min(both, wall(work, 2));
        }
        System.out.printf("|%s|%.2f|%.2f|%.2f|%n", what, alone, both, both / alone);
    }

    private static void spin() {
        double sum = 0;
        for (int i = 0; i < 1_000_000_000; i++) {
            sum += 1.0 / (1 + i);
        }
        if (sum < 0) {
            throw new IllegalStateException();
        }
    }

    private static double wall(Runnable work, int threadCount) throws InterruptedException {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < threadCount; i++) {
            Thread thread = new Thread(work);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void memory(TrainingSet set) {
        Map<Integer, Long> resident = new HashMap<>();
        Configuration configuration =
                configuration(Map.of("backbone", "tabm", "width", 64, "epochs", 200, "patience", 200));
        new MlpFamily()
                .fit(set, configuration, new Seed(1), (epoch, training, loss) -> {
                    resident.put(epoch, residentMiB());
                    return true;
                })
                .close();
        System.out.printf("%n|epoch|resident MiB|%n|---|---|%n");
        for (int epoch : new int[] {1, 10, 50, 100, 150, 180, 190, 200}) {
            System.out.printf("|%d|%d|%n", epoch, resident.get(epoch));
        }
    }

    private static long residentMiB() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrainingSet rows(int rows) {
        SplittableRandom random = new SplittableRandom(1);
        int columns = NUMBERS + FLAGS;
        float[] values = new float[rows * columns];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] =
                        column < NUMBERS ? (float) (3.4 * random.nextDouble() - 1.7) : random.nextInt(2);
            }
            labels[row] = values[row * columns] * values[row * columns + 1] > 0 ? 1 : 0;
        }
        FeatureMatrix features = new FeatureMatrix(Collections.nCopies(columns, "column"), rows, values);
        FeatureMatrix none = new FeatureMatrix(features.names(), 0, new float[0]);
        Target target = Target.ofClasses(List.of("no", "yes"), labels);
        return new TrainingSet(features, target, none, target.take(new int[0]));
    }

    private static Configuration configuration(Map<String, Object> values) {
        return new Configuration("neural", values);
    }

    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
