package io.thresher.data.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** The same rows written in one format after the other; columns are called {@code name0} and so on. */
final class Texts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Texts() {}

    static String csv(List<List<String>> rows) {
        return new String(
                new IngestPropertiesTest.Written(rows, ',', '"', "\n", TextEncoding.UTF_8).bytes(),
                TextEncoding.UTF_8.charset());
    }

    static String json(List<List<String>> rows) {
        return "[" + jsonLines(rows).strip().replace("\n", ",\n") + "]";
    }

    static String jsonLines(List<List<String>> rows) {
        return rows.stream().map(Texts::object).collect(Collectors.joining("\n", "", "\n"));
    }

    static String arff(List<List<String>> rows) {
        String attributes = IntStream.range(0, rows.get(0).size())
                .mapToObj(i -> "@attribute name" + i + " string\n")
                .collect(Collectors.joining());
        String data = rows.stream()
                .map(row -> row.stream().map(Texts::arff).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
        return "% made for a test\n@relation table\n" + attributes + "@data\n" + data;
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String object(List<String> row) {
        Map<String, String> object = new LinkedHashMap<>();
        IntStream.range(0, row.size()).forEach(i -> object.put("name" + i, row.get(i)));
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String arff(String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return "'" + escaped + "'";
    }
}
