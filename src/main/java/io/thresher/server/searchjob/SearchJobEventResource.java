package io.thresher.server.searchjob;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.thresher.server.leaderboard.Leaderboard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What happens to a search job, as it happens. */
@Path("/api/v1/search-jobs/{id}/events")
@Tag(name = "Search jobs")
public class SearchJobEventResource {
    /** A line that hears nothing for this long is told that it still stands. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final SearchJobViews jobs;
    private final Leaderboard leaderboard;
    private final JobEvents events;

    SearchJobEventResource(SearchJobViews jobs, Leaderboard leaderboard, JobEvents events) {
        this.jobs = jobs;
        this.leaderboard = leaderboard;
        this.events = events;
    }

    @GET
    @Operation(
            summary = "Events job (the job as it is) and trial (a trial as it is)",
            description =
                    "The job as it is comes at once; who comes back after a broken line has thus " + "missed nothing.")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> events(String id, @Context Sse sse) {
        jobs.one(id);
        Multi<OutboundSseEvent> now = Multi.createFrom()
                .item(() -> event(sse, "job", jobs.one(id)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        Multi<OutboundSseEvent> changes = events.of(id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(change -> change.isOfTrial()
                        ? event(sse, "trial", leaderboard.summary(id, change.trial()))
                        : event(sse, "job", jobs.one(id)));
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(HEARTBEAT)
                .every(HEARTBEAT)
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        // Listens before it looks, so that nothing is lost in between.
        return Multi.createBy().merging().streams(changes, now, heartbeats);
    }

    private static OutboundSseEvent event(Sse sse, String name, Object data) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data.getClass(), data)
                .build();
    }
}
