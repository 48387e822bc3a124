package io.thresher.space;

import io.thresher.space.FamilySpace.Dimension;
import io.thresher.space.InvalidSearchSpace.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a search space lies within another: fewer families, smaller ranges, fewer choices. Every parameter stays (one
 * that is to stand still gets a range of one value), unless its condition can never hold any more.
 */
final class Narrowing {
    private final List<Fault> faults = new ArrayList<>();

    /** Everything in {@code narrower} that lies outside of {@code wider}. */
    static List<Fault> faults(SearchSpace wider, SearchSpace narrower) {
        Narrowing narrowing = new Narrowing();
        for (FamilySpace family : narrower.families()) {
            wider.family(family.family())
                    .ifPresentOrElse(
                            before -> narrowing.compare(before, family),
                            () -> narrowing.fault(
                                    family.line(),
                                    "families." + family.family(),
                                    "is not in the space so far, which has "
                                            + wider.families().stream()
                                                    .map(FamilySpace::family)
                                                    .collect(Collectors.joining(", "))));
        }
        return List.copyOf(narrowing.faults);
    }

    private void compare(FamilySpace before, FamilySpace after) {
        Map<String, Dimension> known = before.dimensions().stream()
                .collect(Collectors.toMap(dimension -> dimension.parameter().name(), Function.identity()));
        Map<String, Dimension> narrower = after.dimensions().stream()
                .collect(Collectors.toMap(dimension -> dimension.parameter().name(), Function.identity()));
        String place = "families." + after.family() + ".";
        for (Dimension dimension : after.dimensions()) {
            String name = dimension.parameter().name();
            Optional.ofNullable(known.get(name))
                    .ifPresentOrElse(
                            wider -> compare(wider, dimension, narrower, place + name),
                            () -> fault(dimension.line(), place + name, "is no parameter of the space so far"));
        }
        for (Dimension dimension : before.dimensions()) {
            String name = dimension.parameter().name();
            if (!narrower.containsKey(name) && canTakePart(dimension, narrower)) {
                fault(
                        after.line(),
                        place + name,
                        "is missing; a parameter that is to stand still gets a range of one value");
            }
        }
    }

    private void compare(Dimension wider, Dimension narrower, Map<String, Dimension> siblings, String place) {
        if (!wider.parameter().covers(narrower.parameter())) {
            fault(
                    narrower.line(),
                    place,
                    "must lie within the space so far, %s, on the same scale; got %s"
                            .formatted(
                                    wider.parameter().words(),
                                    narrower.parameter().words()));
        }
        List<Object> before = possible(wider, siblings);
        List<Object> after = narrower.condition()
                .map(Condition::values)
                .map(Narrowing::plain)
                .orElse(List.of());
        boolean sameParent = wider.condition()
                .map(Condition::parameter)
                .equals(narrower.condition().map(Condition::parameter));
        if (!sameParent || !after.containsAll(before) || !plain(values(wider)).containsAll(after)) {
            fault(narrower.line(), place, "must take part under the same condition as so far");
        }
    }

    /** Whether the condition of a parameter can hold beside the narrowed ones. */
    private static boolean canTakePart(Dimension dimension, Map<String, Dimension> narrower) {
        return dimension.condition().isEmpty() || !possible(dimension, narrower).isEmpty();
    }

    /** The values of a condition that its narrowed parent can still have. */
    private static List<Object> possible(Dimension dimension, Map<String, Dimension> narrower) {
        Optional<Dimension> parent =
                dimension.condition().flatMap(condition -> Optional.ofNullable(narrower.get(condition.parameter())));
        return plain(values(dimension).stream()
                .filter(value -> parent.filter(known -> known.parameter()
                                .contains(known.parameter() instanceof Parameter.Whole ? whole(value) : value))
                        .isPresent())
                .toList());
    }

    private static List<Object> values(Dimension dimension) {
        return dimension.condition().map(Condition::values).orElse(List.of());
    }

    private static Object whole(Object value) {
        return value instanceof Number number ? (Object) number.longValue() : value;
    }

    /** The values in a form in which equal numbers are equal. */
    private static List<Object> plain(List<Object> values) {
        return values.stream()
                .map(value -> value instanceof Number number ? (Object) number.doubleValue() : value)
                .toList();
    }

    private void fault(int line, String place, String message) {
        faults.add(new Fault(line, place, message));
    }
}
