package io.thresher.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the place of what the JSON reader and the validator complain about. */
final class RequestFaults {

    private RequestFaults() {}

    static List<Fault> of(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .map(RequestFaults::of)
                .sorted(Comparator.comparing(fault -> fault.pointer().orElse("") + fault.message()))
                .toList();
    }

    static Fault of(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return Fault.at(pointer(unknown), "is not known here; known are " + known(unknown));
        }
        if (failure instanceof InvalidFormatException format) {
            return Fault.at(
                    pointer(format), "must be %s, got '%s'".formatted(expected(format), shortened(format.getValue())));
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return Fault.at(pointer(mismatch), "must be " + expected(mismatch));
        }
        if (failure instanceof JsonMappingException mapping && mapping.getCause() instanceof InputCoercionException) {
            return Fault.at(pointer(mapping), "must be a whole number with fewer digits");
        }
        if (failure instanceof JsonMappingException mapping) {
            return Fault.at(pointer(mapping), mapping.getOriginalMessage());
        }
        return Fault.of("The body is not JSON: %s%s".formatted(reason(failure), place(failure)));
    }

    private static Fault of(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escaped(node.getName()));
            }
        }
        return pointer.isEmpty()
                ? Fault.ofParameter(parameter, violation.getMessage())
                : Fault.at(pointer.toString(), violation.getMessage());
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(reference -> "/"
                        + (reference.getFieldName() == null
                                ? String.valueOf(reference.getIndex())
                                : escaped(reference.getFieldName())))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? "none"
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String expected(MismatchedInputException failure) {
        Class<?> type = failure.getTargetType();
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + List.of(type.getEnumConstants()).stream()
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        String name = type.getSimpleName().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "int", "integer", "long", "short" -> "a whole number";
            case "double", "float", "bigdecimal" -> "a number";
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "duration" -> "a time span such as PT5M";
            case "instant" -> "a point in time such as 2030-01-31T12:00:00Z";
            default -> "an object";
        };
    }

    /** What the reader says, without what it says of itself. */
    private static String reason(JsonProcessingException failure) {
        return String.valueOf(failure.getOriginalMessage()).replaceFirst("(?s) \\(start marker.*", "");
    }

    private static String place(JsonProcessingException failure) {
        return failure.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(
                                failure.getLocation().getLineNr(),
                                failure.getLocation().getColumnNr());
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
