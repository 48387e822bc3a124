package io.thresher.space;

import io.thresher.space.FamilySpace.Dimension;
import io.thresher.space.Parameter.Choice;
import io.thresher.space.Parameter.Real;
import io.thresher.space.Parameter.Whole;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes search spaces and configurations in the form in which they are read. */
public final class SearchSpaceText {
    private static final String PLAIN = "[A-Za-z0-9_.+-]+";

    private SearchSpaceText() {}

    /** The space as {@link SearchSpaceYaml} reads it: one line a parameter. */
    public static String of(SearchSpace space) {
        StringBuilder text = new StringBuilder("families:\n");
        for (FamilySpace family : space.families()) {
            boolean empty = family.dimensions().isEmpty();
            text.append("  ").append(word(family.family())).append(empty ? ": {}\n" : ":\n");
            for (Dimension dimension : family.dimensions()) {
                text.append("    ").append(line(dimension)).append('\n');
            }
        }
        return text.toString();
    }

    /** The configuration as {@link ConfigurationYaml} reads it: one line a value. */
    public static String of(Configuration configuration) {
        StringBuilder text = new StringBuilder("family: " + word(configuration.family()) + "\n");
        configuration
                .values()
                .forEach((name, value) -> text.append(word(name))
                        .append(": ")
                        .append(value(value))
                        .append('\n'));
        return text.toString();
    }

    private static String line(Dimension dimension) {
        String condition = dimension
                .condition()
                .map(when -> ", when: {%s: %s}".formatted(word(when.parameter()), list(when.values())))
                .orElse("");
        return word(dimension.parameter().name()) + ": {" + fields(dimension.parameter()) + condition + "}";
    }

    private static String fields(Parameter parameter) {
        if (parameter instanceof Real real) {
            return "type: real, low: %s, high: %s%s, default: %s"
                    .formatted(value(real.low()), value(real.high()), log(real.log()), value(real.start()));
        }
        if (parameter instanceof Whole whole) {
            return "type: integer, low: %d, high: %d%s, default: %d"
                    .formatted(whole.low(), whole.high(), log(whole.log()), whole.start());
        }
        Choice choice = (Choice) parameter;
        return "type: categorical, choices: %s, default: %s".formatted(list(choice.choices()), word(choice.start()));
    }

    private static String log(boolean log) {
        return log ? ", log: true" : "";
    }

    private static String list(List<?> values) {
        return values.stream().map(SearchSpaceText::value).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String value(Object value) {
        if (value instanceof String word) {
            return word(word);
        }
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static String word(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "''") + "'";
    }
}
