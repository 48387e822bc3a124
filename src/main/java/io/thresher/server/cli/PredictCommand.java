package io.thresher.server.cli;

import io.thresher.data.MissingColumns;
import io.thresher.data.UnreadableDataset;
import io.thresher.onnx.FileScorer;
import io.thresher.onnx.InvalidModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Predicts a file with a model file, without service and database. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = "Predicts the rows of a file with a model file. Needs no service.")
public class PredictCommand implements Callable<Integer> {
    private static final int REFUSED = 2;

    @Parameters(index = "0", paramLabel = "MODEL.onnx", description = "A model that Thresher exported.")
    private Path model;

    @Parameters(
            index = "1",
            paramLabel = "IN.csv",
            description = "Rows with the columns the model was trained on, in any order; others are ignored.")
    private Path input;

    @Parameters(
            index = "2",
            paramLabel = "OUT.csv",
            description = "Where the predictions go: a column for each class, or one called prediction.")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<String> faults = new ArrayList<>();
        for (Path file : List.of(model, input)) {
            if (!Files.isRegularFile(file)) {
                faults.add("there is no file '%s'".formatted(file));
            }
        }
        Path folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            faults.add("there is no folder for '%s'".formatted(output));
        }
        return faults.isEmpty() ? predict() : refuse(faults);
    }

    private int predict() {
        long begin = System.nanoTime();
        try {
            long rows = FileScorer.score(model, input, output);
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d rows predicted in %.1f s: %s",
                            rows,
                            (System.nanoTime() - begin) / 1e9,
                            output));
            return 0;
        } catch (MissingColumns e) {
            return refuse(e.missing().stream()
                    .map("the model needs column '%s' and it is not there"::formatted)
                    .toList());
        } catch (UnreadableDataset e) {
            return refuse(e.faults());
        } catch (InvalidModel e) {
            return refuse(List.of(String.valueOf(e.getMessage())));
        } catch (UncheckedIOException e) {
            return refuse(List.of("'%s' cannot be read: %s".formatted(input, e.getMessage())));
        } catch (IOException e) {
            return refuse(List.of("'%s' cannot be written: %s".formatted(output, e.getMessage())));
        }
    }

    private int refuse(List<String> faults) {
        faults.forEach(fault -> spec.commandLine().getErr().println("  - " + fault));
        return REFUSED;
    }
}
