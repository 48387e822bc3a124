package io.thresher.server.cli;

import io.thresher.server.searchjob.SearchJobRequest.LimitsRequest;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the model may cost, as options of a command. */
final class LimitOptions {
    @Option(
            names = "--max-latency",
            paramLabel = "TIME",
            converter = Micros.class,
            description = "Longest time to predict one row in a call of its own: microseconds, or such as 2ms.")
    private @Nullable Double oneRow;

    @Option(
            names = "--max-row-time",
            paramLabel = "TIME",
            converter = Micros.class,
            description = "Longest time to predict a row of many in one call.")
    private @Nullable Double perRow;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            converter = Bytes.class,
            description = "Largest model file: bytes, or such as 500KiB, 5MiB, 1GiB.")
    private @Nullable Long size;

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            converter = Bytes.class,
            description = "Most memory that a worker's process may hold while it trains the model.")
    private @Nullable Long memory;

    /** The limits of a request; nothing if none was asked for. */
    @Nullable
    LimitsRequest request() {
        return oneRow == null && perRow == null && size == null && memory == null
                ? null
                : new LimitsRequest(oneRow, perRow, size, memory);
    }

    /** A span of time in microseconds. */
    static final class Micros implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Quantity.of(text, "us|ms|s", "a time such as 500, 500us, 2ms or 1s")
                    .times(unit -> switch (unit) {
                        case "ms" -> 1e3;
                        case "s" -> 1e6;
                        default -> 1;
                    });
        }
    }

    /** A size in bytes. */
    static final class Bytes implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Math.round(Quantity.of(text, "B|KiB|MiB|GiB", "a size such as 100000, 500KiB, 5MiB or 1GiB")
                    .times(unit -> switch (unit) {
                        case "KiB" -> 1L << 10;
                        case "MiB" -> 1L << 20;
                        case "GiB" -> 1L << 30;
                        default -> 1;
                    }));
        }
    }

    private record Quantity(double number, String unit) {
        static Quantity of(String text, String units, String accepted) {
            Matcher matcher = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(%s)?".formatted(units))
                    .matcher(text.strip());
            if (!matcher.matches()) {
                throw new TypeConversionException("'%s' is not %s".formatted(text, accepted));
            }
            String unit = matcher.group(2);
            return new Quantity(Double.parseDouble(matcher.group(1)), unit == null ? "" : unit);
        }

        double times(ToDoubleFunction<String> size) {
            return number * size.applyAsDouble(unit);
        }
    }
}
