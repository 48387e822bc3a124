package io.thresher.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command writes the model it comes to. */
final class OutOption {
    @Option(
            names = "--out",
            paramLabel = "MODEL",
            description = "Where the model is written.",
            defaultValue = "model.onnx")
    private Path out;

    Path path() {
        return out;
    }
}
