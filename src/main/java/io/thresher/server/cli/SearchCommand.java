package io.thresher.server.cli;

import io.quarkus.arc.Unremovable;
import io.thresher.data.SampleTable;
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

    @Option(
            names = "--families",
            paramLabel = "FAMILY",
            split = ",",
            description = "Families of the space that may be tried, with commas between them; else all.")
    private @Nullable List<String> families;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private ConstraintOptions constraints = new ConstraintOptions();

    @Mixin
    private ValidationOptions judging = new ValidationOptions();

    @Mixin
    private CourseOptions course = new CourseOptions();

    @Mixin
    private OutOption out = new OutOption();

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
        return progress.follow(spec.commandLine().getOut(), dataset, job, out.path());
    }

    private DatasetResponse upload() throws IOException {
        if (source.file != null) {
            return upload(source.file);
        }
        Path sample = Files.createTempFile("thresher-sample", ".csv");
        try {
            SampleTable.write(sample, SAMPLE_ROWS, new Seed(SAMPLE_SEED));
            return datasets.add(sample, "sample");
        } finally {
            Files.deleteIfExists(sample);
        }
    }

    private DatasetResponse upload(Path file) {
        if (!Files.isRegularFile(file)) {
            throw ProblemException.invalid(List.of(Fault.of("there is no file '%s'".formatted(file))));
        }
        return datasets.add(file, String.valueOf(file.getFileName()));
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
                course.seed(),
                course.parallelism(),
                course.recipe(),
                judging.validation(),
                judging.holdout(),
                judging.test().isPresent() ? upload(judging.test().get()).id() : null,
                course.strategy(),
                constraints.request(),
                course.ensemble(),
                course.warmStart(),
                families,
                limits.request());
    }
}
