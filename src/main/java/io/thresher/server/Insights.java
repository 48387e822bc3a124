package io.thresher.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What was found out about datasets, found once and kept as files. Datasets never change, so what is kept stays true; it
 * can be made again at any time.
 */
@ApplicationScoped
public class Insights {
    private static final int DIGITS = 24;

    private final DataFolder folder;
    private final ObjectMapper json;
    /** One thing is found out at a time: each may take seconds and much memory. */
    private final ReentrantLock thinking = new ReentrantLock();

    Insights(DataFolder folder, ObjectMapper json) {
        this.folder = folder;
        this.json = json;
    }

    /**
     * The answer to a question about a dataset.
     *
     * @param question tells it from all other questions about the dataset
     * @param found finds the answer if it is not there yet
     */
    public <T> T of(String dataset, List<String> question, Class<T> type, Supplier<T> found) {
        Path file = folder.insights(dataset).resolve(hash(question) + ".json");
        try {
            if (!Files.exists(file)) {
                thinking.lock();
                try {
                    if (!Files.exists(file)) {
                        folder.store(new ByteArrayInputStream(json.writeValueAsBytes(found.get())), file);
                    }
                } finally {
                    thinking.unlock();
                }
            }
            return json.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(List<String> question) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            question.forEach(part -> digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8)));
            return question.get(0) + "-"
                    + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
