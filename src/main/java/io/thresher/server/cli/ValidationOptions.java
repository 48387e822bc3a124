package io.thresher.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** On which rows models are judged, as options of a command. */
final class ValidationOptions {
    @Option(
            names = "--validation",
            paramLabel = "KIND",
            converter = Kind.class,
            description =
                    "auto, kfold, repeatedKfold, holdout, group, time or custom, and what it takes: column, folds,"
                            + " repeats or fraction, such as time,column=day,folds=4; auto if not given.")
    private @Nullable JsonNode validation;

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            description = "Share of the rows, up to 0.5, that no trial sees and that score what is delivered.")
    private @Nullable Double holdout;

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Table with the same columns that scores what is delivered.")
    private @Nullable Path test;

    @Nullable
    JsonNode validation() {
        return validation;
    }

    @Nullable
    Double holdout() {
        return holdout;
    }

    Optional<Path> test() {
        return Optional.ofNullable(test);
    }

    /** A kind of validation by its name, with what it takes after commas. */
    static final class Kind implements ITypeConverter<JsonNode> {
        private static final String COLUMN = "column";
        private static final List<String> NUMBERS = List.of("folds", "repeats", "fraction");

        @Override
        public JsonNode convert(String text) {
            String[] parts = text.split(",", -1);
            ObjectNode validation = JsonNodeFactory.instance.objectNode().put("kind", parts[0].strip());
            for (int i = 1; i < parts.length; i++) {
                String[] pair = parts[i].split("=", 2);
                String name = pair[0].strip();
                if (pair.length < 2 || !(name.equals(COLUMN) || NUMBERS.contains(name))) {
                    throw new TypeConversionException(
                            "'%s' is not column=…, folds=…, repeats=… or fraction=…".formatted(parts[i]));
                }
                validation.set(name, value(name, pair[1].strip()));
            }
            return validation;
        }

        private static JsonNode value(String name, String text) {
            if (name.equals(COLUMN)) {
                return JsonNodeFactory.instance.textNode(text);
            }
            try {
                return name.equals("fraction")
                        ? JsonNodeFactory.instance.numberNode(Double.parseDouble(text))
                        : JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
            } catch (NumberFormatException e) {
                throw new TypeConversionException("%s needs a number, got '%s'".formatted(name, text));
            }
        }
    }
}
