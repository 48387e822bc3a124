package io.thresher.server.leaderboard;

import io.thresher.server.Fault;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.ProblemException;
import io.thresher.trial.TrialState;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trials of a search job over REST. */
@Path("/api/v1/search-jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search jobs")
public class LeaderboardResource {
    private final KnownJobs jobs;
    private final Leaderboard leaderboard;

    LeaderboardResource(KnownJobs jobs, Leaderboard leaderboard) {
        this.jobs = jobs;
        this.leaderboard = leaderboard;
    }

    @GET
    @Operation(
            summary = "The trials that succeeded",
            description = "Those within the limits of the job before the others, best first. With "
                    + "pareto=true only those that are on the front of score, latency and size.")
    @Path("/leaderboard")
    public Page<LeaderboardRow> leaderboard(
            @PathParam("id") String id,
            @QueryParam("pareto") Optional<String> pareto,
            @QueryParam("pageSize") Optional<String> pageSize,
            @QueryParam("pageToken") Optional<String> pageToken) {
        String job = known(id);
        PageRequest request = PageRequest.of(pageSize, pageToken);
        return pareto.map(LeaderboardResource::truth).orElse(false)
                ? leaderboard.front(job, request)
                : leaderboard.page(job, request);
    }

    @GET
    @Operation(summary = "All trials by number, or those of one state")
    @Path("/trials")
    public Page<TrialResponse> trials(
            @PathParam("id") String id,
            @QueryParam("state") Optional<String> state,
            @QueryParam("pageSize") Optional<String> pageSize,
            @QueryParam("pageToken") Optional<String> pageToken) {
        return leaderboard.trials(
                known(id), state.map(LeaderboardResource::state), PageRequest.of(pageSize, pageToken));
    }

    @GET
    @Operation(summary = "One trial with all its measurements")
    @Path("/trials/{number}")
    public TrialResponse trial(@PathParam("id") String id, @PathParam("number") int number) {
        return leaderboard.trial(known(id), number);
    }

    private String known(String id) {
        if (!jobs.contains(id)) {
            throw ProblemException.notFound("search job", id);
        }
        return id;
    }

    private static boolean truth(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw ProblemException.invalid(
                    List.of(Fault.ofParameter("pareto", "pareto must be true or false, got '%s'".formatted(word))));
        }
        return word.equals("true");
    }

    private static TrialState state(String word) {
        return Arrays.stream(TrialState.values())
                .filter(state -> state.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(List.of(Fault.ofParameter(
                        "state",
                        "state must be one of %s, got '%s'".formatted(Arrays.toString(TrialState.values()), word)))));
    }
}
