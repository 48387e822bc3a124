package io.thresher.data.files;

import java.util.Set;

/**
 * A column of a Parquet file.
 *
 * @param type as DuckDB calls it
 */
record ParquetColumn(String name, String type, Kind kind) {
    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "FLOAT",
            "DOUBLE");
    private static final Set<String> WORDS = Set.of("VARCHAR", "BOOLEAN", "UUID", "DATE", "TIME", "JSON");

    /** What its values are. */
    enum Kind {
        NUMBER,
        WORDS,
        TIMESTAMP,
        OTHER
    }

    static ParquetColumn of(String name, String type) {
        return new ParquetColumn(name, type, kind(type));
    }

    private static Kind kind(String type) {
        if (NUMBERS.contains(type) || (type.startsWith("DECIMAL(") && type.endsWith(")"))) {
            return Kind.NUMBER;
        }
        if (type.startsWith("TIMESTAMP") && !type.endsWith("]")) {
            return Kind.TIMESTAMP;
        }
        boolean words = WORDS.contains(type) || (type.startsWith("ENUM(") && type.endsWith(")"));
        return words ? Kind.WORDS : Kind.OTHER;
    }

    /** The type, not longer than a line. */
    String shownType() {
        return type.length() <= 40 ? type : type.substring(0, 40) + "…";
    }

    /** An expression for the values as a text would have them; {@code stored} is where they come from. */
    String text(String place, TableEngine engine, String stored) {
        if (kind == Kind.TIMESTAMP) {
            String time = "make_timestamp(epoch_us(%s))".formatted(place);
            return "strftime(%s, '%s')".formatted(time, timeFormat(time, engine, stored));
        }
        if (type.equals("FLOAT") || type.equals("DOUBLE")) {
            return "CASE WHEN isfinite(%1$s) THEN CAST(%1$s AS VARCHAR) END".formatted(place);
        }
        return "CAST(%s AS VARCHAR)".formatted(place);
    }

    /** One format for all values, no finer than they are. */
    private static String timeFormat(String time, TableEngine engine, String stored) {
        String query =
                "SELECT bool_and(%1$s = date_trunc('second', %1$s)), bool_and(%1$s = date_trunc('day', %1$s)) FROM %2$s"
                        .formatted(time, stored);
        return engine.query(query, rows -> {
            rows.next();
            if (rows.getBoolean(2)) {
                return "%Y-%m-%d";
            }
            return rows.getBoolean(1) ? "%Y-%m-%d %H:%M:%S" : "%Y-%m-%d %H:%M:%S.%f";
        });
    }
}
