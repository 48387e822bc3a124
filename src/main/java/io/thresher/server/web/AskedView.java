package io.thresher.server.web;

import io.thresher.server.searchjob.ConstraintsResponse;
import io.thresher.server.searchjob.LimitsResponse;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.TakenOverResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was asked for in a search, in words; texts are empty where there is nothing to say, which is false in a template. */
public final class AskedView {
    private final SearchJobResponse job;

    AskedView(SearchJobResponse job) {
        this.job = job;
    }

    /** How rows are left out, in a few words. */
    public String validationWords() {
        return job.validation().summary();
    }

    /** Why they are left out so; nothing if the user said how. */
    public String validationReason() {
        return job.validation()
                .reason()
                .map(reason -> "Validated so because " + reason + ".")
                .orElse("");
    }

    /** What may be tried and what the delivered model may cost; nothing if anything goes. */
    public String limitWords() {
        String families = job.families()
                .map(names -> "Only %s %s tried. ".formatted(String.join(", ", names), names.size() > 1 ? "are" : "is"))
                .orElse("");
        return (families + job.limits().map(AskedView::words).orElse("")).strip();
    }

    private static String words(LimitsResponse limits) {
        return Stream.of(
                        limits.predictMicrosOneRow().map(most -> Figures.micros(most) + " for one row"),
                        limits.predictMicrosPerRow().map(most -> Figures.micros(most) + " a row, of many"),
                        limits.modelBytes().map(most -> Figures.bytes(most) + " of file"),
                        limits.trainPeakBytes().map(most -> Figures.bytes(most) + " of memory to train"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ", "The delivered model costs at most ", "."));
    }

    /** Limit of the time for one row; nothing if there is none. */
    public String mostMicros() {
        return job.limits()
                .flatMap(LimitsResponse::predictMicrosOneRow)
                .map(String::valueOf)
                .orElse("");
    }

    /** Limit of the size; nothing if there is none. */
    public String mostBytes() {
        return job.limits()
                .flatMap(LimitsResponse::modelBytes)
                .map(String::valueOf)
                .orElse("");
    }

    /** What every model keeps to; nothing if anything goes. */
    public String constraintWords() {
        return job.constraints().map(ConstraintsResponse::summary).orElse("");
    }

    /** What was taken over from earlier searches; nothing if nothing was. */
    public String warmStartWords() {
        return job.warmStart().map(TakenOverResponse::summary).orElse("");
    }

    /** Nothing for the table as it came; an empty text is false in a template. */
    public String recipe() {
        return job.recipe() == 0 ? "" : String.valueOf(job.recipe());
    }
}
