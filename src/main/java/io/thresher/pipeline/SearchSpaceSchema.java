package io.thresher.pipeline;

import io.thresher.model.ModelCatalog;
import io.thresher.model.ModelFamily;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The form of a search space as JSON Schema (draft 2020-12), made from the families there are, so that an editor knows
 * every family and parameter that {@link SpaceCheck} knows. What a schema cannot say, low ≤ high for one, only reading
 * the space tells.
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
    public static Map<String, Object> of(ModelCatalog catalog) {
        Map<String, Object> families = new LinkedHashMap<>();
        catalog.families().forEach(family -> families.put(family.name(), family(family)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Thresher search space");
        schema.putAll(object(
                Map.of("families", with(object(families, Set.of()), "minProperties", 1)), Set.of("families")));
        schema.put("$defs", Map.of("parameter", parameter()));
        return schema;
    }

    private static Map<String, Object> family(ModelFamily family) {
        Set<String> names = new TreeSet<>(family.parameters());
        names.addAll(PreparationRecipe.PARAMETERS);
        Map<String, Object> parameters = new LinkedHashMap<>();
        names.forEach(name -> parameters.put(name, Map.of("$ref", "#/$defs/parameter")));
        return object(parameters, Set.of());
    }

    private static Map<String, Object> parameter() {
        return Map.of("oneOf", List.of(range("real", NUMBER), range("integer", WHOLE), choice()));
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
