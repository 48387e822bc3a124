package io.thresher.onnx.snippet;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.DatasetSchema;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.onnx.ModelSignature;
import io.thresher.onnx.ModelSignature.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What snippets tell of a model.
 *
 * @param trainedOn how the rows it was trained on were written; new rows are taken to be written so, too
 * @param example one row or none, with any of the columns; what is not there is written as missing
 * @param file name of the model's file
 * @param address where this service predicts with it
 */
public record SnippetModel(
        ModelSignature signature, DatasetSchema trainedOn, Table example, String file, String address) {
    /** Characters of an example; a text may have thousands. */
    private static final int LONGEST_EXAMPLE = 120;

    /** The inputs of that kind, in the order of training. */
    List<String> inputs(Kind kind) {
        return signature.inputs().entrySet().stream()
                .filter(input -> input.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Input to its value in the example: a {@link Float} or a {@link String}; nothing where it is missing. */
    Map<String, Optional<Object>> row() {
        Map<String, Optional<Object>> row = new LinkedHashMap<>();
        signature
                .inputs()
                .forEach((name, kind) -> row.put(
                        name,
                        example.rows() == 0
                                ? Optional.empty()
                                : example.column(name).flatMap(column -> value(column, kind))));
        return row;
    }

    private static Optional<Object> value(Column column, Kind kind) {
        if (column instanceof NumberColumn numbers) {
            return kind == Kind.NUMBER
                    ? Optional.<Object>of(numbers.value(0)).filter(value -> Float.isFinite((Float) value))
                    : CategoryColumn.ofNumbers(numbers).word(0).map(word -> word);
        }
        return kind == Kind.NUMBER
                ? Optional.empty()
                : ((CategoryColumn) column).word(0).map(SnippetModel::shortened);
    }

    private static String shortened(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST_EXAMPLE
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST_EXAMPLE));
    }
}
