package io.thresher.data.issue;

import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.seed.Seed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A table under inspection: what several detectors need of it, computed once. */
final class Inspection {
    private static final int MOST_ROWS = 200_000;

    private final Subject subject;
    private final Clock clock;
    private final Seed seed;
    private final List<Values> features;
    private final Values target;
    private final Map<String, Dates> dates;
    private final Set<String> identifiers;
    private final List<Values> descriptive;
    private final boolean isClassification;
    private final Outcome outcome;

    private Inspection(Subject subject, Clock clock, Seed seed) {
        this.subject = subject;
        this.clock = clock;
        this.seed = seed;
        List<Values> all = subject.table().columns().stream()
                .map(column -> Values.of(column, typeOf(subject, column)))
                .toList();
        this.target = all.stream()
                .filter(values -> values.name().equals(subject.target()))
                .findFirst()
                .orElseThrow();
        this.features = all.stream()
                .filter(values -> !values.name().equals(subject.target()))
                .toList();
        this.dates = features.stream()
                .map(Dates::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Dates::column, Function.identity()));
        this.identifiers = features.stream()
                .filter(values -> !dates.containsKey(values.name()))
                .filter(column -> IdentifierShape.fits(column, subject.schema()))
                .map(Values::name)
                .collect(Collectors.toSet());
        this.descriptive = features.stream()
                .filter(column -> !isIdentifier(column) && dates(column).isEmpty())
                .filter(column -> column.distinct() > 1 || (column.distinct() == 1 && column.present() < rows()))
                .toList();
        this.isClassification = subject.task().isClassification() || !target.isNumeric();
        this.outcome = Outcome.of(target, isClassification, features, seed);
    }

    static Inspection of(Subject subject, Clock clock, Seed seed) {
        Table table = subject.table();
        if (table.rows() <= MOST_ROWS) {
            return new Inspection(subject, clock, seed);
        }
        Table fewer = table.take(RowSample.of(table.rows(), MOST_ROWS, seed.fork("rows")));
        return new Inspection(
                new Subject(fewer, subject.schema(), subject.target(), subject.task(), subject.test()), clock, seed);
    }

    private static ColumnType typeOf(Subject subject, Column column) {
        return subject.schema()
                .column(column.name())
                .map(ColumnSchema::type)
                .orElse(column instanceof NumberColumn ? ColumnType.NUMBER : ColumnType.CATEGORY);
    }

    Thresholds limits() {
        return Thresholds.DEFAULT;
    }

    Clock clock() {
        return clock;
    }

    Seed seed(String name) {
        return seed.fork(name);
    }

    int rows() {
        return subject.table().rows();
    }

    Optional<Table> test() {
        return subject.test();
    }

    /** All columns but the target, those no model learns from too. */
    List<Values> features() {
        return features;
    }

    /** The target, missing values included. */
    Values target() {
        return target;
    }

    /** Whether the target is a class; words are classes whatever the task. */
    boolean isClassification() {
        return isClassification;
    }

    /** The rows with a target, and what each column tells of it. */
    Outcome outcome() {
        return outcome;
    }

    /** Whether the column names the row. */
    boolean isIdentifier(Values column) {
        return identifiers.contains(column.name());
    }

    /** The points in time that a column holds, if it does. */
    Optional<Dates> dates(Values column) {
        return Optional.ofNullable(dates.get(column.name()));
    }

    /** The columns a model could learn something general from: no identifiers, dates or constants. */
    List<Values> descriptive() {
        return descriptive;
    }
}
