package io.thresher.model.xgboost;

import io.thresher.model.Device;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import io.thresher.space.Trait;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The parameters of a configuration, with their defaults.
 *
 * @param booster what is added up
 * @param rounds most rounds
 * @param patience rounds without a lower validation loss before training ends
 * @param ofBooster what is handed to XGBoost, by its own names
 */
record BoostingParameters(BoosterKind booster, int rounds, int patience, Map<String, Object> ofBooster) {
    /** XGBoost's name for where it trains. */
    static final String DEVICE = "device";

    /** XGBoost's name for how much a round counts. */
    static final String RATE = "learning_rate";

    /** Trees that are any deeper have more nodes than there are rows. */
    private static final int MOST_DEPTH = 64;

    static final Map<String, Domain> DOMAINS = Map.ofEntries(
            Map.entry("booster", Domain.words("gbtree", "dart", "forest", "gblinear")),
            Map.entry("rounds", Domain.whole(1, 100_000)),
            Map.entry("patience", Domain.whole(1, 100_000)),
            Map.entry("learningRate", Domain.real(1e-6, 1)),
            Map.entry("maxDepth", Domain.whole(1, MOST_DEPTH)),
            Map.entry("minChildWeight", Domain.real(0, 1e9)),
            Map.entry("maxDeltaStep", Domain.real(0, 1e9)),
            Map.entry("subsample", Domain.real(0.01, 1)),
            Map.entry("columnSample", Domain.real(0.01, 1)),
            Map.entry("columnSampleLevel", Domain.real(0.01, 1)),
            Map.entry("columnSampleNode", Domain.real(0.01, 1)),
            Map.entry("l2", Domain.real(0, 1e9)),
            Map.entry("l1", Domain.real(0, 1e9)),
            Map.entry("gamma", Domain.real(0, 1e9)),
            Map.entry("maxBin", Domain.whole(2, 65_535)),
            Map.entry("growPolicy", Domain.words("depthwise", "lossguide")),
            Map.entry("maxLeaves", Domain.whole(0, 1_000_000)),
            Map.entry("dropRate", Domain.real(0, 1)),
            Map.entry("skipDrop", Domain.real(0, 1)),
            Map.entry("dropSampling", Domain.words("uniform", "weighted")),
            Map.entry("dropNormalisation", Domain.words("tree", "forest")),
            Map.entry("trees", Domain.whole(1, 10_000)),
            Map.entry("forestDepth", Domain.whole(1, MOST_DEPTH)),
            Map.entry("classWeights", Domain.words("none", "balanced").onlyWith(Trait.CLASSES)),
            Map.entry(
                    "regressionLoss",
                    Domain.words(
                                    "squaredError",
                                    "pseudoHuber",
                                    "absoluteError",
                                    "logSquaredError",
                                    "poisson",
                                    "tweedie",
                                    "gamma")
                            .onlyWith(Trait.AMOUNTS)),
            Map.entry("tweediePower", Domain.real(1.001, 1.999).onlyWith(Trait.AMOUNTS)));

    private static final int DEFAULT_ROUNDS = 1000;
    /** Each round of dropped trees looks at all rounds before it, so that time grows with the square of their number. */
    private static final int DEFAULT_DART_ROUNDS = 300;

    private static final int DEFAULT_PATIENCE = 30;
    private static final double DEFAULT_LEARNING_RATE = 0.1;
    /** A weight has no depth in which to overshoot. */
    private static final double DEFAULT_LINEAR_RATE = 0.5;
    /** Smaller steps need more of them to show the same progress; past this many rounds waiting costs more than it finds. */
    private static final int LONGEST_PATIENCE = 300;

    /** Rates of all rounds, added up, by which boosting has mostly come to its end. */
    private static final double SUM_OF_RATES = 20;

    private static final Map<String, Object> OF_LINEAR =
            Map.of("booster", "gblinear", "updater", "coord_descent", "feature_selector", "cyclic");

