package io.thresher.server.searchjob;

import io.thresher.job.WarmStart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A configuration that a job took over from an earlier one.
 *
 * @param job id of the earlier job
 */
public record TakenOverResponse(String job, String family, Map<String, Object> configuration) {

    static Optional<List<TakenOverResponse>> of(WarmStart warmStart) {
        List<TakenOverResponse> all = warmStart.taken().stream()
                .map(taken -> new TakenOverResponse(
                        taken.job(),
                        taken.configuration().family(),
                        taken.configuration().values()))
                .toList();
        return Optional.of(all).filter(list -> !list.isEmpty());
    }

    /** What was taken over, in a sentence. */
    public static String summary(List<TakenOverResponse> taken) {
        return taken.stream()
                .map(one -> "%s of search %s".formatted(one.family(), one.job()))
                .collect(Collectors.joining(", ", "Starts from what was best on similar tables: ", "."));
    }
}
