package io.thresher.server;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of a list is asked for.
 *
 * @param size items at the most, 1 to 1000
 * @param position where the page before this one ended, as its list wrote it; nothing for the first page
 */
public record PageRequest(int size, Optional<List<String>> position) {
    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 1000;
    private static final String BETWEEN = "\n";

    /**
     * Reads the query parameters {@code pageSize} and {@code pageToken}.
     *
     * @throws ProblemException naming each that is wrong
     */
    public static PageRequest of(Optional<String> pageSize, Optional<String> pageToken) {
        List<Fault> faults = new ArrayList<>();
        int size = pageSize.map(text -> size(text, faults)).orElse(DEFAULT_SIZE);
        Optional<List<String>> position = pageToken.map(text -> position(text, faults));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new PageRequest(size, position);
    }

    /** The {@code pageToken} of the page that begins after the item with these values. */
    public static String tokenAfter(Object... values) {
        String joined = Stream.of(values).map(String::valueOf).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The values of the item after which the page begins.
     *
     * @param parse from as many values as the list writes
     * @throws ProblemException if the token is of another list
     */
    public <T> Optional<T> after(int values, Function<List<String>, T> parse) {
        try {
            if (position.isPresent() && position.get().size() != values) {
                throw foreignToken();
            }
            return position.map(parse);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw foreignToken();
        }
    }

    private static int size(String text, List<Fault> faults) {
        try {
            int size = Integer.parseInt(text.strip());
            if (size >= 1 && size <= LARGEST_SIZE) {
                return size;
            }
        } catch (NumberFormatException e) {
            // not a number: the same fault as a number out of bounds
        }
        faults.add(Fault.ofParameter(
                "pageSize", "pageSize must be a whole number from 1 to %d, got '%s'".formatted(LARGEST_SIZE, text)));
        return DEFAULT_SIZE;
    }

    private static List<String> position(String token, List<Fault> faults) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Arrays.asList(joined.split(BETWEEN, -1));
        } catch (IllegalArgumentException e) {
            faults.add(foreign());
            return List.of();
        }
    }

    private static ProblemException foreignToken() {
        return ProblemException.invalid(List.of(foreign()));
    }

    private static Fault foreign() {
        return Fault.ofParameter("pageToken", "pageToken must be the nextPageToken of an earlier page of this list");
    }
}
