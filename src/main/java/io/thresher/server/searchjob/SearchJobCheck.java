package io.thresher.server.searchjob;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.TargetCheck;
import io.thresher.data.Task;
import io.thresher.data.TaskProposal;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.files.TableReader;
import io.thresher.job.Budget;
import io.thresher.job.SearchJob;
import io.thresher.metric.Metric;
import io.thresher.server.DataFolder;
import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import io.thresher.server.searchspace.SearchSpaces;
import io.thresher.space.InvalidSearchSpace;
import io.thresher.space.SearchSpace;
import io.thresher.trial.Objective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a request whole: either it is a search job, or every fault in it is named. */
final class SearchJobCheck {
    private static final int FOLDS = 5;
    /** Where in a request stands what a check of the data speaks of. */
    private static final Map<String, String> POINTERS = Map.of("dataset", "/dataset", "task", "/task");
    /** Seeds that are drawn stay readable. */
    private static final int DRAWN_SEEDS = 1_000_000;

    private final DataFolder folder;
    private final SearchSpaces spaces;
    private final int slots;
    private final List<Fault> faults = new ArrayList<>();

    SearchJobCheck(DataFolder folder, SearchSpaces spaces, int slots) {
        this.folder = folder;
        this.spaces = spaces;
        this.slots = slots;
    }

    /**
     * @throws ProblemException naming every fault
     */
    SearchJob check(String id, SearchJobRequest request) {
        Optional<Budget> budget = RequestedBudget.read(request.budget(), faults);
        Optional<SearchSpace> space = space(request.searchSpace());
        int parallelism = parallelism(request.parallelism());
        Optional<Task> task = word("/task", request.task(), Task::ofWord, words(Task.values()));
        Optional<Metric> metric = word("/metric", request.metric(), Metric::ofWord, words(Metric.values()));
        Optional<Objective> objective =
                schema(request.dataset()).flatMap(schema -> objective(request, schema, task, metric));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        long seed = request.seed() == null ? new SecureRandom().nextInt(DRAWN_SEEDS) : request.seed();
        return new SearchJob(
                id,
                String.valueOf(request.dataset()),
                String.valueOf(request.target()),
                objective.orElseThrow(),
                budget.orElseThrow(),
                space.orElseThrow(),
                seed,
                parallelism,
                FOLDS);
    }

    private Optional<DatasetSchema> schema(@Nullable String dataset) {
        if (dataset == null || dataset.isBlank()) {
            faults.add(Fault.at("/dataset", "the id of a dataset is needed"));
            return Optional.empty();
        }
        Path file = dataset.matches("[0-9a-f]+") ? folder.dataset(dataset).resolve(DatasetFiles.SCHEMA) : Path.of("");
        if (!Files.isRegularFile(file)) {
            faults.add(Fault.at("/dataset", "there is no dataset '%s'; upload it first".formatted(dataset)));
            return Optional.empty();
        }
        return Optional.of(SchemaFile.read(file));
    }

    private Optional<Objective> objective(
            SearchJobRequest request, DatasetSchema schema, Optional<Task> asked, Optional<Metric> metric) {
        String target = request.target();
        if (target == null || target.isEmpty()) {
            faults.add(Fault.at("/target", "the name of the column to predict is needed"));
            return Optional.empty();
        }
        Task task = asked.or(() -> schema.column(target).map(column -> TaskProposal.of(column, schema.rows())))
                .orElse(Task.REGRESSION);
        if (refused(TargetCheck.ofSchema(schema, target, task, FOLDS))) {
            return Optional.empty();
        }
        if (metric.isPresent() && !Objective.fitting(task).contains(metric.get())) {
            faults.add(Fault.at(
                    "/metric",
                    "%s does not judge a %s task; %s do"
                            .formatted(
                                    metric.get().word(),
                                    task.word(),
                                    words(Objective.fitting(task).toArray(Metric[]::new)))));
            return Optional.empty();
        }
        Path table = folder.dataset(String.valueOf(request.dataset())).resolve(DatasetFiles.TABLE);
        Labelled rows = TableReader.labelled(table, schema, target, task);
        if (refused(TargetCheck.ofRows(rows.target()))) {
            return Optional.empty();
        }
        return Optional.of(metric.map(judge -> new Objective(task, judge)).orElseGet(() -> Objective.of(task)));
    }

    private boolean refused(List<io.thresher.data.Fault> found) {
        found.forEach(fault -> faults.add(Fault.at(POINTERS.getOrDefault(fault.field(), "/target"), fault.message())));
        return !found.isEmpty();
    }

    private Optional<SearchSpace> space(@Nullable String reference) {
        String asked = reference == null || reference.isBlank() ? SearchSpaces.DEFAULT : reference;
        try {
            return Optional.of(spaces.read(asked));
        } catch (InvalidSearchSpace e) {
            e.faults().forEach(fault -> faults.add(Fault.at("/searchSpace", fault.toString())));
        } catch (IllegalArgumentException e) {
            faults.add(Fault.at("/searchSpace", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private int parallelism(@Nullable Integer asked) {
        if (asked != null && (asked < 1 || asked > slots)) {
            faults.add(Fault.at(
                    "/parallelism", "must be from 1 to %d, the number of workers, got %d".formatted(slots, asked)));
        }
        return asked == null ? slots : asked;
    }

    private <T> Optional<T> word(
            String pointer, @Nullable String word, Function<String, Optional<T>> read, String accepted) {
        Optional<T> value = word == null || word.isBlank() ? Optional.empty() : read.apply(word);
        if (word != null && !word.isBlank() && value.isEmpty()) {
            faults.add(Fault.at(pointer, "'%s' is not known; accepted are %s".formatted(word, accepted)));
        }
        return value;
    }

    private static String words(Task... tasks) {
        return Arrays.stream(tasks).map(Task::word).collect(Collectors.joining(", "));
    }

    private static String words(Metric... metrics) {
        return Arrays.stream(metrics).map(Metric::word).collect(Collectors.joining(", "));
    }
}
