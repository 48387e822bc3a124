package io.thresher.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeakMemoryTest {
    private static final int TAKEN = 64 << 20;
    private static final int PAGE = 4096;

    @TempDir
    private Path process;

    @Test
    void sees_what_the_process_takes() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/clear_refs")), "skipped: no Linux");
        PeakMemory memory = new PeakMemory();
        memory.beginAnew();
        long before = memory.bytes().orElseThrow();

        ByteBuffer taken = ByteBuffer.allocateDirect(TAKEN);
        for (int i = 0; i < TAKEN; i += PAGE) {
            taken.put(i, (byte) 1);
        }

        assertThat(memory.bytes().orElseThrow()).isGreaterThan(before + TAKEN * 9L / 10);
    }

    @Test
    void reads_the_high_water_mark_after_it_has_asked_for_a_new_one() throws IOException {
        Files.createFile(process.resolve("clear_refs"));
        Files.writeString(process.resolve("status"), "Name:\tjava\nVmPeak:\t  999999 kB\nVmHWM:\t  204800 kB\n");
        PeakMemory memory = new PeakMemory(process);

        memory.beginAnew();

        assertThat(memory.bytes()).hasValue(200L << 20);
        assertThat(process.resolve("clear_refs")).hasContent("5");
    }

    @Test
    void tells_nothing_where_no_new_mark_can_be_had() throws IOException {
        Files.writeString(process.resolve("status"), "VmHWM:\t  204800 kB\n");
        PeakMemory memory = new PeakMemory(process);

        memory.beginAnew();

        assertThat(memory.bytes()).isEmpty();
    }
}
