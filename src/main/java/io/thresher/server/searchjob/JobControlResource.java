package io.thresher.server.searchjob;

import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.TrialResponse;
import io.thresher.server.searchjob.JobControl.Requested;
import io.thresher.server.searchspace.SearchSpaces;
import io.thresher.space.SearchSpace;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    private final HandPicks picks;
    private final SearchSpaces spaces;
    private final Leaderboard leaderboard;

    JobControlResource(
            SearchJobViews views,
            StoredJobs jobs,
            JobControl control,
            HandPicks picks,
            SearchSpaces spaces,
            Leaderboard leaderboard) {
        this.views = views;
        this.jobs = jobs;
        this.control = control;
        this.picks = picks;
        this.spaces = spaces;
        this.leaderboard = leaderboard;
    }

    @POST
    @Operation(
            summary = "Lets the trials that run finish and starts no other",
            description = "Once PAUSED, the budget of time does not count.")
    @Path("/pause")
    @APIResponseSchema(
            value = SearchJobResponse.class,
            responseCode = "202",
            responseDescription = "The search is PAUSED, or PAUSING until its trials have finished")
    public RestResponse<SearchJobResponse> pause(@PathParam("id") String id) {
        control.pause(id);
        return accepted(id);
    }

    @POST
    @Operation(summary = "Goes on after a pause")
    @Path("/resume")
    @APIResponseSchema(
            value = SearchJobResponse.class,
            responseCode = "202",
            responseDescription = "The search goes on")
    public RestResponse<SearchJobResponse> resume(@PathParam("id") String id) {
        control.resume(id);
        return accepted(id);
    }

    @POST
    @Operation(summary = "Ends a search soon; the best model so far is delivered")
    @Path("/cancel")
    @APIResponseSchema(
            value = SearchJobResponse.class,
            responseCode = "202",
            responseDescription = "The search ends soon, or has ended")
    public RestResponse<SearchJobResponse> cancel(@PathParam("id") String id) {
        control.cancel(id);
        return accepted(id);
    }

    @POST
    @Operation(summary = "Gives a search more to use up; one that has ended goes on where it stopped")
    @Path("/extend")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(
            value = SearchJobResponse.class,
            responseCode = "202",
            responseDescription = "The budget is the one that was sent")
    public RestResponse<SearchJobResponse> extend(
            @PathParam("id") String id,
            @NotNull(message = "an object with the whole budget from now on is needed") ExtensionRequest request) {
        control.extend(id, request);
        return accepted(id);
    }

    @GET
    @Operation(summary = "What is searched now, as a text that can be narrowed and sent back")
    @Path("/space")
    @APIResponse(responseCode = "200", description = "The families and parameters that the search suggests from")
    public SpaceResponse space(@PathParam("id") String id) {
        return SpaceResponse.of(jobs.job(id).space());
    }

    @PATCH
    @Operation(summary = "Narrows what is searched from now on: fewer families, smaller ranges, fewer " + "choices")
    @Path("/space")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(
            value = SearchJobResponse.class,
            responseCode = "202",
            responseDescription = "What is suggested from now on lies in that space")
    public RestResponse<SearchJobResponse> narrow(
            @PathParam("id") String id,
            @NotNull(message = "an object with searchSpace is needed") SpaceRequest request) {
        SearchSpace space = new ControlCheck(jobs.job(id)).space(request, spaces, jobs.traits(id));
        control.narrow(id, space, spaces.text(String.valueOf(request.searchSpace())));
        return accepted(id);
    }

    @POST
    @Operation(summary = "Runs a trial of this configuration, on top of the budget of trials")
    @Path("/trials")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(
            value = TrialResponse.class,
            responseCode = "201",
            responseDescription = "The trial is queued; Location says where to look")
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

    @POST
    @Operation(summary = "Ends one trial; the search goes on")
    @Path("/trials/{number}/cancel")
    @APIResponse(responseCode = "200", description = "The trial is CANCELLED")
    public TrialResponse cancelTrial(@PathParam("id") String id, @PathParam("number") int number) {
        control.cancelTrial(id, number);
        return leaderboard.summary(id, number);
    }

    @PUT
    @Operation(
            summary = "Delivers a trial of one's own choice, of the front or any other, instead of what "
                    + "the search chose",
            description = "The model is there at once, also while the search runs. It stands until it is "
                    + "taken back, whatever the search comes to.")
    @Path("/delivery")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", description = "The job delivers this trial")
    @APIResponse(responseCode = "400", description = "The trial has no model, or is over a limit of the job")
    @APIResponse(responseCode = "409", description = "The model of the trial was not kept")
    public SearchJobResponse deliver(
            @PathParam("id") String id,
            @NotNull(message = "an object with trial is needed, the number of a trial that succeeded")
                    DeliveryRequest request) {
        picks.pick(id, request);
        return views.one(id);
    }

    @DELETE
    @Operation(summary = "Takes that back: the job delivers what the search chose")
    @Path("/delivery")
    @APIResponse(responseCode = "200", description = "The job delivers what the search chose, if it has")
    public SearchJobResponse takeBack(@PathParam("id") String id) {
        picks.takeBack(id);
        return views.one(id);
    }

    private RestResponse<SearchJobResponse> accepted(String id) {
        return ResponseBuilder.<SearchJobResponse>create(RestResponse.Status.ACCEPTED)
                .entity(views.one(id))
                .build();
    }
}
