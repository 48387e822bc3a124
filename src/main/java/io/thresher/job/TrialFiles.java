package io.thresher.job;

import io.thresher.data.Labelled;
import java.nio.file.Path;

/** Where the files of a job's trials are, and the rows that they learned from. */
public interface TrialFiles {

    /** The model of a trial that kept it. */
    Path model(String job, int trial);

    /** The out-of-fold predictions of a finished trial, a {@link io.thresher.metric.PredictionsFile}. */
    Path outOfFold(String job, int trial);

    /**
     * What the model of a finished trial predicted for the {@link io.thresher.trial.CheckedRows} when it was handed in, a
     * {@link io.thresher.metric.PredictionsFile}. It may be missing.
     */
    Path checked(String job, int trial);

    /** The rows that the search may use, in the order of the out-of-fold predictions. */
    Labelled rows(SearchJob job);
}
