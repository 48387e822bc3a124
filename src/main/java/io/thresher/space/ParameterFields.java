package io.thresher.space;

import io.thresher.space.FamilySpace.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fields of one parameter in a search-space file. */
final class ParameterFields {
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "real", Set.of("type", "low", "high", "log", "default", "when"),
            "integer", Set.of("type", "low", "high", "log", "default", "when"),
            "categorical", Set.of("type", "choices", "default", "when"));

    /** Where faults go. */
    @FunctionalInterface
    interface Faults {
        void add(Node node, String place, String message);
    }

    private final Faults faults;
    private final String place;
    private final ScalarNode name;
    private final Optional<Domain> domain;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private boolean sound = true;

    /**
     * @param domain what the family can take, where that is to be checked
     */
    ParameterFields(Faults faults, String family, ScalarNode name, Node node, Optional<Domain> domain) {
        this.faults = faults;
        this.domain = domain;
        this.place = family + "." + name.getValue();
        this.name = name;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    fields.put(key.getValue(), entry.getValueNode());
                }
            }
        } else {
            fault(node, "must be a mapping such as {type: real, low: 0, high: 1}");
        }
    }

    /** The parameter, or nothing if a fault was found. {@code earlier} are those a condition may speak of. */
    Optional<Dimension> read(List<Dimension> earlier) {
        if (!sound) {
            return Optional.empty();
        }
        String type = word("type").orElse("");
        Set<String> known = KNOWN.get(type);
        if (known == null) {
            fault(fields.getOrDefault("type", name), "type must be real, integer or categorical");
            return Optional.empty();
        }
        fields.forEach((field, node) -> {
            if (!known.contains(field)) {
                fault(
                        node,
                        "'%s' is not known for type %s; known are %s"
                                .formatted(field, type, known.stream().sorted().toList()));
            }
        });
        Optional<Parameter> parameter = switch (type) {
            case "real" -> real();
            case "integer" -> whole();
            default -> choice();
        };
        Optional<Condition> condition = condition(earlier);
        return sound
                ? parameter.map(read -> new Dimension(read, condition, SearchSpaceYaml.lineOf(name)))
                : Optional.empty();
    }

    private Optional<Parameter> real() {
        OptionalDouble low = number("low");
        OptionalDouble high = number("high");
        boolean log = log();
        if (low.isEmpty() || high.isEmpty() || !ordered(low.getAsDouble(), high.getAsDouble(), log)) {
            return Optional.empty();
        }
        double middle =
                log ? Math.sqrt(low.getAsDouble() * high.getAsDouble()) : (low.getAsDouble() + high.getAsDouble()) / 2;
        double start = fields.containsKey("default") ? number("default").orElse(middle) : middle;
        return inside(new Parameter.Real(name.getValue(), low.getAsDouble(), high.getAsDouble(), log, start));
    }

    private Optional<Parameter> whole() {
        OptionalLong low = wholeNumber("low");
        OptionalLong high = wholeNumber("high");
        boolean log = log();
        if (low.isEmpty() || high.isEmpty() || !ordered((double) low.getAsLong(), (double) high.getAsLong(), log)) {
            return Optional.empty();
        }
        long middle = log
                ? Math.round(Math.sqrt((double) low.getAsLong() * high.getAsLong()))
                : Math.floorDiv(low.getAsLong() + high.getAsLong(), 2);
        long start = fields.containsKey("default") ? wholeNumber("default").orElse(middle) : middle;
        return inside(new Parameter.Whole(name.getValue(), low.getAsLong(), high.getAsLong(), log, start));
    }

    private Optional<Parameter> choice() {
        List<String> choices = words(fields.get("choices"));
        if (choices.isEmpty()) {
            fault(fields.getOrDefault("choices", name), "choices must be a list of at least one word, such as [a, b]");
            return Optional.empty();
        }
        return inside(
                new Parameter.Choice(name.getValue(), choices, word("default").orElse(choices.get(0))));
    }

    private Optional<Parameter> inside(Parameter parameter) {
        if (!parameter.contains(parameter.defaultValue())) {
            fault(
                    fields.getOrDefault("default", name),
                    "default must lie in the range, got %s".formatted(parameter.defaultValue()));
        }
        domain.map(known -> known.faults(parameter))
                .orElse(Map.of())
                .forEach((field, message) -> fault(fields.getOrDefault(field, name), message));
        return Optional.of(parameter);
    }

    private Optional<Condition> condition(List<Dimension> earlier) {
        Node when = fields.get("when");
        if (when == null) {
            return Optional.empty();
        }
        if (!(when instanceof MappingNode mapping)
                || mapping.getValue().size() != 1
                || !(mapping.getValue().get(0).getKeyNode() instanceof ScalarNode key)) {
            fault(when, "when must name one earlier parameter and its values, such as {booster: gbtree}");
            return Optional.empty();
        }
        Optional<Parameter> spoken = earlier.stream()
                .map(Dimension::parameter)
                .filter(parameter -> parameter.name().equals(key.getValue()))
                .findFirst();
        if (spoken.isEmpty()) {
            fault(when, "when speaks of '%s', which is no earlier parameter of this family".formatted(key.getValue()));
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (String text : words(mapping.getValue().get(0).getValueNode())) {
            Object value = spoken.get() instanceof Parameter.Choice ? text : parsed(text);
            if (value == null || !spoken.get().contains(wholeIfWhole(value, spoken.get()))) {
                fault(when, "when: '%s' is no value of '%s'".formatted(text, key.getValue()));
            } else {
                values.add(value);
            }
        }
        return Optional.of(new Condition(key.getValue(), values));
    }

    private static Object wholeIfWhole(Object value, Parameter parameter) {
        boolean whole = parameter instanceof Parameter.Whole && value instanceof Double number && number % 1 == 0;
        return whole ? (Object) ((Double) value).longValue() : value;
    }

    private boolean log() {
        String word = word("log").orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            fault(fields.getOrDefault("log", name), "log must be true or false, got '%s'".formatted(word));
        }
        return word.equals("true");
    }

    private boolean ordered(double low, double high, boolean log) {
        if (low > high) {
            fault(
                    fields.getOrDefault("low", name),
                    "low must be ≤ high, got %s and %s".formatted(plain(low), plain(high)));
            return false;
        }
        if (log && low <= 0) {
            fault(fields.getOrDefault("low", name), "low must be > 0 where log is set, got %s".formatted(plain(low)));
            return false;
        }
        return true;
    }

    private OptionalDouble number(String field) {
        Double value = word(field).map(ParameterFields::parsed).orElse(null);
        if (value == null) {
            fault(fields.getOrDefault(field, name), "%s must be a finite number%s".formatted(field, got(field)));
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value);
    }

    private OptionalLong wholeNumber(String field) {
        Optional<String> text = word(field);
        if (text.isEmpty() || !text.get().matches("[+-]?\\d{1,15}")) {
            fault(fields.getOrDefault(field, name), "%s must be a whole number%s".formatted(field, got(field)));
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    private static @Nullable Double parsed(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Optional<String> word(String field) {
        return fields.get(field) instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    private String got(String field) {
        return word(field).map(", got '%s'"::formatted).orElse("");
    }

    private static List<String> words(@Nullable Node node) {
        if (node instanceof ScalarNode scalar) {
            return List.of(scalar.getValue());
        }
        if (!(node instanceof SequenceNode sequence)) {
            return List.of();
        }
        return sequence.getValue().stream()
                .filter(ScalarNode.class::isInstance)
                .map(item -> ((ScalarNode) item).getValue())
                .toList();
    }

    private void fault(Node node, String message) {
        sound = false;
        faults.add(node, place, message);
    }

    private static String plain(double value) {
        return value % 1 == 0 ? Long.toString((long) value) : Double.toString(value);
    }
}
