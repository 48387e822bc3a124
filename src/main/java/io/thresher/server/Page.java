package io.thresher.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param nextPageToken asks for the part after this one; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Page<T>(List<T> items, Optional<String> nextPageToken) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts the page out of what was fetched for it.
     *
     * @param fetched one item more than the page holds, if there are so many
     * @param token of the page after the given item
     */
    public static <T> Page<T> of(List<T> fetched, PageRequest request, Function<T, String> token) {
        if (fetched.size() <= request.size()) {
            return new Page<>(fetched, Optional.empty());
        }
        List<T> items = fetched.subList(0, request.size());
        return new Page<>(items, Optional.of(token.apply(items.get(items.size() - 1))));
    }

    /** The same page of other items. */
    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), nextPageToken);
    }
}
