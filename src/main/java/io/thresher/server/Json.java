package io.thresher.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;

/** JSON as it is stored in columns, apart from what a request or a response looks like. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The tree of a text that a user sent.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    public static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }

    /**
     * Reads what a user sent.
     *
     * @throws IllegalArgumentException if it is nothing of that type; the message says what is wrong, in one line
     */
    public static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(
                    "'%s' is not known; accepted are %s".formatted(e.getPropertyName(), known(e)), e);
        } catch (InvalidTypeIdException e) {
            throw new IllegalArgumentException("'%s' is no kind".formatted(String.valueOf(e.getTypeId())), e);
        } catch (ValueInstantiationException e) {
            String message = e.getCause() instanceof IllegalArgumentException fault ? fault.getMessage() : null;
            throw new IllegalArgumentException(String.valueOf(message), e);
        } catch (JsonMappingException e) {
            String field = e.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("/"));
            throw new IllegalArgumentException("'%s' is not written as it should be".formatted(field), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not written as it should be", e);
        }
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
}
