package io.thresher.server.dataset;

import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Makes datasets of datasets. */
@ApplicationScoped
class MadeDatasets {
    private final Datasets datasets;

    MadeDatasets(Datasets datasets) {
        this.datasets = datasets;
    }

    /**
     * Makes what is asked for.
     *
     * @throws ProblemException naming what is wrong with the request
     */
    DatasetResponse make(DatasetRequest request) {
        Optional<String> name = Optional.ofNullable(request.name()).filter(text -> !text.isBlank());
        if (request.reread() != null) {
            return datasets.reread(request.reread(), name, RequestedReading.ofBody(request.reading()));
        }
        throw ProblemException.invalid(
                List.of(Fault.at("/reread", "the id of a dataset to read again, or sql and from, are needed")));
    }
}
