package io.thresher.onnx;

import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.model.graph.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Merges, loads and asks a tiny model once, in the background: the first time, native libraries and classes are loaded,
 * which would cost the first delivery of a process about a second that it does not have.
 */
public final class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class.getName());
    private static final String COLUMN = "x";

    private final AtomicBoolean begun = new AtomicBoolean();

    /** Begins, if it has not. Returns at once. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread thread = new Thread(WarmUp::run, "onnx warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Nothing depends on it: what fails here fails again where it matters, and is told there. */
    private static void run() {
        try {
            Path member = Files.createTempFile("warm-up-", ".onnx");
            Path merged = Files.createTempFile("warm-up-", ".onnx");
            try {
                predict(member, merged);
            } finally {
                Files.deleteIfExists(member);
                Files.deleteIfExists(merged);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "the warm-up failed", e);
        }
    }

    static float predict(Path member, Path merged) throws IOException {
        OnnxGraph graph = new OnnxGraph();
        Tensor doubled = graph.apply("Add", graph.numberInput(COLUMN), graph.numberInput(COLUMN));
        OnnxExport.write(graph, doubled, List.of(), Map.of(), member);
        OnnxMerge.write(List.of(new WeightedModel(member, 0.75), new WeightedModel(member, 0.25)), 1, Map.of(), merged);
        try (Scorer scorer = Scorer.load(merged)) {
            return scorer.predict(new Table(1, List.of(new NumberColumn(COLUMN, new float[] {1}))))
                    .value(0, 0);
        }
    }
}
