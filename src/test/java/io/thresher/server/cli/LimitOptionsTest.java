package io.thresher.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.server.searchjob.SearchJobRequest.LimitsRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class LimitOptionsTest {
    @Command
    private static final class Any {
        @Mixin
        private LimitOptions limits = new LimitOptions();
    }

    @Test
    void takes_plain_numbers_as_microseconds_and_bytes() {
        assertThat(read("--max-latency", "500", "--max-size", "1000"))
                .isEqualTo(new LimitsRequest(500.0, null, 1000L, null));
    }

    @Test
    void takes_units() {
        assertThat(read(
                        "--max-latency",
                        "1.5ms",
                        "--max-row-time",
                        "50us",
                        "--max-size",
                        "2MiB",
                        "--max-memory",
                        "1GiB"))
                .isEqualTo(new LimitsRequest(1500.0, 50.0, 2L << 20, 1L << 30));
        assertThat(read("--max-latency", "1 s", "--max-size", "3 KiB"))
                .isEqualTo(new LimitsRequest(1e6, null, 3L << 10, null));
    }

    @Test
    void without_any_there_is_no_limit() {
        assertThat(read()).isNull();
    }

    @Test
    void says_what_would_be_accepted() {
        assertThatThrownBy(() -> read("--max-size", "5MB"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("5MB")
                .hasMessageContaining("5MiB");
        assertThatThrownBy(() -> read("--max-latency", "-3"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("2ms");
    }

    private static @Nullable LimitsRequest read(String... arguments) {
        Any command = new Any();
        new CommandLine(command).parseArgs(arguments);
        return command.limits.request();
    }
}
