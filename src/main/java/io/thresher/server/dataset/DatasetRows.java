package io.thresher.server.dataset;

import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of datasets. Every call is one transaction, so that none is open while a file is read. */
@ApplicationScoped
@Transactional
class DatasetRows {
    private final DatasetRepository datasets;

    DatasetRows(DatasetRepository datasets) {
        this.datasets = datasets;
    }

    Optional<DatasetResponse> find(String id) {
        return datasets.find(id).map(DatasetResponse::of);
    }

    /** Hash of the file a dataset was read from, or nothing. */
    Optional<String> original(String id) {
        return datasets.find(id).map(dataset -> dataset.original);
    }

    DatasetResponse add(DatasetEntity dataset) {
        datasets.add(dataset);
        return DatasetResponse.of(dataset);
    }

    /** Newest first. */
    Page<DatasetResponse> page(PageRequest request) {
        Limit limit = Limit.of(request.size() + 1);
        List<DatasetEntity> fetched = request.after(2, last -> new Place(Instant.parse(last.get(0)), last.get(1)))
                .map(last -> datasets.olderThan(last.createdAt(), last.id(), limit))
                .orElseGet(() -> datasets.newest(limit));
        return Page.of(fetched, request, dataset -> PageRequest.tokenAfter(dataset.createdAt, dataset.id))
                .map(DatasetResponse::of);
    }

    /** Where a page ended. */
    private record Place(Instant createdAt, String id) {}
}
