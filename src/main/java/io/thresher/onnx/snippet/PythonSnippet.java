package io.thresher.onnx.snippet;

import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Dialect;
import io.thresher.data.NumberStyle;
import io.thresher.data.TextEncoding;
import io.thresher.data.csv.Blanks;
import io.thresher.onnx.InputName;
import io.thresher.onnx.ModelSignature.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Predicts a file in Python. All values are read as text and turned into what the model takes as Thresher does it: words
 * without spaces around them, numbers as the column writes them, marks of missing values as missing.
 */
final class PythonSnippet {
    private static final int WIDTH = 100;

    private final SnippetModel model;

    private PythonSnippet(SnippetModel model) {
        this.model = model;
    }

    static String of(SnippetModel model) {
        return new PythonSnippet(model).text();
    }

    private String text() {
        List<String> classes = model.signature().classes();
        return """
                # Predicts rows.csv with %s. Needs: pip install onnxruntime pandas
                %simport onnxruntime
                import pandas

                %s
                rows = pandas.read_csv(%s).fillna("")
                rows.columns = rows.columns.str.strip()


                def words(name):
                    column = rows[name].str.strip()
                %s


                def numbers(name):
                    column = words(name)
                %s    return pandas.to_numeric(column, errors="coerce")


                %s%ssession = onnxruntime.InferenceSession(%s, providers=["CPUExecutionProvider"])
                (predictions,) = session.run([%s], feeds)
                pandas.DataFrame(predictions, columns=%s).to_csv("predictions.csv", index=False)
                """.formatted(
                        Literals.comment(model.file()),
                        codes().isEmpty() && !model.signature().packed() ? "" : "import numpy\n",
                        constants(classes),
                        reading(),
                        missing(),
                        written().isEmpty() ? "" : REPLACING,
                        codes().isEmpty() ? "" : CODES,
                        feeds(),
                        Literals.python(model.file()),
                        Literals.python(model.signature().output()),
                        classes.isEmpty() ? "[\"prediction\"]" : "CLASSES");
    }

    private static final String REPLACING = """
                for part, replacement in WRITTEN.get(name, []):
                    column = column.str.replace(part, replacement, regex=True)
            """;

    /** Numbers that the model reads as names of things are the words that people write for them. */
    private static final String CODES = """
            def codes(name):
                shortest = [numpy.format_float_positional(code, trim="-") for code in numbers(name).to_numpy("float32")]
                return pandas.Series(shortest).replace("nan", "")


            """;

    private String constants(List<String> classes) {
        StringBuilder constants = new StringBuilder();
        constants.append(list("NUMBERS", model.inputs(Kind.NUMBER)));
        constants.append(list("WORDS", model.inputs(Kind.WORD)));
        if (!codes().isEmpty()) {
            constants.append(list("CODES", codes()));
        }
        if (!renamed().isEmpty()) {
            constants.append("INPUTS = {\n");
            renamed()
                    .forEach(name -> constants.append(
                            "    %s: %s,\n".formatted(Literals.python(name), Literals.python(InputName.of(name)))));
            constants.append("}\n");
        }
        if (!classes.isEmpty()) {
            constants.append(list("CLASSES", classes));
        }
        constants.append(list("MISSING", missingAnywhere()));
        List<String> own = columns().stream()
                .filter(column -> !ownMissing(column).isEmpty())
                .map(column -> "    %s: %s".formatted(Literals.python(column.name()), inline(ownMissing(column))))
                .toList();
        if (!own.isEmpty()) {
            constants.append("MISSING_IN = {\n").append(String.join(",\n", own)).append(",\n}\n");
        }
        if (!written().isEmpty()) {
            constants
                    .append("WRITTEN = {\n")
                    .append(String.join(",\n", written()))
                    .append(",\n}\n");
        }
        return constants.toString();
    }

    /** Columns whose inputs are called differently. */
    private List<String> renamed() {
        return model.signature().inputs().keySet().stream()
                .filter(name -> !name.equals(InputName.of(name)))
                .toList();
    }

    /** The input of the column called {@code name} in the program. */
    private String input() {
        return renamed().isEmpty() ? "name" : "INPUTS.get(name, name)";
    }

