package io.thresher.onnx.snippet;

import io.thresher.onnx.InputName;
import io.thresher.onnx.ModelSignature.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Predicts one row in Java. */
final class JavaSnippet {
    /** The ONNX Runtime that files are checked with. */
    static final String RUNTIME = "1.28.0";

    private static final String NAMED = """
                        for (Map.Entry<String, Object> column : row.entrySet()) {
                            Object tensor = column.getValue() instanceof Float number
                                    ? new float[][] {{number}}
                                    : new String[][] {{(String) column.getValue()}};
                            inputs.put(column.getKey(), OnnxTensor.createTensor(environment, tensor));
                        }
            """;

    /** Of two inputs, one may not be there. */
    private static final String PACKED = """
                        // All numbers are one input, all words another, in this order.
                        Float[] numbers = row.values().stream().filter(Float.class::isInstance).toArray(Float[]::new);
                        String[] words = row.values().stream().filter(String.class::isInstance).toArray(String[]::new);
                        float[][] plain = new float[1][numbers.length];
                        for (int i = 0; i < numbers.length; i++) {
                            plain[0][i] = numbers[i];
                        }
                        for (String name : session.getInputNames()) {
                            Object tensor = name.equals("numbers") ? plain : new String[][] {words};
                            inputs.put(name, OnnxTensor.createTensor(environment, tensor));
                        }
            """;

    private JavaSnippet() {}

    static String of(SnippetModel model) {
        Map<String, Kind> kinds = model.signature().inputs();
        String row = model.row().entrySet().stream()
                .map(value -> "        row.put(%s, %s);"
                        .formatted(
                                Literals.java(InputName.of(value.getKey())),
                                literal(value.getValue(), kinds.getOrDefault(value.getKey(), Kind.WORD))))
                .collect(Collectors.joining("\n"));
        return """
                // Predicts one row with %s. Needs com.microsoft.onnxruntime:onnxruntime:%s from Maven Central:
                // java -cp onnxruntime-%s.jar Predict.java
                import ai.onnxruntime.OnnxTensor;
                import ai.onnxruntime.OrtEnvironment;
                import ai.onnxruntime.OrtException;
                import ai.onnxruntime.OrtSession;
                import java.util.LinkedHashMap;
                import java.util.Map;

                public class Predict {
                    public static void main(String[] arguments) throws OrtException {
                        // Input, called like its column, to value; Float.NaN where a number is missing, "" where a word is.
                        Map<String, Object> row = new LinkedHashMap<>();
                %s

                        OrtEnvironment environment = OrtEnvironment.getEnvironment();
                        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
                        // Loading takes longest: keep the session, threads may share it.
                        try (OrtSession session = environment.createSession(%s)) {
                %s
                            try (OrtSession.Result result = session.run(inputs)) {
                                float[][] predictions = (float[][]) result.get(%s).orElseThrow().getValue();
                %s
                            }
                        } finally {
                            inputs.values().forEach(OnnxTensor::close);
                        }
                    }
                }
                """.formatted(
                        Literals.comment(model.file()),
                        RUNTIME,
                        RUNTIME,
                        row,
                        Literals.java(model.file()),
                        (model.signature().packed() ? PACKED : NAMED).stripTrailing(),
                        Literals.java(model.signature().output()),
                        told(model));
    }

    private static String told(SnippetModel model) {
        if (model.signature().classes().isEmpty()) {
            return "                System.out.println(predictions[0][0]);";
        }
        String classes =
                model.signature().classes().stream().map(Literals::java).collect(Collectors.joining(", "));
        return """
                                String[] classes = {%s};
                                for (int i = 0; i < classes.length; i++) {
                                    System.out.println(predictions[0][i] + " " + classes[i]);
                                }""".formatted(classes).indent(16).stripTrailing();
    }

    private static String literal(Optional<Object> value, Kind kind) {
        if (kind == Kind.WORD) {
            return Literals.java((String) value.orElse(""));
        }
        return value.map(number -> Numbers.plain((Float) number) + "f").orElse("Float.NaN");
    }
}
