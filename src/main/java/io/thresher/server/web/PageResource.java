package io.thresher.server.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.thresher.data.Task;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.dataset.DatasetResponse;
import io.thresher.server.dataset.Datasets;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.model.ModelVersionId;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobViews;
import io.thresher.server.searchspace.SearchSpaceResource;
import io.thresher.server.serving.ModelSnippets;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages of Thresher. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PageResource {
    private static final PageRequest FIRST = new PageRequest(50, Optional.empty());
    private static final int FIRST_TRIALS = 30;
    private static final int MOST_ROWS = 1000;

    private final Datasets datasets;
    private final SearchJobViews jobs;
    private final Leaderboard leaderboard;
    private final SearchSpaceResource spaces;
    private final ModelSnippets snippets;

    PageResource(
            Datasets datasets,
            SearchJobViews jobs,
            Leaderboard leaderboard,
            SearchSpaceResource spaces,
            ModelSnippets snippets) {
        this.datasets = datasets;
        this.jobs = jobs;
        this.leaderboard = leaderboard;
        this.spaces = spaces;
        this.snippets = snippets;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance home() {
        return Pages.home(recent(), datasets.page(FIRST).map(DatasetView::of).items());
    }

    @GET
    @Path("/datasets/{id}")
    @Operation(hidden = true)
    public TemplateInstance dataset(@PathParam("id") String id) {
        DatasetView dataset = DatasetView.of(datasets.one(id));
        List<SearchView> searches =
                recent().stream().filter(search -> search.dataset().equals(id)).toList();
        List<DatasetView> tests = datasets.page(FIRST).map(DatasetView::of).items().stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        List<String> tasks = Arrays.stream(Task.values()).map(Task::word).toList();
        return Pages.dataset(
                dataset, tests, searches, tasks, MetricView.all(), spaces.list().items());
    }

    @GET
    @Path("/searches/{id}")
    @Operation(hidden = true)
    public TemplateInstance search(
            @PathParam("id") String id,
            @QueryParam("rows") @DefaultValue("20") int rows,
            @QueryParam("from") Optional<Integer> from,
            @Context UriInfo here) {
        SearchJobResponse job = jobs.one(id);
        int size = Math.min(MOST_ROWS, Math.max(1, rows));
        Page<LeaderboardRow> board = leaderboard.page(id, new PageRequest(size, Optional.empty()));
        List<TrialView> wanted = from.map(number -> TrialView.of(leaderboard.trial(id, number))).stream()
                .toList();
        return Pages.search(
                view(job),
                board.items(),
                board.nextPageToken().isPresent(),
                lastTrials(job),
                snippets(job, here),
                SteeringView.of(job, jobs.asked(id), wanted, board.items()),
                from.isPresent());
    }

    @GET
    @Path("/searches/{id}/trials/{number}")
    @Operation(hidden = true)
    public TemplateInstance trial(@PathParam("id") String id, @PathParam("number") int number) {
        return Pages.trial(view(jobs.one(id)), TrialView.of(leaderboard.trial(id, number)));
    }

    private List<SearchView> recent() {
        return jobs.page(FIRST).map(this::view).items();
    }

    private SearchView view(SearchJobResponse job) {
        return SearchView.of(
                job, datasets.find(job.dataset()).map(DatasetResponse::name).orElse(job.dataset()));
    }

    /** The newest trials, newest first; numbers have no gaps. */
    private List<TrialView> lastTrials(SearchJobResponse job) {
        long before = Math.max(-1, job.trials().total() - FIRST_TRIALS - 1);
        PageRequest last = new PageRequest(FIRST_TRIALS, Optional.of(List.of(String.valueOf(before))));
        List<TrialView> trials = new ArrayList<>(leaderboard
                .trials(job.id(), Optional.empty(), last)
                .map(TrialView::of)
                .items());
        Collections.reverse(trials);
        return trials;
    }

    private List<SnippetView> snippets(SearchJobResponse job, UriInfo here) {
        return job.model()
                .flatMap(model -> snippets.find(new ModelVersionId(model.name(), model.version()), here.getBaseUri()))
                .map(SnippetView::all)
                .orElse(List.of());
    }
}