    private String feeds() {
        String word = codes().isEmpty() ? "words(name)" : "(codes(name) if name in CODES else words(name))";
        if (!model.signature().packed()) {
            return """
                    feeds = {%s: numbers(name).to_numpy("float32").reshape(-1, 1) for name in NUMBERS}
                    feeds.update({%s: %s.to_numpy(object).reshape(-1, 1) for name in WORDS})
                    """.formatted(input(), input(), word);
        }
        // All numbers are one input, all words another; a model may have no words.
        StringBuilder feeds = new StringBuilder("feeds = {}\n");
        if (!model.inputs(Kind.NUMBER).isEmpty()) {
            feeds.append(
                    "feeds[\"numbers\"] = numpy.column_stack([numbers(name).to_numpy(\"float32\") for name in NUMBERS])\n");
        }
        if (!model.inputs(Kind.WORD).isEmpty()) {
            feeds.append(
                    "feeds[\"words\"] = numpy.column_stack([%s.to_numpy(object) for name in WORDS])\n".formatted(word));
        }
        return feeds.toString();
    }

    private String missing() {
        boolean own = columns().stream().anyMatch(column -> !ownMissing(column).isEmpty());
        return own
                ? "    return column.mask(column.isin(MISSING + MISSING_IN.get(name, [])), \"\")"
                : "    return column.mask(column.isin(MISSING), \"\")";
    }

    private Collection<String> missingAnywhere() {
        List<String> named = model.trainedOn().reading().options().missingTokens();
        return new TreeSet<>(named == null ? Blanks.ALWAYS : named);
    }

    private List<String> ownMissing(ColumnSchema column) {
        Collection<String> anywhere = missingAnywhere();
        return column.missingTokens().stream()
                .filter(token -> !token.isEmpty() && !anywhere.contains(token))
                .toList();
    }

    /** The model's columns. */
    private List<ColumnSchema> columns() {
        return model.signature().inputs().keySet().stream()
                .flatMap(name -> model.trainedOn().column(name).stream())
                .toList();
    }

    private List<String> codes() {
        return model.inputs(Kind.WORD).stream()
                .flatMap(name -> model.trainedOn().column(name).stream())
                .filter(column -> column.type().isNumeric())
                .map(ColumnSchema::name)
                .toList();
    }

    /** What is to be replaced in numbers that are not written plainly. */
    private List<String> written() {
        return columns().stream()
                .filter(column -> column.type().isNumeric() && column.numberStyle() != NumberStyle.PLAIN)
                .map(column ->
                        "    %s: %s".formatted(Literals.python(column.name()), replacements(column.numberStyle())))
                .toList();
    }

    private static String replacements(NumberStyle style) {
        return switch (style) {
            case PLAIN -> "[]";
            case DECIMAL_COMMA -> "[(\",\", \".\")]";
            case GROUPED_BY_COMMA -> "[(\",\", \"\")]";
            case GROUPED_BY_POINT -> "[(r\"\\.\", \"\"), (\",\", \".\")]";
            case GROUPED_BY_SPACE -> "[(r\"\\s\", \"\"), (\",\", \".\")]";
        };
    }

    private String reading() {
        DatasetSchema schema = model.trainedOn();
        Dialect dialect = schema.dialect();
        List<String> options = new ArrayList<>(List.of("\"rows.csv\"", "dtype=str", "keep_default_na=False"));
        if (dialect.delimiter() != ',') {
            options.add("sep=" + Literals.python(String.valueOf(dialect.delimiter())));
        }
        if (dialect.quote() != '"') {
            options.add("quotechar=" + Literals.python(String.valueOf(dialect.quote())));
        }
        if (dialect.encoding() != TextEncoding.UTF_8) {
            options.add("encoding=" + Literals.python(dialect.encoding().word()));
        }
        if (!dialect.hasHeader()) {
            options.add("header=None, names=" + inline(schema.names()));
        } else if (!schema.renamedColumns().isEmpty()) {
            options.add("header=0, names=" + inline(schema.names()));
        }
        return String.join(", ", options);
    }

    private static String inline(Collection<String> words) {
        return words.stream().map(Literals::python).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@code NAME = [...]}, on several lines where it is long. */
    private static String list(String name, Collection<String> words) {
        String line = name + " = " + inline(words);
        if (line.length() <= WIDTH) {
            return line + "\n";
        }
        StringBuilder lines = new StringBuilder(name + " = [");
        int column = WIDTH;
        for (String word : words) {
            String literal = Literals.python(word) + ",";
            if (column + 1 + literal.length() > WIDTH) {
                lines.append("\n    ");
                column = 4;
            } else {
                lines.append(' ');
                column++;
            }
            lines.append(literal);
            column += literal.length();
        }
        return lines.append("\n]\n").toString();
    }
}