    /**
     * @param rows number of training rows
     */
    static BoostingParameters of(Configuration configuration, BoosterKind booster, int rows, Seed seed, Device device) {
        double rate = rate(configuration, booster);
        double stretch = Math.max(1, DEFAULT_LEARNING_RATE / rate);
        int patience = configuration.integer("patience", DEFAULT_PATIENCE);
        Map<String, Object> values = new HashMap<>();
        values.put("nthread", 1);
        values.put("verbosity", 0);
        values.put("seed", seed.toInt());
        values.put(RATE, rate);
        values.put("reg_lambda", configuration.real("l2", 1) / penalisedRows(booster, rows));
        values.put("reg_alpha", configuration.real("l1", 0) / penalisedRows(booster, rows));
        values.putAll(booster.growsTrees() ? ofTrees(configuration, booster) : OF_LINEAR);
        if (device != Device.CPU) {
            values.put(DEVICE, device.word());
        }
        return new BoostingParameters(
                booster,
                rounds(configuration, booster),
                (int) Math.max(patience, Math.min(LONGEST_PATIENCE, Math.round(patience * stretch))),
                values);
    }

    /** Rounds in which boosting trees has mostly come to its end; none for other boosters. */
    static OptionalInt plannedRounds(Configuration configuration) {
        if (BoosterKind.of(configuration) != BoosterKind.GBTREE) {
            return OptionalInt.empty();
        }
        double rounds = SUM_OF_RATES / rate(configuration, BoosterKind.GBTREE);
        return OptionalInt.of((int) Math.max(1, Math.min(rounds(configuration, BoosterKind.GBTREE), rounds)));
    }

    /** How much a round counts. */
    double rate() {
        return ofBooster.get(RATE) instanceof Double rate ? rate : 1;
    }

    boolean isOnGpu() {
        return ofBooster.containsKey(DEVICE);
    }

    /** Most bins of a feature. */
    int maxBin() {
        return ofBooster.get("max_bin") instanceof Integer most ? most : 0;
    }

    /** XGBoost takes penalties of weights a row, and those of leaves in all: the same number should mean the same. */
    private static double penalisedRows(BoosterKind booster, int rows) {
        return booster.growsTrees() ? 1 : Math.max(1, rows);
    }

    private static int rounds(Configuration configuration, BoosterKind booster) {
        return switch (booster) {
            case FOREST -> 1;
            case DART -> configuration.integer("rounds", DEFAULT_DART_ROUNDS);
            case GBTREE, LINEAR -> configuration.integer("rounds", DEFAULT_ROUNDS);
        };
    }

    private static double rate(Configuration configuration, BoosterKind booster) {
        return switch (booster) {
            case FOREST -> 1;
            case LINEAR -> configuration.real("learningRate", DEFAULT_LINEAR_RATE);
            case GBTREE, DART -> configuration.real("learningRate", DEFAULT_LEARNING_RATE);
        };
    }

    private static Map<String, Object> ofTrees(Configuration configuration, BoosterKind booster) {
        boolean forest = booster == BoosterKind.FOREST;
        Map<String, Object> values = new HashMap<>();
        values.put("booster", "gbtree");
        values.put("tree_method", "hist");
        values.put(
                "max_depth", forest ? configuration.integer("forestDepth", 16) : configuration.integer("maxDepth", 6));
        values.put("min_child_weight", configuration.real("minChildWeight", 1));
        values.put("subsample", configuration.real("subsample", forest ? 0.63 : 1));
        values.put("colsample_bytree", configuration.real("columnSample", 1));
        values.put("colsample_bylevel", configuration.real("columnSampleLevel", 1));
        values.put("colsample_bynode", configuration.real("columnSampleNode", forest ? 0.5 : 1));
        values.put("gamma", configuration.real("gamma", 0));
        values.put("max_bin", configuration.integer("maxBin", 256));
        values.put("grow_policy", configuration.choice("growPolicy", "depthwise"));
        values.put("max_leaves", configuration.integer("maxLeaves", 0));
        // Left out, the losses that want a limit have their own.
        double step = configuration.real("maxDeltaStep", 0);
        if (step > 0) {
            values.put("max_delta_step", step);
        }
        if (forest) {
            values.put("num_parallel_tree", configuration.integer("trees", 200));
        }
        if (booster == BoosterKind.DART) {
            values.put("rate_drop", configuration.real("dropRate", 0.1));
            values.put("skip_drop", configuration.real("skipDrop", 0.5));
            values.put("sample_type", configuration.choice("dropSampling", "uniform"));
            values.put("normalize_type", configuration.choice("dropNormalisation", "tree"));
        }
        return values;
    }
}
