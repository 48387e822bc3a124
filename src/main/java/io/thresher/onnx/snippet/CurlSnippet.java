package io.thresher.onnx.snippet;

import java.util.List;
import java.util.stream.Collectors;

/** Asks the service. The row stands in a here-document, in which a shell reads nothing as its own. */
final class CurlSnippet {
    private CurlSnippet() {}

    static String of(SnippetModel model) {
        List<String> values = model.row().entrySet().stream()
                .map(value -> "    %s: %s"
                        .formatted(
                                Literals.json(value.getKey()),
                                value.getValue().map(CurlSnippet::literal).orElse("null")))
                .toList();
        return """
                # The rows of a file; the answer is CSV.
                curl -H 'Content-Type: text/csv' --data-binary @rows.csv \\
                  '%1$s'

                # One row; null where a value is missing.
                curl -H 'Content-Type: application/json' --data-binary @- \\
                  '%1$s' <<'JSON'
                {"rows": [
                  {
                %2$s
                  }
                ]}
                JSON
                """.formatted(
                        model.address().replace("'", "%27"), values.stream().collect(Collectors.joining(",\n")));
    }

    private static String literal(Object value) {
        return value instanceof Float number ? Numbers.plain(number) : Literals.json((String) value);
    }
}
