package io.thresher.server.cli;

import io.thresher.data.MissingColumns;
import io.thresher.data.UnreadableDataset;
import io.thresher.onnx.FileScorer;
import io.thresher.onnx.InvalidModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int COLUMNS_TOLD = 30;

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
        List<String> faults = new PredictionFiles(model, input, output).faults();
        return faults.isEmpty() ? predict() : refuse(faults);
    }

    private int predict() {
        long begin = System.nanoTime();
        UnreadNumbers unread = new UnreadNumbers();
        try {
            long rows = FileScorer.score(model, input, output, unread);
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d rows predicted in %.1f s: %s",
                            rows,
                            (System.nanoTime() - begin) / 1e9,
                            output));
            tell(unread.words());
            return 0;
        } catch (MissingColumns e) {
            return refuse(missing(e));
        } catch (UnreadableDataset e) {
            return refuse(e.faults());
        } catch (InvalidModel e) {
            return refuse(List.of(String.valueOf(e.getMessage())));
        } catch (UncheckedIOException e) {
            return refuse(List.of("'%s' cannot be read: %s".formatted(input, PredictionFiles.reason(e))));
        } catch (IOException e) {
            return refuse(List.of("'%s' cannot be written: %s".formatted(output, PredictionFiles.reason(e))));
        }
    }

    private static List<String> missing(MissingColumns e) {
        return Stream.concat(
                        e.missing().stream().map("the model needs column '%s' and it is not there"::formatted),
                        Stream.of(e.found().stream()
                                .limit(COLUMNS_TOLD)
                                .map("'%s'"::formatted)
                                .collect(Collectors.joining(
                                        ", ", "the file has ", e.found().size() > COLUMNS_TOLD ? ", …" : ""))))
                .toList();
    }

    private int refuse(List<String> faults) {
        tell(faults);
        return REFUSED;
    }

    private void tell(List<String> sentences) {
        sentences.forEach(sentence -> spec.commandLine().getErr().println("  - " + sentence));
    }
}
