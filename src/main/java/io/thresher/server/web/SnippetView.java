package io.thresher.server.web;

import io.thresher.onnx.snippet.Snippets;
import java.util.List;

/**
 * A program that predicts with a model.
 *
 * @param language last part of the path it has in REST
 * @param title what the reader opens
 * @param note what it does and needs
 */
public record SnippetView(String language, String title, String note, String text) {

    /** All of a model, what most people look for first. */
    static List<SnippetView> all(Snippets snippets) {
        return List.of(
                new SnippetView(
                        "python",
                        "Python",
                        "Put it beside the ONNX file and your rows.csv; it writes predictions.csv.",
                        snippets.python()),
                new SnippetView(
                        "java",
                        "Java",
                        "Predict.java, beside the ONNX file: one row, shown with values of the training data.",
                        snippets.java()),
                new SnippetView("curl", "curl", "Asks this service, which has the model loaded.", snippets.curl()));
    }
}
