package io.thresher.worker.process;

import io.thresher.data.Column;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows of a table as no tidy person would make it: numbers from 1e-40 to 1e38 and infinities among them, whole numbers
 * beyond 2^24, words with anything in them, dates, texts, columns that are constant or empty. The target follows a
 * hidden number that some columns show.
 */
final class OddRows {
    private static final List<OddColumn> KINDS = List.of(OddColumn.values());
    private static final List<Double> TARGET_SCALES = List.of(1e-3, 1.0, 1e6);

    private OddRows() {}

    static ParityRows draw(SplittableRandom random, Task task) {
        int rows = 50 + random.nextInt(120);
        int unseen = 80;
        double[] hidden = IntStream.range(0, rows + unseen)
                .mapToDouble(row -> random.nextGaussian())
                .toArray();
        int width = 1 + random.nextInt(9);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(KINDS.get(random.nextInt(KINDS.size())).draw("column " + i, hidden, rows, random));
        }
        Table all = new Table(hidden.length, columns);
        return new ParityRows(
                all.take(IntStream.range(0, rows).toArray()),
                target(task, hidden, rows, random),
                all.take(IntStream.range(rows, rows + unseen).toArray()));
    }

    private static Target target(Task task, double[] hidden, int rows, SplittableRandom random) {
        double scale = TARGET_SCALES.get(random.nextInt(TARGET_SCALES.size()));
        double offset = random.nextInt(3) * scale;
        int classes = task == Task.BINARY ? 2 : 3 + random.nextInt(3);
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            double noisy = hidden[row] + 0.3 * random.nextGaussian();
            values[row] = task.isClassification()
                    ? Math.max(0, Math.min(classes - 1, Math.floor(classes * (noisy + 1) / 2)))
                    : offset + scale * noisy;
        }
        return task.isClassification()
                ? Target.ofClasses(
                        IntStream.range(0, classes).mapToObj(i -> "class " + i).toList(), values)
                : Target.ofNumbers(values);
    }
}
