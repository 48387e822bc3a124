package io.thresher.server.searchjob;

import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Search jobs over REST. */
@Path("/api/v1/search-jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search jobs")
public class SearchJobResource {
    private final SearchJobViews jobs;
    private final SearchJobs actions;

    SearchJobResource(SearchJobViews jobs, SearchJobs actions) {
        this.jobs = jobs;
        this.actions = actions;
    }

    @POST
    @Operation(summary = "Starts a search", description = "Every fault of the request is named at once.")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(
            value = SearchJobResponse.class,
            responseCode = "202",
            responseDescription = "Accepted; Location says where to look")
    public RestResponse<SearchJobResponse> submit(
            @NotNull(message = "a search job is needed: an object with dataset, target and budget")
                    SearchJobRequest request) {
        return accepted(actions.submit(request));
    }

    private static RestResponse<SearchJobResponse> accepted(SearchJobResponse job) {
        return ResponseBuilder.<SearchJobResponse>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/api/v1/search-jobs/" + job.id()))
                .entity(job)
                .build();
    }

    @POST
    @Operation(
            summary = "Runs the trials of a search that has ended again, in a job of its own that comes "
                    + "to the same scores and files, also where the search had a limit of time")
    @Path("/{id}/replay")
    @APIResponseSchema(
            value = SearchJobResponse.class,
            responseCode = "202",
            responseDescription = "Accepted; Location says where to look")
    @APIResponse(responseCode = "409", description = "The search has not ended")
    public RestResponse<SearchJobResponse> replay(@PathParam("id") String id) {
        return accepted(actions.replay(id));
    }

    @GET
    @Operation(summary = "All search jobs, newest first")
    public Page<SearchJobResponse> list(
            @QueryParam("pageSize") Optional<String> pageSize, @QueryParam("pageToken") Optional<String> pageToken) {
        return jobs.page(PageRequest.of(pageSize, pageToken));
    }

    @GET
    @Operation(summary = "One search job and how far it is")
    @Path("/{id}")
    public SearchJobResponse one(@PathParam("id") String id) {
        return jobs.one(id);
    }
}
