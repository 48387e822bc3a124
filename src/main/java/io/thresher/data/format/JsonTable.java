package io.thresher.data.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.thresher.data.FileFormat;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.ColumnNames;
import io.thresher.data.csv.RowBuffer;
import io.thresher.data.csv.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects as rows, one after the other or in one list. A first pass collects the names, in the order in which they
 * first appear; a second one reads the values. What an object does not name is missing in its row.
 */
final class JsonTable implements RowSource {
    private final JsonParser parser;
    private final FileFormat format;
    private final Map<String, Integer> places;
    private final ColumnNames names;
    private final RowBuffer row = new RowBuffer();
    private final String[] values;
    private long line;

    private JsonTable(JsonParser parser, FileFormat format, Map<String, Integer> places) {
        this.parser = parser;
        this.format = format;
        this.places = places;
        this.names = ColumnNames.ofHeader(new ArrayList<>(places.keySet()));
        this.values = new String[places.size()];
    }

    /**
     * Opens a file.
     *
     * @param format {@link FileFormat#JSON} for one list, {@link FileFormat#JSON_LINES} for objects
     * @param maxNames most names the objects may have in all
     * @throws UnreadableDataset if it is no JSON, or something else than objects of plain values
     */
    static RowSource open(Path file, TextEncoding encoding, FileFormat format, int maxNames, int maxRecordCharacters)
            throws IOException {
        Map<String, Integer> places = new LinkedHashMap<>();
        try (JsonTable first = of(file, encoding, format, places, maxRecordCharacters)) {
            first.begin();
            while (first.advance(true)) {
                if (places.size() > maxNames) {
                    throw new UnreadableDataset(
                            "The objects have more than %1$d different names. At most %1$d are".formatted(maxNames)
                                    + " accepted.");
                }
            }
        }
        JsonTable table = of(file, encoding, format, places, maxRecordCharacters);
        try {
            table.begin();
            return table;
        } catch (IOException | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    private static JsonTable of(
            Path file, TextEncoding encoding, FileFormat format, Map<String, Integer> places, int maxRecordCharacters)
            throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(maxRecordCharacters)
                        .build())
                .build();
        return new JsonTable(factory.createParser(TextFile.open(file, encoding)), format, places);
    }

    @Override
    public FileFormat format() {
        return format;
    }

    @Override
    public ColumnNames names() {
        return names;
    }

    @Override
    public boolean advance() throws IOException {
        if (!advance(false)) {
            return false;
        }
        row.clear();
        for (String value : values) {
            row.add(value);
        }
        return true;
    }

    @Override
    public RowBuffer row() {
        return row;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private void begin() throws IOException {
        if (format == FileFormat.JSON && next() != JsonToken.START_ARRAY) {
            throw wrong("no list");
        }
    }

    /** Reads the next object: its names, or its values. */
    private boolean advance(boolean onlyNames) throws IOException {
        JsonToken token = next();
        if (format == FileFormat.JSON && token == JsonToken.END_ARRAY) {
            token = next();
            if (token != null) {
                throw wrong("something behind the list");
            }
        }
        if (token == null) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw wrong("no object");
        }
        line = parser.currentTokenLocation().getLineNr();
        if (!onlyNames) {
            Arrays.fill(values, "");
        }
        while (next() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String value = value(name);
            if (onlyNames) {
                places.putIfAbsent(name, places.size());
            } else {
                values[places.getOrDefault(name, 0)] = value;
            }
        }
        return true;
    }

    private String value(String name) throws IOException {
        JsonToken token = next();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (token == null || !token.isScalarValue()) {
            throw new UnreadableDataset(
                    "Line %d, '%s': a list or an object. A word, a number, true, false or null is accepted."
                            .formatted(parser.currentTokenLocation().getLineNr(), shortened(name)));
        }
        try {
            return parser.getText();
        } catch (JsonProcessingException e) {
            throw invalid(e);
        }
    }

    private @Nullable JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw invalid(e);
        }
    }

    private UnreadableDataset invalid(JsonProcessingException e) {
        return new UnreadableDataset(
                "The file is no valid JSON in line %d: %s. JSON objects are accepted, one a line or in a list."
                        .formatted(
                                e.getLocation() == null ? line : e.getLocation().getLineNr(),
                                shortened(e.getOriginalMessage()
                                        .lines()
                                        .findFirst()
                                        .orElse(""))));
    }

    private UnreadableDataset wrong(String found) {
        return new UnreadableDataset(
                "Line %d of the JSON file has %s where an object is expected. Objects of plain values"
                                .formatted(parser.currentTokenLocation().getLineNr(), found)
                        + " are accepted, one a line or in a list.");
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
