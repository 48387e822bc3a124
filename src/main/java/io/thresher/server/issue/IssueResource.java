package io.thresher.server.issue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is wrong with a dataset, over REST. */
@Path("/api/v1/datasets/{id}/issues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets")
public class IssueResource {
    private final Issues issues;

    IssueResource(Issues issues) {
        this.issues = issues;
    }

    @GET
    @Operation(
            summary = "Leaks, faulty rows and columns, awkward targets and structure, most severe first",
            description = "Each with a proposal.")
    public IssuesResponse list(
            @PathParam("id") String id,
            @QueryParam("target") Optional<String> target,
            @QueryParam("task") Optional<String> task,
            @QueryParam("testDataset") Optional<String> testDataset) {
        return issues.find(id, target, task, testDataset);
    }
}
