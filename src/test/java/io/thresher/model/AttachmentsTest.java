package io.thresher.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AttachmentsTest {
    private final List<String> closed = new ArrayList<>();

    private record Copy(String name, long bytes, List<String> closed) implements Attachment {
        @Override
        public void close() {
            closed.add(name);
        }
    }

    @Test
    void what_was_made_once_is_used_again() {
        try (Attachments attachments = new Attachments(10)) {
            Copy first = use(attachments, "a", 4);

            assertThat(use(attachments, "a", 4)).isSameAs(first);
            assertThat(attachments.bytes()).isEqualTo(4);
            assertThat(closed).isEmpty();
        }
        assertThat(closed).containsExactly("a");
    }

    @Test
    void the_one_used_longest_ago_makes_room() {
        try (Attachments attachments = new Attachments(10)) {
            use(attachments, "a", 4);
            use(attachments, "b", 4);
            use(attachments, "a", 4);

            use(attachments, "c", 4);

            assertThat(closed).containsExactly("b");
            assertThat(attachments.bytes()).isEqualTo(8);
        }
    }

    @Test
    void what_finds_no_room_is_closed_after_its_use() {
        try (Attachments attachments = Attachments.none()) {
            use(attachments, "a", 1);

            assertThat(closed).containsExactly("a");
        }
    }

    private Copy use(Attachments attachments, String name, long bytes) {
        return attachments.use(Copy.class, name, () -> new Copy(name, bytes, closed), copy -> {
            assertThat(closed).doesNotContain(name);
            return copy;
        });
    }
}
