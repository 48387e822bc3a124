package io.thresher.server.web;

import io.thresher.server.searchjob.DeliveredResponse;
import io.thresher.server.searchjob.DeliveredResponse.Baseline;
import io.thresher.server.searchjob.DeliveredResponse.CorrectedScore;
import io.thresher.server.searchjob.DeliveredResponse.Costs;
import io.thresher.server.searchjob.DeliveredResponse.Layer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a search delivered, in words. */
public final class DeliveredView {
    private final DeliveredResponse delivered;
    private final String metric;

    DeliveredView(DeliveredResponse delivered, String metric) {
        this.delivered = delivered;
        this.metric = metric;
    }

    /** Its trials with their weights. */
    public String members() {
        if (delivered.members().size() == 1) {
            return "trial %d, %s, alone%s"
                    .formatted(
                            delivered.members().get(0).trial(),
                            delivered.members().get(0).family(),
                            tempered());
        }
        return delivered.members().stream()
                .map(part -> "trial %d, %s (%s)".formatted(part.trial(), part.family(), Figures.percent(part.weight())))
                .collect(Collectors.joining("; ", "an ensemble of ", tempered() + stacked()));
    }

    private String stacked() {
        Layer layer = delivered.stack();
        return layer == null
                ? ""
                : "; stacked: a second layer, better on rows that it did not learn from, takes the average times %s and adds %s"
                        .formatted(
                                Figures.score(layer.scale()),
                                IntStream.range(0, layer.coefficients().size())
                                        .mapToObj(i -> "%s of trial %d"
                                                .formatted(
                                                        Figures.score(layer.coefficients()
                                                                .get(i)),
                                                        delivered
                                                                .members()
                                                                .get(i)
                                                                .trial()))
                                        .collect(Collectors.joining(", ")));
    }

    /** The score to expect. */
    public String corrected() {
        CorrectedScore score = delivered.correctedScore();
        if (score == null) {
            return delivered.pickedByHand()
                    ? "not known: no correction is made for a trial having been picked by hand"
                    : "not known: there was no time to find out";
        }
        return "%s %s, in 19 of 20 searches from %s to %s: corrected for the best having been picked among many"
                .formatted(
                        metric,
                        Figures.score(score.estimate()),
                        Figures.score(score.low()),
                        Figures.score(score.high()));
    }

    /** What it costs; an empty text is false in a template. */
    public String costs() {
        Costs costs = delivered.costs();
        if (costs == null) {
            return "";
        }
        Double oneRow = costs.predictMicrosOneRow();
        Long memory = costs.trainPeakBytes();
        return "%s%s a row of many, %s of file%s"
                .formatted(
                        oneRow == null ? "" : Figures.micros(oneRow) + " for one row, ",
                        Figures.micros(costs.predictMicrosPerRow()),
                        Figures.bytes(costs.modelBytes()),
                        memory == null ? "" : ", %s of memory to train".formatted(Figures.bytes(memory)));
    }

    /** The score it was chosen by. */
    public String crossValidated() {
        String words = delivered.pickedByHand()
                ? "%s %s, the trial's own; it flatters the more, the more trials it was picked from"
                : "%s %s on the rows that chose it, so it flatters";
        return words.formatted(metric, Figures.score(delivered.cvScore()));
    }

    /** How it compares with a simple model; an empty text is false in a template. */
    public String baseline() {
        Baseline simple = delivered.baseline();
        if (simple == null) {
            return "";
        }
        String model = "trial %d, %s (%s %s)"
                .formatted(simple.trial(), simple.family(), metric, Figures.score(simple.score()));
        return simple.beaten()
                ? "better than the best baseline, " + model
                : "no better than the best baseline, %s, beyond noise: the search found nothing that this does not"
                        .formatted(model);
    }

    /** Why it is not what it might have been; an empty text is false in a template. */
    public String remark() {
        return delivered.remark() == null ? "" : delivered.remark();
    }

    /** Who chose it. */
    public boolean pickedByHand() {
        return delivered.pickedByHand();
    }

    private String tempered() {
        return delivered.temperature() == 1
                ? ""
                : "; probabilities calibrated with temperature " + Figures.score(delivered.temperature());
    }
}
