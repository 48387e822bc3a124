package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a configuration, with their defaults.
 *
 * @param rounds most trees for each output
 * @param patience rounds without a lower validation loss before training ends
 * @param ofBooster what is handed to XGBoost, by its own names
 */
record BoostingParameters(int rounds, int patience, Map<String, Object> ofBooster) {
    static final Set<String> NAMES = Set.of(
            "rounds",
            "patience",
            "learningRate",
            "maxDepth",
            "minChildWeight",
            "subsample",
            "columnSample",
            "l2",
            "l1",
            "gamma",
            "maxBin",
            "growPolicy",
            "maxLeaves");

    private static final int DEFAULT_ROUNDS = 1000;
    private static final int DEFAULT_PATIENCE = 30;
    private static final double DEFAULT_LEARNING_RATE = 0.1;
    /** Smaller steps need more of them to show the same progress; past this many rounds waiting costs more than it finds. */
    private static final int LONGEST_PATIENCE = 300;

    static BoostingParameters of(Configuration configuration, Target target, Seed seed) {
        double learningRate = configuration.real("learningRate", DEFAULT_LEARNING_RATE);
        double stretch = Math.max(1, DEFAULT_LEARNING_RATE / learningRate);
        int patience = configuration.integer("patience", DEFAULT_PATIENCE);
        return new BoostingParameters(
                configuration.integer("rounds", DEFAULT_ROUNDS),
                (int) Math.max(patience, Math.min(LONGEST_PATIENCE, Math.round(patience * stretch))),
                ofBooster(configuration, learningRate, target, seed));
    }

    private static Map<String, Object> ofBooster(
            Configuration configuration, double learningRate, Target target, Seed seed) {
        Objective objective = Objective.of(target.task());
        Map<String, Object> values = new HashMap<>(objective.parameters(target));
        values.put("objective", objective.nativeName());
        values.put("eval_metric", objective.metric());
        values.put("tree_method", "hist");
        values.put("nthread", 1);
        values.put("verbosity", 0);
        values.put("seed", seed.toInt());
        values.put("learning_rate", learningRate);
        values.put("max_depth", configuration.integer("maxDepth", 6));
        values.put("min_child_weight", configuration.real("minChildWeight", 1));
        values.put("subsample", configuration.real("subsample", 1));
        values.put("colsample_bytree", configuration.real("columnSample", 1));
        values.put("reg_lambda", configuration.real("l2", 1));
        values.put("reg_alpha", configuration.real("l1", 0));
        values.put("gamma", configuration.real("gamma", 0));
        values.put("max_bin", configuration.integer("maxBin", 256));
        values.put("grow_policy", configuration.choice("growPolicy", "depthwise"));
        values.put("max_leaves", configuration.integer("maxLeaves", 0));
        return values;
    }
}
