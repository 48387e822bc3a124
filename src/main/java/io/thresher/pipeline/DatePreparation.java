package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Table;
import io.thresher.model.Feature;
import io.thresher.model.FeatureDemand;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Points in time as their parts, without those that are the same in all training rows. A family that wants scaled
 * features gets the sine and cosine of parts that come back, and one number that goes on. What does not follow the form
 * is missing.
 */
final class DatePreparation implements ColumnPreparation {
    private static final float NO_PART = -1;

    private final String column;
    private final DateForm form;
    private final List<DateFeature> parts;
    private final float missing;
    private final boolean flagsMissing;

    private DatePreparation(
            String column, DateForm form, List<DateFeature> parts, float missing, boolean flagsMissing) {
        this.column = column;
        this.form = form;
        this.parts = parts;
        this.missing = missing;
        this.flagsMissing = flagsMissing;
    }

    static DatePreparation fit(CategoryColumn dates, DateForm form, FeatureDemand demand) {
        WholeNumbers<Long> numbers = new WholeNumbers.Computed();
        List<Map<DateField, Long>> known = known(dates, form);
        List<DateFeature> features = new ArrayList<>();
        for (DatePart part : DatePart.values()) {
            if (part.isIn(form)) {
                List<Long> values =
                        known.stream().map(fields -> part.of(fields, numbers)).toList();
                if (values.stream().distinct().count() > 1) {
                    feature(part, values, demand.wantsScaling()).ifPresent(features::add);
                }
            }
        }
        float missing = demand.acceptsMissing() ? Float.NaN : demand.wantsScaling() ? 0 : NO_PART;
        boolean flags = !demand.acceptsMissing() && known.size() < dates.rows();
        return new DatePreparation(dates.name(), form, List.copyOf(features), missing, flags);
    }

    private static Optional<DateFeature> feature(DatePart part, List<Long> values, boolean scaled) {
        if (!scaled) {
            long start = part == DatePart.DAY ? first(values) : 0;
            return Optional.of(new DateFeature.Plain(part, start, new StandardScale(0, 1)));
        }
        if (part == DatePart.DAY) {
            long start = first(values);
            float[] days = new float[values.size()];
            for (int i = 0; i < days.length; i++) {
                days[i] = (float) (values.get(i) - start);
            }
            return Optional.of(new DateFeature.Plain(part, start, StandardScale.of(days)));
        }
        return part.period() == 0 ? Optional.empty() : Optional.of(new DateFeature.Cyclic(part));
    }

    private static long first(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).min().orElse(0);
    }

    @Override
    public List<Feature> features() {
        List<String> names = new ArrayList<>();
        parts.forEach(part -> part.names().forEach(name -> names.add(column + ": " + name)));
        if (flagsMissing) {
            names.add(column + " is missing");
        }
        return Feature.derived(column, names);
    }

    @Override
    public void write(Table rows, FeatureBlock features) {
        CategoryColumn dates = ColumnPreparation.words(rows, column);
        float[] none = values(Optional.empty());
        float[][] ofLevel = new float[dates.levels().size()][0];
        for (int row = 0; row < rows.rows(); row++) {
            int code = dates.code(row);
            if (code >= 0 && ofLevel[code].length == 0) {
                ofLevel[code] = values(form.read(dates.levels().get(code)));
            }
            float[] values = code < 0 ? none : ofLevel[code];
            for (int i = 0; i < values.length; i++) {
                features.set(row, i, values[i]);
            }
        }
    }

    private float[] values(Optional<Map<DateField, Long>> fields) {
        WholeNumbers<Long> numbers = new WholeNumbers.Computed();
        float[] values = new float[features().size()];
        int at = 0;
        for (DateFeature part : parts) {
            long value = fields.map(known -> part.part().of(known, numbers)).orElse(0L);
            for (int i = 0; i < part.names().size(); i++) {
                values[at++] = fields.isPresent() ? part.value(i, value) : missing;
            }
        }
        if (flagsMissing) {
            values[at] = fields.isPresent() ? 0 : 1;
        }
        return values;
    }

    /** The fields of every row that has some; a word that is there often is read once. */
    private static List<Map<DateField, Long>> known(CategoryColumn dates, DateForm form) {
        List<Optional<Map<DateField, Long>>> ofLevel =
                dates.levels().stream().map(form::read).toList();
        List<Map<DateField, Long>> known = new ArrayList<>();
        for (int row = 0; row < dates.rows(); row++) {
            if (dates.code(row) >= 0) {
                ofLevel.get(dates.code(row)).ifPresent(known::add);
            }
        }
        return known;
    }

    @Override
    public List<Tensor> draw(GraphBuilder graph) {
        Tensor lowered = TextTokens.drawLowered(graph, graph.stringInput(column));
        Tensor matches = form.drawMatches(graph, lowered);
        Map<DateField, Tensor> fields = form.draw(graph, lowered, matches);
        WholeNumbers<Tensor> numbers = new WholeNumbers.Drawn(graph);
        Tensor known = graph.apply("Unsqueeze", matches, graph.longs(new long[] {1}, 1));
        List<Tensor> drawn = new ArrayList<>();
        for (DateFeature part : parts) {
            Tensor values = part.draw(graph, part.part().of(fields, numbers));
            drawn.add(graph.apply("Where", known, values, NumberStep.scalar(graph, missing)));
        }
        if (flagsMissing) {
            drawn.add(graph.apply("Cast", Attributes.none().with("to", 1), graph.apply("Not", known)));
        }
        return drawn;
    }
}
