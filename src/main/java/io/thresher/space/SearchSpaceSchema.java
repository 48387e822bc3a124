package io.thresher.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The form of a search space as JSON Schema (draft 2020-12), made from the same {@link Vocabulary} that
 * {@link SearchSpaceYaml} reads by, so that an editor knows every family, parameter and value there is. What a schema
 * cannot say, only reading the space tells: that low ≤ high, that a default lies between them or among the choices, and
 * that a condition speaks of an earlier parameter and its values.
 */
public final class SearchSpaceSchema {
    private static final Map<String, Object> NUMBER = Map.of("type", "number");
    private static final Map<String, Object> WHOLE =
            Map.of("type", "integer", "minimum", -999_999_999_999_999L, "maximum", 999_999_999_999_999L);
    private static final Map<String, Object> WORD = Map.of("type", List.of("string", "number", "boolean"));
    private static final Map<String, Object> WORDS =
            Map.of("anyOf", List.of(WORD, Map.of("type", "array", "minItems", 1, "items", WORD)));

    private SearchSpaceSchema() {}

    /** The schema, ready to be written as JSON. */
    public static Map<String, Object> of(Vocabulary vocabulary) {
        Map<String, Object> families = new LinkedHashMap<>();
        vocabulary.families().forEach((family, parameters) -> families.put(family, family(parameters)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Thresher search space");
        schema.putAll(object(
                Map.of("families", with(object(families, Set.of()), "minProperties", 1)), Set.of("families")));
        schema.put(
                "$defs",
                Map.of("real", range("real", NUMBER), "integer", range("integer", WHOLE), "categorical", choice()));
        return schema;
    }

    private static Map<String, Object> family(Map<String, Domain> domains) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        domains.forEach((name, domain) -> parameters.put(name, parameter(domain)));
        return object(parameters, Set.of());
    }

    /** A type's form, and the values that the family can take. */
    private static Map<String, Object> parameter(Domain domain) {
        if (domain instanceof Domain.Words words) {
            Map<String, Object> word = Map.of("enum", words.choices());
            Map<String, Object> choices =
                    Map.of("anyOf", List.of(word, Map.of("type", "array", "minItems", 1, "items", word)));
            return described(
                    domain,
                    Map.of("$ref", "#/$defs/categorical", "properties", Map.of("choices", choices, "default", word)));
        }
        Domain.Numbers numbers = (Domain.Numbers) domain;
        Map<String, Object> bounds = Map.of("minimum", numbers.low(), "maximum", numbers.high());
        Map<String, Object> ends = Map.of("low", bounds, "high", bounds, "default", bounds);
        Map<String, Object> whole = Map.of("$ref", "#/$defs/integer");
        Map<String, Object> type =
                numbers.whole() ? whole : Map.of("oneOf", List.of(Map.of("$ref", "#/$defs/real"), whole));
        return described(domain, with(type, "properties", ends));
    }

    private static Map<String, Object> described(Domain domain, Map<String, Object> schema) {
        return with(
                schema,
                "description",
                domain.words()
                        + domain.need()
                                .map(need -> "; searched where there are "
                                        + need.trait().words()
                                        + need.otherwise()
                                                .map(" or where it does not start at %s"::formatted)
                                                .orElse(""))
                                .orElse(""));
    }

    private static Map<String, Object> range(String type, Map<String, Object> number) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", Map.of("const", type));
        fields.put("low", number);
        fields.put("high", number);
        fields.put("log", with(Map.of("type", "boolean"), "description", "whether factors matter and not differences"));
        fields.put("default", with(number, "description", "what is tried first"));
        fields.put("when", condition());
        return object(fields, Set.of("type", "low", "high"));
    }

    private static Map<String, Object> choice() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", Map.of("const", "categorical"));
        fields.put("choices", WORDS);
        fields.put("default", WORD);
        fields.put("when", condition());
        return object(fields, Set.of("type", "choices"));
    }

    private static Map<String, Object> condition() {
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("type", "object");
        condition.put("description", "an earlier parameter and the values with which this one takes part");
        condition.put("minProperties", 1);
        condition.put("maxProperties", 1);
        condition.put("additionalProperties", WORDS);
        return condition;
    }

    private static Map<String, Object> object(Map<String, Object> properties, Set<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", List.copyOf(new TreeSet<>(required)));
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> with(Map<String, Object> schema, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(schema);
        more.put(key, value);
        return more;
    }
}
