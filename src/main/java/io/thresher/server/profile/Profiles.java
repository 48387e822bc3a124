package io.thresher.server.profile;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.TargetCheck;
import io.thresher.data.Task;
import io.thresher.data.TaskProposal;
import io.thresher.data.association.Association;
import io.thresher.data.association.Associations;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.files.TableReader;
import io.thresher.data.profile.DatasetProfile;
import io.thresher.seed.Seed;
import io.thresher.server.DataFolder;
import io.thresher.server.Fault;
import io.thresher.server.Insights;
import io.thresher.server.ProblemException;
import io.thresher.server.dataset.Datasets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Profiles of datasets. What was found is kept. */
@ApplicationScoped
public class Profiles {
    /** Rows from which associations with a target are found; of a larger table so many drawn. */
    private static final int MOST_ROWS = 20_000;

    private static final int FEWEST_ROWS = 2;
    private static final Seed SEED = new Seed(0);

    private final Datasets datasets;
    private final DataFolder folder;
    private final Insights insights;

    Profiles(Datasets datasets, DataFolder folder, Insights insights) {
        this.datasets = datasets;
        this.folder = folder;
        this.insights = insights;
    }

    /** What was found of a target. */
    record Told(List<Association> associations) {}

    /**
     * The profile of a dataset.
     *
     * @param target a column of which the others are to tell something
     * @throws ProblemException 404 if there is no such dataset; 400 if the target cannot be predicted
     */
    public ProfileResponse profile(String dataset, Optional<String> target) {
        datasets.one(dataset);
        DatasetSchema schema = SchemaFile.read(folder.dataset(dataset).resolve(DatasetFiles.SCHEMA));
        Path table = folder.dataset(dataset).resolve(DatasetFiles.TABLE);
        Optional<Task> task = target.map(name -> task(schema, name));
        DatasetProfile profile =
                insights.of(dataset, List.of("profile"), DatasetProfile.class, () -> DatasetProfile.of(table, schema));
        Optional<List<Association>> associations = target.map(name -> insights.of(
                        dataset,
                        List.of("associations", name),
                        Told.class,
                        () -> new Told(associations(table, schema, name, task.orElseThrow())))
                .associations());
        return ProfileResponse.of(profile, associations);
    }

    private static Task task(DatasetSchema schema, String target) {
        Task task = schema.column(target)
                .map(column -> TaskProposal.of(column, schema.rows()))
                .orElse(Task.REGRESSION);
        List<Fault> faults = TargetCheck.ofSchema(schema, target, task, FEWEST_ROWS).stream()
                .filter(fault -> !fault.field().equals("dataset"))
                .map(fault -> Fault.ofParameter("target", fault.message()))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return task;
    }

    private static List<Association> associations(Path table, DatasetSchema schema, String target, Task task) {
        Labelled rows = TableReader.labelled(table, schema, target, task);
        Labelled drawn = rows.rows() <= MOST_ROWS ? rows : rows.take(drawn(rows.rows()));
        return Associations.of(drawn.features(), drawn.target(), SEED).stream()
                .sorted(Comparator.comparingDouble(Association::predictiveScore)
                        .thenComparingDouble(Association::mutualInformation)
                        .reversed())
                .toList();
    }

    private static int[] drawn(int rows) {
        SplittableRandom random = SEED.fork("rows").random();
        double share = (double) MOST_ROWS / rows;
        return IntStream.range(0, rows)
                .filter(row -> random.nextDouble() < share)
                .toArray();
    }
}
