package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {
    @TempDir
    private Path folder;

    @Test
    void merges_and_asks_a_model_that_doubles() throws IOException {
        assertThat(WarmUp.predict(folder.resolve("member.onnx"), folder.resolve("merged.onnx")))
                .isEqualTo(2);
    }
}
