package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.WordKind;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FeatureMatrix;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Preparation;
import io.thresher.pipeline.PreparationRecipe;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of points in time: what the calendar says, and the same in the graph. */
class DateParityTest {
    private static final List<String> ODD = List.of(
            "", "?", "2013", "13/13/13", "2020-00-10", "2020-1-1 ", "ünknown", "\u0000", "99999999", "2020-12-31T");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd",
                "yyyy-M-d",
                "d.M.yyyy",
                "MM/dd/yy",
                "d MMM yyyy",
                "MMMM d, yyyy",
                "dMMMyyyy",
                "d. MMMM yyyy",
                "yyyyMMdd",
                "yyyyMMdd HHmmss",
                "yyyy-MM-dd HH:mm",
                "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "yyyy-MM-dd H:mmX",
                "yyyy-MM-dd HHmm",
                "M/d/yyyy h:mm a",
                "M/d/yyyy h:mm:ssa",
                "yyyy-MM",
                "MMM yyyy",
                "HH:mm",
                "h:mm a",
                "yyyy-MM-dd'T'HH.mm.ss",
                "H:mm:ss.SSSSSS"
            })
    void every_way_to_write_a_date_is_read_alike(String format) throws IOException {
        SplittableRandom random = new SplittableRandom(format.hashCode());
        Table training = table(format, dates(random, format, 60), true);
        Table others = table(format, dates(random, format, 200), true);
        for (FeatureDemand demand : List.of(
                new FeatureDemand(true, false), new FeatureDemand(false, false), new FeatureDemand(false, true))) {
            Preparation preparation = fit(training, demand);
            FittedPipeline pipeline = new FittedPipeline(RepairRecipe.NONE, preparation, new EchoModel());
            float[] expected = pipeline.predict(others).values();

            assertThat(drawn(pipeline, others)).containsExactly(expected);
            assertThat(expected).hasSizeGreaterThan(200);
        }
    }

    @Test
    void parts_are_those_of_the_calendar() {
        SplittableRandom random = new SplittableRandom(1);
        List<LocalDateTime> times =
                IntStream.range(0, 500).mapToObj(i -> time(random)).toList();
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);
        List<String> words = times.stream().map(format::format).toList();
        FeatureMatrix features = fit(table("yyyy-MM-dd HH:mm", words, false), new FeatureDemand(true, false))
                .apply(table("yyyy-MM-dd HH:mm", words, false));
        LocalDateTime first = times.stream().sorted().findFirst().orElseThrow();

        assertThat(features.names())
                .containsExactly(
                        "when: year",
                        "when: month",
                        "when: day of the month",
                        "when: day of the week",
                        "when: minute of the day",
                        "when: days since the first");
        for (int row = 0; row < times.size(); row++) {
            LocalDateTime time = times.get(row);
            assertThat(features.row(row))
                    .containsExactly(
                            time.getYear(),
                            time.getMonthValue(),
                            time.getDayOfMonth(),
                            time.getDayOfWeek().getValue() - 1,
                            60 * time.getHour() + time.getMinute(),
                            (float) ChronoUnit.DAYS.between(first.toLocalDate(), time.toLocalDate()));
        }
    }

    @Test
    void parts_that_never_change_are_no_features() {
        List<String> words = List.of("2020-05-01", "2020-05-02", "2020-05-09");

        assertThat(fit(table("yyyy-MM-dd", words, false), new FeatureDemand(true, false))
                        .apply(table("yyyy-MM-dd", words, false))
                        .names())
                .containsExactly("when: day of the month", "when: day of the week", "when: days since the first");
    }

    @Test
    void december_is_as_near_to_january_as_january_to_february() {
        List<String> words = List.of("2020-12", "2020-01", "2020-02");
        FeatureMatrix features = fit(table("yyyy-MM", words, false), new FeatureDemand(false, true))
                .apply(table("yyyy-MM", words, false));

        assertThat(features.names()).startsWith("when: month, sine", "when: month, cosine");
        assertThat(distance(features, 0, 1)).isCloseTo(distance(features, 1, 2), within(1e-6));
    }

    private static double distance(FeatureMatrix features, int one, int other) {
        return Math.hypot(
                features.value(one, 0) - features.value(other, 0), features.value(one, 1) - features.value(other, 1));
    }

    private static Preparation fit(Table training, FeatureDemand demand) {
        return Preparation.fit(
                        training,
                        Target.ofNumbers(new double[training.rows()]),
                        PreparationRecipe.of(new Configuration("any", Map.of()), demand),
                        new Seed(1))
                .preparation();
    }

    private static Table table(String format, List<String> words, boolean odd) {
        List<String> all = new ArrayList<>(words);
        if (odd) {
            all.addAll(ODD);
        }
        return new Table(all.size(), List.of(CategoryColumn.of("when", all).withKind(new WordKind.Dates(format))));
    }

    private static List<String> dates(SplittableRandom random, String format, int count) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OffsetDateTime time = time(random).atOffset(ZoneOffset.ofHours(random.nextInt(3) - 1));
            String word = formatter.format(time);
            words.add(random.nextBoolean() ? word : word.toUpperCase(Locale.ENGLISH));
        }
        return words;
    }

    private static LocalDateTime time(SplittableRandom random) {
        return LocalDateTime.of(1980, 1, 1, 0, 0).plusMinutes(random.nextInt(80 * 365 * 24 * 60));
    }

    private static float[] drawn(FittedPipeline pipeline, Table rows) throws IOException {
        List<String> outputs = IntStream.range(0, pipeline.predict(rows).width())
                .mapToObj(i -> "f" + i)
                .toList();
        Path file = Files.createTempFile("dates", ".onnx");
        try {
            OnnxExport.write(List.of(pipeline), outputs, Map.of(), file);
            try (Scorer scorer = Scorer.load(file)) {
                return scorer.predict(rows).values();
            }
        } finally {
            Files.delete(file);
        }
    }
}
