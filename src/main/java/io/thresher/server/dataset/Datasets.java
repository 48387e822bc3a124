package io.thresher.server.dataset;

import io.thresher.data.DatasetSchema;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.SchemaFile;
import io.thresher.server.DataFolder;
import io.thresher.server.Fault;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.ProblemException;
import io.thresher.server.ProblemType;
import io.thresher.server.ThresherConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Takes tables in, keeps them and finds them again. A dataset never changes. */
@ApplicationScoped
public class Datasets {
    private static final Logger LOG = Logger.getLogger(Datasets.class);
    private static final int LONGEST_NAME = 200;

    private final DatasetRows rows;
    private final DataFolder files;
    private final long maxBytes;
    private final Clock clock;
    /** One table is read at a time: each may take all the memory its limits allow. */
    private final ReentrantLock reading = new ReentrantLock();

    Datasets(DatasetRows rows, DataFolder files, ThresherConfig config, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.maxBytes = config.upload().maxBytes();
        this.clock = clock;
    }

    /**
     * Takes a file in; the same bytes twice are the same dataset, under its first name.
     *
     * @param upload the file as it was sent; is left where it is
     * @param fileName as the sender calls the file
     * @param name what the dataset is to be called; without it, as the file
     * @throws ProblemException if the file is no table; nothing of it is kept then
     */
    public DatasetResponse add(Path upload, String fileName, Optional<String> name) {
        refuseTooLarge(upload);
        String id = ContentHash.of(upload);
        reading.lock();
        try {
            return rows.find(id).orElseGet(() -> read(id, upload, called(fileName, name)));
        } finally {
            reading.unlock();
        }
    }

    /** Takes a file in, called as the file is. */
    public DatasetResponse add(Path upload, String fileName) {
        return add(upload, fileName, Optional.empty());
    }

    /** The datasets, newest first. */
    public Page<DatasetResponse> page(PageRequest request) {
        return rows.page(request);
    }

    /**
     * One dataset.
     *
     * @throws ProblemException if there is no such dataset
     */
    public DatasetResponse one(String id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("dataset", id));
    }

    public Optional<DatasetResponse> find(String id) {
        return rows.find(id);
    }

    private DatasetResponse read(String id, Path upload, String name) {
        try {
            Path folder = files.dataset(id);
            // A folder without a row: the service went down between the two. The folder is whole or not there.
            DatasetSchema schema = Files.exists(folder)
                    ? SchemaFile.read(folder.resolve(DatasetFiles.SCHEMA))
                    : DatasetFiles.ingest(upload, folder, IngestLimits.DEFAULT);
            DatasetResponse dataset = rows.add(DatasetEntity.of(id, name, schema, bytes(upload), clock.instant()));
            LOG.infof(
                    "Dataset %s '%s' has %d rows, %d columns",
                    id, name, dataset.rows(), dataset.columns().size());
            return dataset;
        } catch (UnreadableDataset e) {
            throw ProblemException.of(
                    ProblemType.UNREADABLE_DATASET,
                    e.faults().stream().map(Fault::of).toList());
        }
    }

    private void refuseTooLarge(Path upload) {
        long bytes = bytes(upload);
        if (bytes > maxBytes) {
            String message = "A file may have up to %d bytes (thresher.upload.max-bytes), this one has %d"
                    .formatted(maxBytes, bytes);
            throw ProblemException.of(ProblemType.TOO_LARGE, List.of(Fault.ofParameter("file", message)));
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String called(String fileName, Optional<String> name) {
        String called = name.map(String::strip).filter(text -> !text.isEmpty()).orElseGet(() -> stem(fileName));
        return called.length() > LONGEST_NAME ? called.substring(0, LONGEST_NAME) : called;
    }

    private static String stem(String fileName) {
        String last = fileName.substring(1 + Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')));
        int dot = last.lastIndexOf('.');
        String stem = (dot > 0 ? last.substring(0, dot) : last).strip();
        return stem.isEmpty() ? "table" : stem;
    }
}
