package io.thresher.server.issue;

import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Table;
import io.thresher.data.TargetCheck;
import io.thresher.data.Task;
import io.thresher.data.TaskProposal;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.files.TableReader;
import io.thresher.data.issue.DataIssues;
import io.thresher.data.issue.Subject;
import io.thresher.seed.Seed;
import io.thresher.server.DataFolder;
import io.thresher.server.Fault;
import io.thresher.server.Insights;
import io.thresher.server.ProblemException;
import io.thresher.server.dataset.Datasets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with datasets. What was found for a target is kept. */
@ApplicationScoped
public class Issues {
    /** Rows that are read; of a larger table every so many-th. */
    private static final int MOST_ROWS = 200_000;

    private static final int FEWEST_ROWS = 2;

    private final Datasets datasets;
    private final DataFolder folder;
    private final Insights insights;
    private final Clock clock;

    Issues(Datasets datasets, DataFolder folder, Insights insights, Clock clock) {
        this.datasets = datasets;
        this.folder = folder;
        this.insights = insights;
        this.clock = clock;
    }

    /**
     * What is wrong with a dataset when that column is to be predicted.
     *
     * @param task proposed from the target if absent
     * @param testDataset a dataset that models will be tested on
     * @throws ProblemException naming every parameter that is wrong; 404 if there is no such dataset
     */
    public IssuesResponse find(
            String dataset, Optional<String> target, Optional<String> task, Optional<String> testDataset) {
        datasets.one(dataset);
        DatasetSchema schema = schema(dataset);
        List<Fault> faults = new ArrayList<>();
        Optional<Task> asked = task.flatMap(Task::ofWord);
        if (task.isPresent() && asked.isEmpty()) {
            faults.add(Fault.ofParameter(
                    "task", "must be binary, multiclass or regression, got '%s'".formatted(task.get())));
        }
        if (target.isEmpty()) {
            faults.add(Fault.ofParameter("target", "the name of the column to predict is needed"));
        }
        if (testDataset.isPresent() && datasets.find(testDataset.get()).isEmpty()) {
            faults.add(Fault.ofParameter("testDataset", "there is no dataset '%s'".formatted(testDataset.get())));
        }
        Optional<ColumnSchema> column = target.flatMap(schema::column);
        Task found = asked.orElseGet(
                () -> column.map(known -> TaskProposal.of(known, schema.rows())).orElse(Task.REGRESSION));
        target.ifPresent(name -> TargetCheck.ofSchema(schema, name, found, FEWEST_ROWS).stream()
                .filter(fault -> !fault.field().equals("dataset"))
                .forEach(fault -> faults.add(Fault.ofParameter(fault.field(), fault.message()))));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return find(dataset, schema, target.orElseThrow(), found, testDataset);
    }

    /** What is wrong with a dataset that is there, for a target and task that fit it. */
    public IssuesResponse find(String dataset, String target, Task task) {
        return find(dataset, schema(dataset), target, task, Optional.empty());
    }

    /** The column whose rows should be left out together without being asked for. */
    public Optional<String> groups(String dataset, String target, Task task) {
        DatasetSchema schema = schema(dataset);
        if (!DataIssues.mayHaveEntities(schema, target)) {
            return Optional.empty();
        }
        return insights.of(dataset, List.of("groups", target, task.word()), Groups.class, () -> {
                    Subject subject =
                            new Subject(read(dataset, schema, schema.names()), schema, target, task, Optional.empty());
                    return new Groups(DataIssues.groups(subject, clock, new Seed(0)));
                })
                .column();
    }

    /** How rows belong together, if they do. */
    record Groups(Optional<String> column) {}

    private IssuesResponse find(
            String dataset, DatasetSchema schema, String target, Task task, Optional<String> testDataset) {
        List<String> question = List.of("issues", target, task.word(), testDataset.orElse(""));
        return insights.of(dataset, question, IssuesResponse.class, () -> {
            Table table = read(dataset, schema, schema.names());
            Optional<Table> test = testDataset.map(id -> {
                DatasetSchema other = schema(id);
                List<String> shared = other.names().stream()
                        .filter(name -> schema.column(name).isPresent())
                        .toList();
                return read(id, other, shared);
            });
            Subject subject = new Subject(table, schema, target, task, test);
            return new IssuesResponse(
                    target,
                    task.word(),
                    table.rows(),
                    schema.rows(),
                    DataIssues.find(subject, clock, new Seed(0)).stream()
                            .map(IssueResponse::of)
                            .toList());
        });
    }

    private Table read(String dataset, DatasetSchema schema, List<String> names) {
        return TableReader.sample(table(dataset), schema, names, MOST_ROWS);
    }

    private Path table(String dataset) {
        return folder.dataset(dataset).resolve(DatasetFiles.TABLE);
    }

    private DatasetSchema schema(String dataset) {
        return SchemaFile.read(folder.dataset(dataset).resolve(DatasetFiles.SCHEMA));
    }
}
