package io.thresher.server.model;

import io.thresher.data.files.DatasetFiles;
import io.thresher.server.DataFolder;
import io.thresher.server.ProblemException;
import io.thresher.worker.protocol.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Registered models. A version's files are its own: it needs neither its job nor its dataset any more. */
@ApplicationScoped
public class Models {
    /** File of the model itself, in the folder of its version. */
    public static final String MODEL_FILE = Wire.MODEL;

    private final ModelVersionRepository versions;
    private final DataFolder folder;

    Models(ModelVersionRepository versions, DataFolder folder) {
        this.versions = versions;
        this.folder = folder;
    }

    /**
     * Registers what a search found as the next version of its name, files first: a version that is there has
     * its files. A job that has registered a model keeps it.
     */
    @Transactional
    public ModelVersionId register(Candidate candidate) {
        Path model = candidate.file();
        long bytes = size(candidate);
        Optional<ModelVersionEntity> earlier = versions.ofJob(candidate.job()).stream()
                .filter(known -> known.trial == candidate.trial()
                        && known.family.equals(candidate.family())
                        && known.score == candidate.score()
                        && known.modelBytes == bytes)
                .findFirst();
        if (earlier.isPresent()) {
            return new ModelVersionId(earlier.get().name, earlier.get().version);
        }
        int version = versions.newest(candidate.name()).orElse(0) + 1;
        Path target = folder.model(candidate.name(), version);
        ModelVersionEntity row = new ModelVersionEntity();
        try {
            folder.store(model, target.resolve(MODEL_FILE));
            folder.store(
                    folder.dataset(candidate.dataset()).resolve(DatasetFiles.SCHEMA),
                    target.resolve(DatasetFiles.SCHEMA));
        } catch (IOException e) {
            throw unstored(candidate, e);
        }
        row.modelBytes = bytes;
        row.name = candidate.name();
        row.version = version;
        row.job = candidate.job();
        row.trial = candidate.trial();
        row.dataset = candidate.dataset();
        row.target = candidate.target();
        row.family = candidate.family();
        row.metric = candidate.objective().metric().word();
        row.score = candidate.score();
        row.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        versions.add(row);
        return new ModelVersionId(candidate.name(), version);
    }

    private static long size(Candidate candidate) {
        try {
            return Files.size(candidate.file());
        } catch (IOException e) {
            throw unstored(candidate, e);
        }
    }

    private static UncheckedIOException unstored(Candidate candidate, IOException cause) {
        return new UncheckedIOException("the model of job %s cannot be stored".formatted(candidate.job()), cause);
    }

    /** All versions, newest first. */
    @Transactional
    public List<ModelResponse> all() {
        return versions.all().stream().map(ModelResponse::of).toList();
    }

    /**
     * One version.
     *
     * @throws ProblemException 404 if there is no such version
     */
    @Transactional
    public ModelResponse get(String name, int version) {
        return versions.find(name, version)
                .map(ModelResponse::of)
                .orElseThrow(() -> ProblemException.notFound("model", name + "/versions/" + version));
    }

    /** The ONNX file of a version that is there. */
    public Path file(ModelVersionId id) {
        return folder.model(id.name(), id.version()).resolve(MODEL_FILE);
    }

    /** How the dataset was made on which a version was trained. */
    public Path schemaFile(ModelVersionId id) {
        return folder.model(id.name(), id.version()).resolve(DatasetFiles.SCHEMA);
    }
}
