package io.thresher.metric;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Predictions on disk: rows and width as int32, then rows × width float32, row-major, all little-endian. */
public final class PredictionsFile {
    private static final int HEADER_BYTES = 8;

    private PredictionsFile() {}

    public static void write(Predictions predictions, Path file) throws IOException {
        float[] values = predictions.values();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(predictions.rows()).putInt(predictions.width());
        for (float value : values) {
            bytes.putFloat(value);
        }
        Files.write(file, bytes.array());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file cannot be read or is not such a file
     */
    public static Predictions read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < HEADER_BYTES) {
            throw new IOException("%s holds no predictions".formatted(file));
        }
        int rows = bytes.getInt();
        int width = bytes.getInt();
        if (bytes.remaining() != 4L * rows * width) {
            throw new IOException("%s should hold %d × %d predictions and does not".formatted(file, rows, width));
        }
        float[] values = new float[rows * width];
        bytes.asFloatBuffer().get(values);
        return new Predictions(rows, width, values);
    }
}
