package io.thresher.server.dataset;

import io.thresher.data.DatasetSchema;
import io.thresher.data.ReadingOptions;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.stitch.StitchReport;
import io.thresher.data.stitch.Stitching;
import io.thresher.server.ContentHash;
import io.thresher.server.DataFolder;
import io.thresher.server.Fault;
import io.thresher.server.Json;
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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Takes tables in, keeps them and finds them again. A dataset never changes. */
@ApplicationScoped
public class Datasets {
    private static final Logger LOG = Logger.getLogger(Datasets.class);
    private static final int LONGEST_NAME = 200;
    private static final Duration LONGEST_SQL = Duration.ofSeconds(60);

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
     * Takes a file in; the same bytes, to be read in the same way, are the same dataset, under its first name. The file
     * is kept, so that it can be read again in another way.
     *
     * @param upload the file as it was sent; is left where it is
     * @param fileName as the sender calls the file
     * @param name what the dataset is to be called; without it, as the file
     * @param options what the user says about the file
     * @throws ProblemException if the file is no table; nothing of it is kept then
     */
    public DatasetResponse add(Path upload, String fileName, Optional<String> name, ReadingOptions options) {
        refuseTooLarge(upload);
        return add(upload, ContentHash.of(upload), called(fileName, name), options);
    }

    /** Takes a file in, called as the file is, and finds out all about it. */
    public DatasetResponse add(Path upload, String fileName) {
        return add(upload, fileName, Optional.empty(), ReadingOptions.NONE);
    }

    /**
     * Reads the file of a dataset again, in another way: another dataset.
     *
     * @param name what it is to be called; without it, as the dataset
     * @throws ProblemException 404 if there is no such dataset; 409 if its file was not kept; if the file is no table when
     *     read so
     */
    public DatasetResponse reread(String dataset, Optional<String> name, ReadingOptions options) {
        DatasetResponse known = one(dataset);
        String original = rows.original(dataset)
                .filter(hash -> Files.exists(files.original(hash)))
                .orElseThrow(() -> ProblemException.conflict(
                        "The dataset '%s' has no file that could be read again".formatted(dataset)));
        return add(files.original(original), original, name.orElse(known.name()), options);
    }

    /**
     * Makes a dataset of others by SQL; the same SQL over the same datasets is the same dataset.
     *
     * @param from ids of datasets by the names of their tables in the SQL
     * @throws io.thresher.data.stitch.RefusedSql if the SQL does anything but select from them, or fails
     * @throws ProblemException if what comes out is no table to learn from
     */
    DatasetResponse stitch(String sql, Map<String, String> from, String name) {
        String id = ContentHash.of(Json.write(Map.of("sql", sql, "from", new TreeMap<>(from))));
        reading.lock();
        try {
            Optional<DatasetResponse> known = rows.find(id);
            return known.isPresent() ? known.get() : stitched(id, sql, from, name);
        } catch (UnreadableDataset e) {
            throw unreadable(e);
        } finally {
            reading.unlock();
        }
    }

    private DatasetResponse stitched(String id, String sql, Map<String, String> from, String name) {
        Map<String, Path> folders = new LinkedHashMap<>();
        from.forEach((table, source) -> folders.put(table, files.dataset(source)));
        Path folder = files.dataset(id);
        StitchReport report = Files.exists(folder)
                ? new StitchReport(0, Map.of(), 0, 0, List.of())
                : new Stitching(folders, LONGEST_SQL, IngestLimits.DEFAULT).run(sql, folder);
        DatasetSchema schema = SchemaFile.read(folder.resolve(DatasetFiles.SCHEMA));
        DatasetEntity row =
                DatasetEntity.of(id, name, schema, bytes(folder.resolve(DatasetFiles.TABLE)), clock.instant());
        row.madeFrom = Json.write(new MadeFrom(sql, from, report.lost(), report.multiplied(), report.warnings()));
        LOG.infof("Dataset %s '%s' was made of %s", id, name, from);
        return rows.add(row);
    }

    private static ProblemException unreadable(UnreadableDataset e) {
        return ProblemException.of(
                ProblemType.UNREADABLE_DATASET,
                e.faults().stream().map(Fault::of).toList());
    }

    private DatasetResponse add(Path file, String original, String name, ReadingOptions options) {
        String id = options.equals(ReadingOptions.NONE) ? original : ContentHash.of(original + Json.write(options));
        reading.lock();
        try {
            return rows.find(id).orElseGet(() -> read(id, file, original, name, options));
        } finally {
            reading.unlock();
        }
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

    /** How the file of a dataset was read, or nothing if there was none. */
    public Optional<ReadingResponse> reading(String id) {
        return rows.original(id)
                .map(original ->
                        ReadingResponse.of(SchemaFile.read(files.dataset(id).resolve(DatasetFiles.SCHEMA))));
    }

    private DatasetResponse read(String id, Path upload, String original, String name, ReadingOptions options) {
        try {
            Path folder = files.dataset(id);
            // A folder without a row: the service went down between the two. The folder is whole or not there.
            DatasetSchema schema = Files.exists(folder)
                    ? SchemaFile.read(folder.resolve(DatasetFiles.SCHEMA))
                    : DatasetFiles.ingest(upload, folder, options, IngestLimits.DEFAULT);
            keep(upload, original);
            DatasetEntity row = DatasetEntity.of(id, name, schema, bytes(upload), clock.instant());
            row.original = original;
            DatasetResponse dataset = rows.add(row);
            LOG.infof(
                    "Dataset %s '%s' has %d rows, %d columns",
                    id, name, dataset.rows(), dataset.columns().size());
            return dataset;
        } catch (UnreadableDataset e) {
            throw unreadable(e);
        }
    }

    private void keep(Path upload, String original) {
        try {
            if (!Files.exists(files.original(original))) {
                files.store(upload, files.original(original));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the uploaded file cannot be kept", e);
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
