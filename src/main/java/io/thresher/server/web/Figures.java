package io.thresher.server.web;

import io.quarkus.qute.TemplateExtension;
import io.thresher.trial.Cost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Figures as people read them. {@code format.ts} writes the same in the browser. */
@TemplateExtension(namespace = "figures")
final class Figures {
    static final String NONE = "–";

    private static final double SMALLEST_WRITTEN_OUT = 1e-6;
    private static final double LARGEST_WRITTEN_OUT = 1e9;
    private static final String[] BYTE_UNITS = {"KiB", "MiB", "GiB"};
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Figures() {}

    /** About five digits that count. */
    static String score(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        int digits = size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : 4;
        return fixed(value, digits);
    }

    static String seconds(double value) {
        if (value < 10) {
            return fixed(value, 1) + " s";
        }
        if (value < 120) {
            return Math.round(value) + " s";
        }
        long whole = (long) value;
        return whole < 7200
                ? "%d min %d s".formatted(whole / 60, whole % 60)
                : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
    }

    static String span(Duration span) {
        return seconds(span.toMillis() / 1000.0);
    }

    static String micros(double value) {
        return (value < 10 ? fixed(value, 1) : String.valueOf(Math.round(value))) + " µs";
    }

    static String microsOrNone(Optional<Double> value) {
        return value.map(Figures::micros).orElse(NONE);
    }

    /** Costs by the names they have in REST, in words. */
    static String costs(List<String> names) {
        return names.stream()
                .map(name -> Cost.ofWord(name).map(Figures::cost).orElse(name))
                .collect(Collectors.joining(", "));
    }

    private static String cost(Cost cost) {
        return switch (cost) {
            case ONE_ROW -> "one row";
            case ROW_OF_MANY -> "per row";
            case MODEL_SIZE -> "size";
            case TRAINING_MEMORY -> "memory";
        };
    }

    static String bytes(long value) {
        if (value < 1024) {
            return value + " B";
        }
        double size = value / 1024.0;
        int unit = 0;
        while (size >= 1024 && unit < BYTE_UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return (size < 10 ? fixed(size, 1) : String.valueOf(Math.round(size))) + " " + BYTE_UNITS[unit];
    }

    /** A parameter's value, real numbers with four digits, written out unless that takes many zeros. */
    static String setting(Object value) {
        if (!(value instanceof Double number) || !Double.isFinite(number)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros();
        double size = Math.abs(number);
        return size == 0 || (size >= SMALLEST_WRITTEN_OUT && size < LARGEST_WRITTEN_OUT)
                ? rounded.toPlainString()
                : rounded.toString();
    }

    static String configuration(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + setting(entry.getValue()))
                .collect(Collectors.joining(" · "));
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
    }

    static String percent(double share) {
        double percent = share * 100;
        return percent == 0 ? "0 %" : percent < 0.1 ? "< 0.1 %" : fixed(percent, 1) + " %";
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** A name of REST in words: {@code OUT_OF_MEMORY} is out of memory. */
    static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
