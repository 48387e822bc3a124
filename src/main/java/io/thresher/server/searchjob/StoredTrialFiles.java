package io.thresher.server.searchjob;

import io.thresher.data.Labelled;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.job.SearchJob;
import io.thresher.job.TrialFiles;
import io.thresher.seed.Seed;
import io.thresher.server.DataFolder;
import io.thresher.trial.PreparedRows;
import io.thresher.worker.protocol.Wire;
import java.nio.file.Path;

/** What trials handed in, and the rows of their datasets, in the data folder. */
final class StoredTrialFiles implements TrialFiles {
    private final DataFolder folder;

    StoredTrialFiles(DataFolder folder) {
        this.folder = folder;
    }

    @Override
    public Path model(String job, int trial) {
        return folder.trialFile(job, trial, Wire.MODEL);
    }

    @Override
    public Path outOfFold(String job, int trial) {
        return folder.trialFile(job, trial, Wire.OUT_OF_FOLD);
    }

    @Override
    public Path checked(String job, int trial) {
        return folder.trialFile(job, trial, Wire.CHECKED);
    }

    @Override
    public Labelled rows(SearchJob job) {
        Path dataset = folder.dataset(job.data().dataset());
        return PreparedRows.read(
                        dataset.resolve(DatasetFiles.TABLE),
                        SchemaFile.read(dataset.resolve(DatasetFiles.SCHEMA)),
                        job.data(),
                        job.objective().task(),
                        new Seed(job.seed()))
                .search();
    }
}
