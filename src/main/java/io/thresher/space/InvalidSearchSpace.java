package io.thresher.space;

import java.util.List;
import java.util.stream.Collectors;

/** A search space that breaks a rule, with every fault found. */
public final class InvalidSearchSpace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * One broken rule.
     *
     * @param line where in the text, from 1
     * @param place dotted path, such as {@code families.xgboost.maxDepth}
     * @param message what is wrong and what would be accepted
     */
    public record Fault(int line, String place, String message) {
        @Override
        public String toString() {
            return "line %d, %s: %s".formatted(line, place, message);
        }
    }

    public InvalidSearchSpace(String space, List<Fault> faults) {
        super("search space '%s': %s"
                .formatted(space, faults.stream().map(Fault::toString).collect(Collectors.joining("; "))));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
