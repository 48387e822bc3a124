package io.thresher.data.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.thresher.data.DatasetSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** {@code schema.json}: a {@link DatasetSchema} as JSON. */
public final class SchemaFile {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** In the order of names: that of the maps in a schema is another in every process. */
    private static final ObjectMapper LINE = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SchemaFile() {}

    /**
     * Reads a schema.
     *
     * @throws UncheckedIOException if the file is missing or no schema
     */
    public static DatasetSchema read(Path file) {
        try {
            return JSON.readValue(file.toFile(), DatasetSchema.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema as JSON on one line. */
    public static String text(DatasetSchema schema) {
        try {
            return LINE.writeValueAsString(schema);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The schema that {@link #text} wrote.
     *
     * @throws UncheckedIOException if it is none
     */
    public static DatasetSchema parse(String text) {
        try {
            return JSON.readValue(text, DatasetSchema.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a schema. */
    public static void write(DatasetSchema schema, Path file) throws IOException {
        JSON.writeValue(file.toFile(), schema);
    }
}
