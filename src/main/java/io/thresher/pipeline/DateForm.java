package io.thresher.pipeline;

import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to write points in time, and how its fields are read: the word in small letters is cut into runs of digits and
 * runs of letters, and each field stands in one of these, alone or behind others of fixed width. What does not follow the
 * form has no fields. An offset from UTC is not looked at: parts are those of the clock on the wall.
 */
final class DateForm {
    private static final String RUNS = "[0-9]+|[a-z]+";
    private static final Pattern CUT = Pattern.compile(RUNS);
    private static final long INT64 = 7;

    private final Pattern expression;
    private final String example;
    private final List<Place> places;

    /**
     * Where a field stands.
     *
     * @param run index of the run
     * @param length letters of the field in the pattern
     * @param behind digits of the run behind the field
     * @param alone whether the run has no other field
     */
    private record Place(DateField field, int run, int length, int behind, boolean alone) {}

    private DateForm(String expression, String example, List<Place> places) {
        this.expression = Pattern.compile(expression);
        this.example = example;
        this.places = places;
    }

    /** The form of that pattern; nothing if the pattern has a letter that is not known. */
    static Optional<DateForm> of(String pattern) {
        StringBuilder expression = new StringBuilder();
        StringBuilder example = new StringBuilder();
        List<List<Place>> runs = new ArrayList<>();
        boolean inDigits = false;
        for (int at = 0; at < pattern.length(); ) {
            char letter = pattern.charAt(at);
            boolean quoted = letter == '\'' && at + 2 < pattern.length();
            if (quoted || !Character.isLetter(letter)) {
                String literal = TextTokens.lowered(String.valueOf(quoted ? pattern.charAt(at + 1) : letter));
                expression.append(Pattern.matches("[a-z ]", literal) ? literal : "\\" + literal);
                example.append(literal);
                if (Character.isLetter(literal.charAt(0))) {
                    runs.add(new ArrayList<>());
                }
                inDigits = false;
                at += quoted ? 3 : 1;
                continue;
            }
            int length = 1;
            while (at + length < pattern.length() && pattern.charAt(at + length) == letter) {
                length++;
            }
            Optional<DateField> field = DateField.of(letter);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            boolean word = field.get().isWord(length);
            if (word || !inDigits) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(new Place(field.get(), runs.size() - 1, length, 0, true));
            inDigits = !word;
            expression.append(field.get().expression(length));
            example.append(field.get().example(length));
            at += length;
        }
        return Optional.of(new DateForm(expression.toString(), example.toString(), placed(runs)));
    }

    /** The fields with the digits behind them; an offset is a run of its own, but the last, so that it does not count. */
    private static List<Place> placed(List<List<Place>> runs) {
        List<Place> placed = new ArrayList<>();
        for (List<Place> run : runs) {
            List<Place> fields = run.stream()
                    .filter(place -> place.field() != DateField.ZONE)
                    .toList();
            int behind = 0;
            for (int i = fields.size() - 1; i >= 0; i--) {
                Place place = fields.get(i);
                placed.add(new Place(place.field(), place.run(), place.length(), behind, fields.size() == 1));
                behind += place.length();
            }
        }
        return List.copyOf(placed);
    }

    boolean has(DateField field) {
        return places.stream().anyMatch(place -> place.field() == field);
    }

    /** The fields of a word; none if it does not follow the form. A month by name is its number, am 0 and pm 1. */
    Optional<Map<DateField, Long>> read(String word) {
        String lowered = TextTokens.lowered(word);
        if (!expression.matcher(lowered).matches()) {
            return Optional.empty();
        }
        List<String> runs = new ArrayList<>();
        Matcher cut = CUT.matcher(lowered);
        while (cut.find()) {
            runs.add(cut.group());
        }
        WholeNumbers<Long> numbers = new WholeNumbers.Computed();
        Map<DateField, Long> fields = new EnumMap<>(DateField.class);
        for (Place place : places) {
            String run = runs.get(place.run());
            fields.put(
                    place.field(),
                    place.field().isWord(place.length())
                            ? Long.valueOf(names(place).indexOf(run) + first(place))
                            : field(place, Long.valueOf(run), numbers));
        }
        return Optional.of(fields);
    }

    /** Whether words (strings, N) in small letters follow the form. */
    Tensor drawMatches(GraphBuilder graph, Tensor lowered) {
        return graph.apply("RegexFullMatch", Attributes.none().with("pattern", expression.pattern()), lowered);
    }

    /** The fields of words in small letters, int64, N each; of those that do not match, fields of some date. */
    Map<DateField, Tensor> draw(GraphBuilder graph, Tensor lowered, Tensor matches) {
        Tensor safe = graph.apply("Where", matches, lowered, graph.strings(List.of(example)));
        Tensor runs = graph.applyMicrosoft(
                "Tokenizer",
                Attributes.none()
                        .with("tokenexp", RUNS)
                        .with("mark", 0)
                        .with("mincharnum", 1)
                        .with("pad_value", ""),
                safe);
        WholeNumbers<Tensor> numbers = new WholeNumbers.Drawn(graph);
        Map<DateField, Tensor> fields = new EnumMap<>(DateField.class);
        for (Place place : places) {
            Tensor run = graph.apply(
                    "Gather", Attributes.none().with("axis", 1), runs, graph.longs(new long[0], place.run()));
            fields.put(
                    place.field(),
                    place.field().isWord(place.length())
                            ? drawName(graph, place, run)
                            : field(place, graph.apply("Cast", Attributes.none().with("to", INT64), run), numbers));
        }
        return fields;
    }

    private static <T> T field(Place place, T run, WholeNumbers<T> numbers) {
        if (place.alone()) {
            return run;
        }
        T shifted = numbers.over(run, numbers.constant(power(place.behind())));
        return numbers.modulo(shifted, numbers.constant(power(place.length())));
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    private static Tensor drawName(GraphBuilder graph, Place place, Tensor run) {
        List<String> names = names(place);
        List<Long> values = new ArrayList<>();
        names.forEach(name -> values.add((long) values.size() + first(place)));
        return graph.applyMl(
                "LabelEncoder",
                Attributes.none()
                        .withStrings("keys_strings", names)
                        .withLongs("values_int64s", values)
                        .with("default_int64", first(place)),
                run);
    }

    private static List<String> names(Place place) {
        return place.field() == DateField.HALF ? List.of("am", "pm") : MonthNames.of(place.length());
    }

    private static long first(Place place) {
        return place.field() == DateField.HALF ? 0 : 1;
    }
}
