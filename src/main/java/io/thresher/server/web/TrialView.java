package io.thresher.server.web;

import io.thresher.server.leaderboard.TrialResponse;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpaceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trial in words.
 *
 * @param deliverable whether its model is there and keeps to the limits
 * @param over costs over the limits of the search, or empty
 * @param why reason and message of a trial without a score, or empty
 */
record TrialView(
        int number,
        String family,
        String state,
        String stateName,
        boolean ended,
        boolean deliverable,
        String score,
        String scoreStd,
        String training,
        String oneRow,
        String perRow,
        String size,
        String memory,
        String over,
        String why,
        List<Setting> configuration,
        List<String> foldScores) {

    /** A parameter and its value. */
    record Setting(String key, Object value) {}

    static TrialView of(TrialResponse trial) {
        return new TrialView(
                trial.trial(),
                trial.family(),
                Figures.words(trial.state().name()),
                trial.state().name(),
                trial.state().isFinal(),
                trial.isDeliverable(),
                trial.score().map(Figures::score).orElse(Figures.NONE),
                trial.scoreStd().map(Figures::score).orElse(""),
                trial.trainSeconds().map(Figures::seconds).orElse(Figures.NONE),
                Figures.microsOrNone(trial.predictMicrosOneRow()),
                Figures.microsOrNone(trial.predictMicrosPerRow()),
                trial.modelBytes().map(Figures::bytes).orElse(Figures.NONE),
                trial.trainPeakBytes().map(Figures::bytes).orElse(Figures.NONE),
                Figures.costs(trial.missedLimits()),
                why(trial),
                trial.configuration().entrySet().stream()
                        .map(entry -> new Setting(entry.getKey(), entry.getValue()))
                        .toList(),
                trial.foldScores().stream().map(Figures::score).toList());
    }

    /** Family and configuration in YAML. */
    String text() {
        Map<String, Object> values = new LinkedHashMap<>();
        configuration.forEach(setting -> values.put(setting.key(), setting.value()));
        return SearchSpaceText.of(new Configuration(family, values));
    }

    private static String why(TrialResponse trial) {
        Optional<String> reason = trial.reason().map(named -> Figures.words(named.name()));
        return String.join(
                ": ",
                Stream.of(reason, trial.message())
                        .flatMap(Optional::stream)
                        .filter(text -> !text.isBlank())
                        .toList());
    }
}
