package io.thresher.server.leaderboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.space.Configuration;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.UncheckedIOException;

/** Writes a configuration as JSON: {@code {"family": …, "values": {…}}}. */
@Converter
class ConfigurationColumn implements AttributeConverter<Configuration, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(Configuration configuration) {
        try {
            return JSON.writeValueAsString(configuration);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Configuration convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, Configuration.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
