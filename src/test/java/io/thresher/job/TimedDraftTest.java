package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TimedDraftTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void what_is_made_in_time_has_its_file() throws IOException {
        TimedDraft<String> draft = new TimedDraft<>(folder.resolve("file"), path -> {
            Files.writeString(path, "all of it");
            return "made";
        });

        assertThat(draft.within(LONG)).hasValue("made");
        assertThat(folder).isDirectoryContaining("glob:**/file").isDirectoryNotContaining("glob:**/draft-*");
        assertThat(folder.resolve("file")).hasContent("all of it");
    }

    @Test
    void what_has_no_file_leaves_none() throws IOException {
        assertThat(new TimedDraft<>(folder.resolve("file"), path -> 3).within(LONG))
                .hasValue(3);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Timeout(60)
    void what_is_late_is_given_up_and_leaves_nothing() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("file"), "as before");
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch wrote = new CountDownLatch(1);
        Optional<String> made = new TimedDraft<>(folder.resolve("file"), path -> {
                    pass(gate);
                    Files.writeString(path, "late");
                    wrote.countDown();
                    return "made";
                })
                .within(Duration.ofMillis(20));

        assertThat(made).isEmpty();
        gate.countDown();
        assertThat(wrote.await(30, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(folder).isDirectoryNotContaining("glob:**/draft-*"));
        assertThat(folder.resolve("file")).hasContent("as before");
    }

    @Test
    @Timeout(60)
    void what_is_late_can_still_be_measured_by_its_maker() throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<Long> measured = new CompletableFuture<>();
        Optional<String> made = new TimedDraft<>(folder.resolve("file"), path -> {
                    Files.writeString(path, "late");
                    pass(gate);
                    measured.complete(Files.size(path));
                    return "made";
                })
                .within(Duration.ofMillis(200));

        assertThat(made).isEmpty();
        gate.countDown();
        assertThat(measured).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(4L);
    }

    @Test
    void the_drafts_of_a_process_that_died_are_removed() throws IOException {
        Files.writeString(folder.resolve("draft-of-before"), "a part");

        new TimedDraft<>(folder.resolve("file"), path -> 3).within(LONG);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_fails_fails_as_it_did_and_leaves_nothing() throws IOException {
        TimedDraft<String> draft = new TimedDraft<>(folder.resolve("file"), path -> {
            Files.writeString(path, "a part");
            throw new IOException("the disk is full");
        });

        assertThatThrownBy(() -> draft.within(LONG))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");
        assertThat(folder).isEmptyDirectory();
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
