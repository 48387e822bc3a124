package io.thresher.data.profile;

import io.thresher.data.ColumnType;
import io.thresher.data.profile.SampledColumn.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares columns of a sample of the rows. */
final class ColumnPairs {
    /** Of more columns than that, so many are compared with each other. */
    static final int MOST_COLUMNS = 150;

    /** Pairs that are kept. */
    static final int MOST_PAIRS = 2_000;

    private static final Comparator<CorrelatedPair> STRONGEST_FIRST =
            Comparator.comparingDouble((CorrelatedPair pair) -> -pair.strength());

    private final StoredRows rows;
    private final RowSample sample;

    ColumnPairs(StoredRows rows) {
        this.rows = rows;
        this.sample = RowSample.of(rows);
    }

    /** Every column with every other. */
    Correlations all() {
        List<Integer> places = spread(comparable());
        List<SampledColumn> columns = sample.columns(places);
        List<Integer> telling = IntStream.range(0, places.size())
                .filter(i -> !columns.get(i).isBare())
                .boxed()
                .toList();
        List<CorrelatedPair> pairs = telling.parallelStream()
                .flatMap(i -> telling.stream()
                        .filter(j -> j > i)
                        .flatMap(j -> pair(places.get(i), columns.get(i), places.get(j), columns.get(j)).stream()))
                .sorted(STRONGEST_FIRST)
                .limit(MOST_PAIRS)
                .toList();
        List<String> names = telling.stream().map(i -> nameOf(places.get(i))).toList();
        return new Correlations(sample.rows(), names, pairs);
    }

    /** One column with every other, strongest first; none if it cannot be compared. */
    List<CorrelatedPair> of(int place) {
        List<Integer> others = new ArrayList<>(comparable());
        if (!others.remove((Integer) place)) {
            return List.of();
        }
        SampledColumn column = sample.columns(List.of(place)).get(0);
        List<CorrelatedPair> pairs = new ArrayList<>();
        for (int from = 0; from < others.size() && !column.isBare(); from += MOST_COLUMNS) {
            List<Integer> chunk = others.subList(from, Math.min(others.size(), from + MOST_COLUMNS));
            List<SampledColumn> columns = sample.columns(chunk);
            IntStream.range(0, chunk.size())
                    .filter(i -> !columns.get(i).isBare())
                    .mapToObj(i -> pair(place, column, chunk.get(i), columns.get(i)))
                    .flatMap(Optional::stream)
                    .forEach(pairs::add);
        }
        pairs.sort(STRONGEST_FIRST);
        return List.copyOf(pairs);
    }

    private List<Integer> comparable() {
        return rows.places(place -> {
            ColumnType type = rows.schema().columns().get(place).type();
            return type.isFeature() && type != ColumnType.DATE_TIME && type != ColumnType.TEXT;
        });
    }

    private static List<Integer> spread(List<Integer> places) {
        int most = Math.min(MOST_COLUMNS, places.size());
        return IntStream.range(0, most)
                .mapToObj(i -> places.get((int) ((long) i * places.size() / most)))
                .toList();
    }

    private Optional<CorrelatedPair> pair(int place, SampledColumn column, int otherPlace, SampledColumn other) {
        Optional<Strength> strength = column.with(other);
        return strength.map(found -> new CorrelatedPair(
                nameOf(Math.min(place, otherPlace)),
                nameOf(Math.max(place, otherPlace)),
                found.association(),
                found.value(),
                found.rows()));
    }

    private String nameOf(int place) {
        return rows.schema().columns().get(place).name();
    }
}
