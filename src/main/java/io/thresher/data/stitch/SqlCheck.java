package io.thresher.data.stitch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.files.TableEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Looks at SQL as DuckDB itself has parsed it, before anything runs: one SELECT over the given tables and over what it
 * makes of them, without functions that see anything else.
 */
final class SqlCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Functions that reach files, settings, the catalogue or other SQL. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("(read|scan|parquet|sniff|write|copy|query|duckdb|pragma|http|sqlite|arrow|pandas|python|"
                    + "iceberg|delta|attach|load|install|force|checkpoint|enable|disable|test)_.*|.*_(scan|settings|serialized_sql)"
                    + "|query|glob|getenv|getvariable|current_setting|set_config|nextval|currval|repeat_row|summary|which_secret|"
                    + "add_parquet_key|reload|sql_auto_complete|checkpoint|st_read.*|shapefile.*|seq_scan|index_scan");

    private static final Set<String> TABLE_FUNCTIONS = Set.of("unnest", "range", "generate_series");
    private static final Set<String> SOURCES =
            Set.of("BASE_TABLE", "JOIN", "SUBQUERY", "EMPTY", "EMPTY_FROM", "EXPRESSION_LIST", "TABLE_FUNCTION");

    private final Set<String> tables;
    private final Set<String> faults = new TreeSet<>();

    private SqlCheck(Set<String> tables) {
        this.tables = tables;
    }

    /**
     * Refuses SQL that is anything else.
     *
     * @param names of the tables it may read
     * @return the table whose rows it is about: the first after FROM, or the other side of a right join; none if rows are
     *     grouped or the rows of several selects are put together
     * @throws RefusedSql naming everything it may not do
     */
    static Optional<String> check(TableEngine engine, String sql, Set<String> names) {
        JsonNode parsed = parsed(engine, sql);
        if (parsed.path("error").asBoolean(true)) {
            String message = parsed.path("error_message").asText("it cannot be parsed");
            boolean other = message.contains("Only SELECT");
            throw new RefusedSql(other ? "one SELECT is accepted, and nothing else" : firstLine(message));
        }
        if (parsed.path("statements").size() != 1) {
            throw new RefusedSql("one SELECT is accepted, got %d statements"
                    .formatted(parsed.path("statements").size()));
        }
        Set<String> known = new HashSet<>();
        names.forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        parsed.findValues("cte_map")
                .forEach(map -> map.findValuesAsText("key").forEach(key -> known.add(key.toLowerCase(Locale.ROOT))));
        SqlCheck check = new SqlCheck(known);
        check.walk(parsed.path("statements"));
        if (!check.faults.isEmpty()) {
            throw new RefusedSql(String.join("; ", check.faults));
        }
        return subject(parsed.path("statements").path(0).path("node"), names, Map.of());
    }

    private static Optional<String> subject(JsonNode select, Set<String> names, Map<String, JsonNode> around) {
        Map<String, JsonNode> named = new HashMap<>(around);
        select.path("cte_map")
                .path("map")
                .forEach(entry -> named.put(
                        entry.path("key").asText().toLowerCase(Locale.ROOT),
                        entry.path("value").path("query_node")));
        JsonNode source = select.path("from_table");
        boolean grouped = !select.path("group_expressions").isEmpty()
                || select.path("aggregate_handling").asText().equals("FORCE_AGGREGATES");
        if (grouped) {
            return Optional.empty();
        }
        while (source.path("type").asText().equals("JOIN")) {
            source = source.path(source.path("join_type").asText().equals("RIGHT") ? "right" : "left");
        }
        if (source.path("type").asText().equals("SUBQUERY")) {
            return subject(source.path("subquery").path("node"), names, named);
        }
        String table = source.path("table_name").asText();
        JsonNode inner = named.remove(table.toLowerCase(Locale.ROOT));
        return inner != null
                ? subject(inner, names, named)
                : names.stream().filter(table::equalsIgnoreCase).findFirst();
    }

    /** The first line of what DuckDB says, without the places of files. */
    static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("it failed").replaceAll("(/[^\\s'\"]+)+", "…");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    private static JsonNode parsed(TableEngine engine, String sql) {
        String json = engine.query("SELECT json_serialize_sql(%s)".formatted(TableEngine.text(sql)), rows -> {
            rows.next();
            return rows.getString(1);
        });
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void walk(JsonNode node) {
        if (node.isObject()) {
            checkFunction(node);
            checkSource(node.path("from_table"));
            checkSource(node.path("left"));
            checkSource(node.path("right"));
            if (node.path("type").asText().equals("BASE_TABLE")) {
                checkTable(node);
            }
        }
        List<JsonNode> children = new ArrayList<>();
        node.elements().forEachRemaining(children::add);
        children.forEach(this::walk);
    }

    private void checkFunction(JsonNode node) {
        String name = node.path("function_name").asText("").toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && FORBIDDEN.matcher(name).matches()) {
            faults.add("the function '%s' is not accepted".formatted(name));
        }
    }

    /** {@code left} and {@code right} are sources in a join and selects in a union. */
    private void checkSource(JsonNode source) {
        String type = source.path("type").asText("");
        boolean isSource = source.has("sample") && source.has("alias") && !type.isEmpty();
        if (isSource && !SOURCES.contains(type)) {
            faults.add("only tables and selects are accepted after FROM");
        }
        if (type.equals("TABLE_FUNCTION")) {
            String name =
                    source.path("function").path("function_name").asText("").toLowerCase(Locale.ROOT);
            if (!TABLE_FUNCTIONS.contains(name)) {
                faults.add("the function '%s' is not accepted after FROM".formatted(name));
            }
        }
    }

    private void checkTable(JsonNode table) {
        String name = table.path("table_name").asText("");
        boolean elsewhere = !table.path("schema_name").asText("").isEmpty()
                || !table.path("catalog_name").asText("").isEmpty();
        if (elsewhere || !tables.contains(name.toLowerCase(Locale.ROOT))) {
            faults.add(
                    "there is no table '%s'; there are %s".formatted(name, String.join(", ", new TreeSet<>(tables))));
        }
    }
}
