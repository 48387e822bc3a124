package io.thresher.worker.process;

import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Configurations drawn from the search spaces that Thresher ships, and from all that preparation knows. */
final class DrawnConfigurations {
    private static final Path FOLDER = Path.of("search-spaces");

    /** Every parameter of preparation to a way to draw it; one in three is set beside what the search space says. */
    private static final Map<String, Function<SplittableRandom, Object>> PREPARATION = Map.ofEntries(
            Map.entry("encoding", words("oneHot", "ordinal", "target", "frequency")),
            Map.entry("manyLevels", words("oneHot", "ordinal", "target", "frequency")),
            Map.entry("fewLevels", random -> (long) random.nextInt(40)),
            Map.entry("maxLevels", random -> 1L + random.nextInt(60)),
            Map.entry("minLevelCount", random -> 1L + random.nextInt(6)),
            Map.entry("imputation", words("median", "mean")),
            Map.entry("scaling", words("standard", "robust", "quantile", "none")),
            Map.entry("transform", words("none", "log", "yeoJohnson")),
            Map.entry("clip", random -> 4 * random.nextDouble()),
            Map.entry("textTerms", random -> (long) random.nextInt(60)),
            Map.entry("textGrams", words("words", "wordPairs", "characters")),
            Map.entry("textTopics", random -> (long) Math.max(0, random.nextInt(-8, 12))),
            Map.entry("textWeights", words("presence", "counts", "tfIdf", "naiveBayes")),
            Map.entry("targetTransform", words("none", "log")),
            Map.entry("trainingRows", random -> 100L + random.nextInt(60)));

    private final List<SearchSpace> spaces;

    private DrawnConfigurations(List<SearchSpace> spaces) {
        this.spaces = spaces;
    }

    /** From the spaces in the folder {@code search-spaces}. */
    static DrawnConfigurations shipped() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return new DrawnConfigurations(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(DrawnConfigurations::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parameters of preparation that a draw may set. */
    static Set<String> preparation() {
        return PREPARATION.keySet();
    }

    /** A configuration of {@code family}; its defaults where no space searches it. */
    Configuration draw(ModelFamily family, SplittableRandom random) {
        List<FamilySpace> searched = spaces.stream()
                .flatMap(space -> space.family(family.name()).stream())
                .toList();
        Map<String, Object> values = new HashMap<>();
        if (!searched.isEmpty()) {
            FamilySpace space = searched.get(random.nextInt(searched.size()));
            values.putAll((random.nextInt(5) == 0 ? space.defaults() : space.sample(random)).values());
        }
        // Ordered, so that the same seed draws the same.
        new TreeMap<>(PREPARATION).forEach((name, draw) -> {
            if (random.nextInt(3) == 0) {
                values.put(name, draw.apply(random));
            }
        });
        return new Configuration(family.name(), values);
    }

    private static Function<SplittableRandom, Object> words(String... choices) {
        return random -> choices[random.nextInt(choices.length)];
    }

    private static SearchSpace read(Path file) {
        try {
            return SearchSpaceYaml.parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
