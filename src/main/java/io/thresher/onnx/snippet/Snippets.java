package io.thresher.onnx.snippet;

/**
 * Ready to run: how a model is used elsewhere.
 *
 * @param python reads {@code rows.csv} and writes {@code predictions.csv}; needs onnxruntime and pandas
 * @param java predicts one row; a file {@code Predict.java} that needs ONNX Runtime on the class path, Java 17
 * @param curl posts {@code rows.csv}, and one row as JSON, to this service
 */
public record Snippets(String python, String java, String curl) {

    /** Those of a model. */
    public static Snippets of(SnippetModel model) {
        return new Snippets(PythonSnippet.of(model), JavaSnippet.of(model), CurlSnippet.of(model));
    }
}
