package io.thresher.data.profile;

import io.thresher.data.ColumnType;
import io.thresher.data.profile.NumberProfile.Quantile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Profiles of columns of numbers in three passes: range; mean, deviation and quantiles; histogram. Very large and very
 * small numbers are scaled by a power of two on the way, so that no square overflows.
 */
final class NumberScan {
    private static final List<Double> SHARES = Arrays.stream(NumberProfile.SHARES.split(", ", -1))
            .map(Double::valueOf)
            .toList();
    private static final int AT_ONCE = 50;
    /** Numbers that are held at once to find exact quantiles; with more rows than that they are approximate. */
    private static final long HELD = 20_000_000;
    /** Numbers whose squares and sums stay well within double precision. */
    private static final double SMALL = 1e-100;

    private static final double LARGE = 1e100;

    private final StoredRows rows;
    private final Map<Integer, Range> ranges = new HashMap<>();
    private final Map<Integer, Spread> spreads = new HashMap<>();
    private final Map<Integer, NumberProfile> profiles = new HashMap<>();

    private NumberScan(StoredRows rows) {
        this.rows = rows;
    }

    private record Range(double min, double max, long zeros, long negatives) {

        /** What to divide by: 1 but for extreme numbers. */
        double scale() {
            double largest = Math.max(Math.abs(min), Math.abs(max));
            boolean usual = largest == 0 || (largest >= SMALL && largest <= LARGE);
            return usual ? 1 : Math.scalb(1.0, Math.getExponent(largest));
        }
    }

    /** All in units of the range's scale. */
    private record Spread(double mean, double std, List<Double> quantiles) {}

    /** The profiles by place, of the columns that have any number. */
    static Map<Integer, NumberProfile> of(StoredRows rows) {
        List<Integer> places =
                rows.places(i -> rows.schema().columns().get(i).type().isNumeric());
        NumberScan scan = new NumberScan(rows);
        rows.aggregate(places, AT_ONCE, 4, NumberScan::rangeOf, scan::addRange);
        List<Integer> filled = places.stream().filter(scan.ranges::containsKey).toList();
        int atOnce = (int) Math.max(
                1, Math.min(AT_ONCE, HELD / Math.max(1, rows.schema().rows())));
        rows.aggregate(filled, atOnce, 3, scan::spreadOf, scan::addSpread);
        rows.aggregate(filled, AT_ONCE, 3, scan::histogramOf, scan::addProfile);
        return scan.profiles;
    }

    private static String rangeOf(int place) {
        return "min(c%1$d), max(c%1$d), count(*) FILTER (WHERE c%1$d = 0), count(*) FILTER (WHERE c%1$d < 0)"
                .formatted(place);
    }

    private void addRange(int place, ResultSet row, int first) throws SQLException {
        double min = row.getDouble(first);
        if (!row.wasNull()) {
            ranges.put(place, new Range(min, row.getDouble(first + 1), row.getLong(first + 2), row.getLong(first + 3)));
        }
    }

    private String spreadOf(int place) {
        String quantile = rows.schema().rows() > HELD ? "approx_quantile" : "quantile_cont";
        return "avg(%1$s), coalesce(stddev_samp(%1$s), 0), %2$s(%1$s, %3$s)".formatted(scaled(place), quantile, SHARES);
    }

    private void addSpread(int place, ResultSet row, int first) throws SQLException {
        List<Double> quantiles = Arrays.stream(
                        (Object[]) row.getArray(first + 2).getArray())
                .map(number -> ((Number) number).doubleValue())
                .toList();
        spreads.put(place, new Spread(row.getDouble(first), row.getDouble(first + 1), quantiles));
    }

    private String histogramOf(int place) {
        Bins bins = bins(place);
        String bin = bins.width() == 0
                ? "0 * sign(c%d)".formatted(place)
                : "least(%d, greatest(0, floor((%s - %s) / %s)))"
                        .formatted(bins.count() - 1, scaled(place), literal(bins.low()), literal(bins.width()));
        // greatest and least pass over what is missing, so it has to be left out by itself.
        return ("histogram(CAST(%1$s AS UTINYINT)) FILTER (WHERE c%5$d IS NOT NULL),"
                        + " count(*) FILTER (WHERE %2$s < %3$s), count(*) FILTER (WHERE %2$s > %4$s)")
                .formatted(bin, scaled(place), literal(bins.low()), literal(bins.high()), place);
    }

    private void addProfile(int place, ResultSet row, int first) throws SQLException {
        Range range = range(place);
        Spread spread = spread(place);
        double scale = range.scale();
        Map<Integer, Long> counted = new HashMap<>();
        ((Map<?, ?>) row.getObject(first))
                .forEach((bin, count) -> counted.put(((Number) bin).intValue(), ((Number) count).longValue()));
        Bins bins = bins(place);
        List<Long> counts = IntStream.range(0, bins.count())
                .mapToObj(bin -> counted.getOrDefault(bin, 0L))
                .toList();
        Histogram histogram = bins.histogram(counts, row.getLong(first + 1), row.getLong(first + 2), scale);
        List<Quantile> quantiles = IntStream.range(0, SHARES.size())
                .mapToObj(i ->
                        new Quantile(SHARES.get(i), finite(spread.quantiles().get(i) * scale)))
                .toList();
        profiles.put(
                place,
                new NumberProfile(
                        range.min,
                        range.max,
                        finite(spread.mean * scale),
                        finite(spread.std * scale),
                        quantiles,
                        histogram,
                        range.zeros,
                        range.negatives));
    }

    private Bins bins(int place) {
        Range range = range(place);
        List<Double> quantiles = spread(place).quantiles();
        return Bins.over(
                range.min / range.scale(),
                range.max / range.scale(),
                quantiles.get(0),
                quantiles.get(quantiles.size() - 1),
                rows.schema().columns().get(place).type() == ColumnType.INTEGER);
    }

    private String scaled(int place) {
        double scale = range(place).scale();
        return scale == 1 ? "c" + place : "(c%d / %s)".formatted(place, literal(scale));
    }

    private Range range(int place) {
        return Objects.requireNonNull(ranges.get(place));
    }

    private Spread spread(int place) {
        return Objects.requireNonNull(spreads.get(place));
    }

    private static String literal(double number) {
        return "CAST('%s' AS DOUBLE)".formatted(number);
    }

    private static double finite(double number) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number));
    }
}
