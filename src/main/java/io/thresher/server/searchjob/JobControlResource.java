package io.thresher.server.searchjob;

import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.TrialResponse;
import io.thresher.server.searchjob.JobControl.Requested;
import io.thresher.server.searchspace.SearchSpaces;
import io.thresher.space.SearchSpace;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What can be done with a search job that is there. Whatever is asked for twice is done once. */
@Path("/api/v1/search-jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search jobs")
@APIResponse(responseCode = "409", description = "The job, or the trial, is in a state that does not allow it")
public class JobControlResource {
    private final SearchJobViews views;
    private final StoredJobs jobs;
    private final JobControl control;
    private final SearchSpaces spaces;
    private final Leaderboard leaderboard;

    JobControlResource(
            SearchJobViews views, StoredJobs jobs, JobControl control, SearchSpaces spaces, Leaderboard leaderboard) {
        this.views = views;
        this.jobs = jobs;
        this.control = control;
        this.spaces = spaces;
        this.leaderboard = leaderboard;
    }

    /** Lets the trials that run finish and starts no other; once PAUSED, the budget of time does not count. */
    @POST
    @Path("/pause")
    @APIResponse(responseCode = "202", description = "The search is PAUSED, or PAUSING until its trials have finished")
    public RestResponse<SearchJobResponse> pause(@PathParam("id") String id) {
        control.pause(id);
        return accepted(id);
    }

    /** Goes on after a pause. */
    @POST
    @Path("/resume")
    @APIResponse(responseCode = "202", description = "The search goes on")
    public RestResponse<SearchJobResponse> resume(@PathParam("id") String id) {
        control.resume(id);
        return accepted(id);
    }

    /** Ends a search soon; the best model so far is delivered. */
    @POST
    @Path("/cancel")
    @APIResponse(responseCode = "202", description = "The search ends soon, or has ended")
    public RestResponse<SearchJobResponse> cancel(@PathParam("id") String id) {
        control.cancel(id);
        return accepted(id);
    }

    /** Gives a search more to use up; one that has ended goes on where it stopped. */
    @POST
    @Path("/extend")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "202", description = "The budget is the one that was sent")
    public RestResponse<SearchJobResponse> extend(
            @PathParam("id") String id,
            @NotNull(message = "an object with the whole budget from now on is needed") ExtensionRequest request) {
        control.extend(id, request);
        return accepted(id);
    }

    /** What is searched now, as a text that can be narrowed and sent back. */
    @GET
    @Path("/space")
    @APIResponse(responseCode = "200", description = "The families and parameters that the search suggests from")
    public SpaceResponse space(@PathParam("id") String id) {
        return SpaceResponse.of(jobs.job(id).space());
    }

    /** Narrows what is searched from now on: fewer families, smaller ranges, fewer choices. */
    @PATCH
    @Path("/space")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "202", description = "What is suggested from now on lies in that space")
    public RestResponse<SearchJobResponse> narrow(
            @PathParam("id") String id,
            @NotNull(message = "an object with searchSpace is needed") SpaceRequest request) {
        SearchSpace space = new ControlCheck(jobs.job(id)).space(request, spaces, jobs.traits(id));
        control.narrow(id, space, spaces.text(String.valueOf(request.searchSpace())));
        return accepted(id);
    }

    /** Runs a trial of this configuration, on top of the budget of trials. */
    @POST
    @Path("/trials")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "201", description = "The trial is queued; Location says where to look")
    @APIResponse(responseCode = "200", description = "The job has a trial of this configuration")
    public RestResponse<TrialResponse> request(
            @PathParam("id") String id,
            @NotNull(message = "an object with family and configuration is needed") TrialRequest request) {
        Requested trial = control.request(id, new ControlCheck(jobs.job(id)).configuration(request));
        return ResponseBuilder.<TrialResponse>create(
                        trial.known() ? RestResponse.Status.OK : RestResponse.Status.CREATED)
                .location(URI.create("/api/v1/search-jobs/%s/trials/%d".formatted(id, trial.number())))
                .entity(leaderboard.summary(id, trial.number()))
                .build();
    }

    /** Ends one trial; the search goes on. */
    @POST
    @Path("/trials/{number}/cancel")
    @APIResponse(responseCode = "200", description = "The trial is CANCELLED")
    public TrialResponse cancelTrial(@PathParam("id") String id, @PathParam("number") int number) {
        control.cancelTrial(id, number);
        return leaderboard.summary(id, number);
    }

    private RestResponse<SearchJobResponse> accepted(String id) {
        return ResponseBuilder.<SearchJobResponse>create(RestResponse.Status.ACCEPTED)
                .entity(views.one(id))
                .build();
    }
}
