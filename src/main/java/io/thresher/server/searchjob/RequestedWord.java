package io.thresher.server.searchjob;

import io.thresher.data.Task;
import io.thresher.metric.Metric;
import io.thresher.search.SearchStrategy;
import io.thresher.server.Fault;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request that are one word of a few. */
final class RequestedWord {
    private RequestedWord() {}

    static Optional<Task> task(@Nullable String word, List<Fault> faults) {
        return read("/task", word, Task::ofWord, words(Arrays.asList(Task.values()), Task::word), faults);
    }

    static Optional<Metric> metric(@Nullable String word, List<Fault> faults) {
        return read("/metric", word, Metric::ofWord, words(Arrays.asList(Metric.values()), Metric::word), faults);
    }

    static Optional<SearchStrategy> strategy(@Nullable String word, List<Fault> faults) {
        List<SearchStrategy> known = Arrays.asList(SearchStrategy.values());
        return read(
                "/strategy",
                word,
                asked -> known.stream()
                        .filter(strategy -> strategy.name().equalsIgnoreCase(asked))
                        .findFirst(),
                words(known, strategy -> strategy.name().toLowerCase(Locale.ROOT)),
                faults);
    }

    static <T> String words(Collection<T> values, Function<T, String> word) {
        return values.stream().map(word).collect(Collectors.joining(", "));
    }

    private static <T> Optional<T> read(
            String pointer,
            @Nullable String word,
            Function<String, Optional<T>> read,
            String accepted,
            List<Fault> faults) {
        if (word == null || word.isBlank()) {
            return Optional.empty();
        }
        Optional<T> value = read.apply(word);
        if (value.isEmpty()) {
            faults.add(Fault.at(pointer, "'%s' is not known; accepted are %s".formatted(word, accepted)));
        }
        return value;
    }
}
