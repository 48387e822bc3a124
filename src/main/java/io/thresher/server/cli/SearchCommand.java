package io.thresher.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import io.thresher.data.SampleTable;
import io.thresher.model.Direction;
import io.thresher.seed.Seed;
import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import io.thresher.server.dataset.DatasetResponse;
import io.thresher.server.dataset.Datasets;
import io.thresher.server.searchjob.SearchJobRequest;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobs;
import io.thresher.server.worker.Workers;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One search from the command line, start to end. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Searches for the best model of a table and writes it as one ONNX file.")
@Dependent
@Unremovable
public class SearchCommand implements Callable<Integer> {
    private static final int SAMPLE_ROWS = 4000;
    private static final long SAMPLE_SEED = 7;

    private final Datasets datasets;
    private final SearchJobs jobs;
    private final Workers workers;
    private final SearchProgress progress;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(names = "--target", paramLabel = "COLUMN", description = "Column to predict; needed with FILE.")
    private @Nullable String target;

    @Option(names = "--task", paramLabel = "TASK", description = "binary, multiclass or regression; else proposed.")
    private @Nullable String task;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "roc_auc, log_loss, accuracy, rmse, mae or r2; else the task's default.")
    private @Nullable String metric;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "Time budget, such as 60s, 5m, PT1H; 60s if no --trials.")
    private @Nullable String time;

    @Option(names = "--trials", paramLabel = "N", description = "Number of trials.")
    private @Nullable Integer trials;

    @Option(
            names = "--patience",
            paramLabel = "SHARE",
            arity = "0..1",
            fallbackValue = "0.5",
            description = "Ends early once this share of the search has passed without a gain; 0.5 if no SHARE.")
    private @Nullable Double patience;

    @Option(
            names = "--space",
            paramLabel = "SPACE",
            description = "default, quick, trees, neural, small-models, or a YAML file.",
            defaultValue = "default")
    private String space;

    @Option(names = "--seed", paramLabel = "SEED", description = "All that is random follows from it.")
    private @Nullable Long seed;

    @Option(
            names = "--increasing",
            paramLabel = "COLUMN",
            description = "Numeric column that may only raise the prediction; may be given several times.")
    private List<String> increasing = new ArrayList<>();

    @Option(
            names = "--decreasing",
            paramLabel = "COLUMN",
            description = "Numeric column that may only lower the prediction; may be given several times.")
    private List<String> decreasing = new ArrayList<>();

    @Option(
            names = "--families",
            paramLabel = "FAMILY",
            split = ",",
            description = "Families of the space that may be tried, with commas between them; else all.")
    private @Nullable List<String> families;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--out",
            paramLabel = "MODEL",
            description = "Where the model is written.",
            defaultValue = "model.onnx")
    private Path out;

    /** Used by {@link Main} before anything starts; stands here so that it is known and explained. */
    @SuppressWarnings("unused")
    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where everything is kept; ./data if not given.")
    private @Nullable String dataDir;

    @Spec
    private CommandSpec spec;

    /** A file of the user's, or a generated table. */
    static final class Source {
        @Parameters(paramLabel = "FILE", description = "Table with a header: CSV, TSV, or another delimiter.")
        private @Nullable Path file;

        @Option(names = "--sample", description = "Use a generated table of known structure instead of a file.")
        private boolean sample;
    }

    SearchCommand(Datasets datasets, SearchJobs jobs, Workers workers, SearchProgress progress) {
        this.datasets = datasets;
        this.jobs = jobs;
        this.workers = workers;
        this.progress = progress;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        workers.start();
        DatasetResponse dataset = upload();
        SearchJobResponse job = jobs.submit(request(dataset.id()));
        return progress.follow(spec.commandLine().getOut(), dataset, job, out);
    }

    private DatasetResponse upload() throws IOException {
        if (source.file != null) {
            if (!Files.isRegularFile(source.file)) {
                throw ProblemException.invalid(List.of(Fault.of("there is no file '%s'".formatted(source.file))));
            }
            return datasets.add(source.file, String.valueOf(source.file.getFileName()));
        }
        Path sample = Files.createTempFile("thresher-sample", ".csv");
        try {
            SampleTable.write(sample, SAMPLE_ROWS, new Seed(SAMPLE_SEED));
            return datasets.add(sample, "sample");
        } finally {
            Files.deleteIfExists(sample);
        }
    }

    private SearchJobRequest request(String dataset) throws IOException {
        String column = Optional.ofNullable(target).orElse(source.sample ? SampleTable.TARGET : "");
        Path yaml = Path.of(space);
        return new SearchJobRequest(
                dataset,
                column,
                task,
                metric,
                TimeOption.budget(time, trials, patience),
                Files.isRegularFile(yaml) ? Files.readString(yaml) : space,
                seed,
                null,
                null,
                null,
                null,
                null,
                null,
                constraints(),
                null,
                null,
                families,
                limits.request());
    }

    private @Nullable JsonNode constraints() {
        if (increasing.isEmpty() && decreasing.isEmpty()) {
            return null;
        }
        ObjectNode constraints = JsonNodeFactory.instance.objectNode();
        ObjectNode monotone = constraints.putObject("monotone");
        increasing.forEach(column -> monotone.put(column, Direction.INCREASING.word()));
        decreasing.forEach(column -> monotone.put(column, Direction.DECREASING.word()));
        return constraints;
    }
}
