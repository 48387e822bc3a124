package io.thresher.data.files;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.ReadingOptions;
import io.thresher.data.Table;
import io.thresher.data.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder in which texts are uploaded and become datasets; deleted when closed. */
final class Uploads implements AutoCloseable {
    final Path folder;
    private int uploads;

    Uploads() {
        try {
            folder = Files.createTempDirectory("uploads");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A dataset in this folder. */
    record Stored(Path folder, DatasetSchema schema) {
        Table table(String... names) {
            return TableReader.read(parquet(), schema, List.of(names));
        }

        Table features() {
            return TableReader.read(parquet(), schema);
        }

        Labelled labelled(String target, Task task) {
            return TableReader.labelled(parquet(), schema, target, task);
        }

        private Path parquet() {
            return folder.resolve(DatasetFiles.TABLE);
        }
    }

    Stored ingest(String text) {
        return ingest(text, IngestLimits.DEFAULT);
    }

    Stored ingest(String text, IngestLimits limits) {
        return ingest(text.getBytes(StandardCharsets.UTF_8), limits);
    }

    Stored ingest(String text, ReadingOptions options) {
        return ingest(text.getBytes(StandardCharsets.UTF_8), options, IngestLimits.DEFAULT);
    }

    Stored ingest(byte[] content, IngestLimits limits) {
        return ingest(file(content), limits);
    }

    Stored ingest(byte[] content, ReadingOptions options, IngestLimits limits) {
        return ingest(file(content), options, limits);
    }

    Stored ingest(Path file, IngestLimits limits) {
        return ingest(file, ReadingOptions.NONE, limits);
    }

    Stored ingest(Path file, ReadingOptions options, IngestLimits limits) {
        Path target = folder.resolve("datasets").resolve("set" + uploads++);
        return new Stored(target, DatasetFiles.ingest(file, target, options, limits));
    }

    Path file(byte[] content) {
        try {
            return Files.write(folder.resolve("upload.csv"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all that lies where datasets are stored. */
    List<String> stored() {
        try (Stream<Path> entries = Files.list(Files.createDirectories(folder.resolve("datasets")))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
