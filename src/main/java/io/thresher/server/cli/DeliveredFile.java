package io.thresher.server.cli;

import io.thresher.server.model.ModelVersionId;
import io.thresher.server.model.Models;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobResponse.Model;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The model that a search delivers, written where the user wants it. */
@ApplicationScoped
class DeliveredFile {
    private final Models models;

    DeliveredFile(Models models) {
        this.models = models;
    }

    /** Tells what a job delivers, and writes it over what may be there. The exit status: 0 if there was a model. */
    int write(PrintWriter out, SearchJobResponse job, Path file) throws IOException {
        if (job.model().isEmpty()) {
            out.printf("%nno model: %s%n", job.error().orElse("the search was stopped before a trial finished"));
            return 1;
        }
        job.delivered().ifPresent(delivered -> new DeliveredLines(delivered, job.metric()).print(out));
        Model model = job.model().get();
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Files.copy(
                models.file(new ModelVersionId(model.name(), model.version())),
                target,
                StandardCopyOption.REPLACE_EXISTING);
        out.printf("%n%s is written: %d KiB%n", file, Files.size(target) / 1024);
        return 0;
    }
}
