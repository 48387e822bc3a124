package io.thresher.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What was found out about datasets, found once and kept as files. Datasets never change, so what is kept stays true; it
 * can be made again at any time.
 */
@ApplicationScoped
public class Insights {
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
        Path file = folder.insights(dataset).resolve(name(question));
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

    /** The length of each part keeps parts apart whatever is in them. */
    private static String name(List<String> question) {
        String parts = question.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
        return question.get(0) + "-" + ContentHash.of(parts) + ".json";
    }
}
