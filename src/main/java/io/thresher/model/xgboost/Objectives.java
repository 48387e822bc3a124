package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.model.Constraints;
import io.thresher.model.TargetScale;
import io.thresher.model.TrainingFailure;
import io.thresher.space.Configuration;
import java.util.Map;

/**
 * The objective for a task that a configuration asks for. Parameters that speak of another task are passed over:
 *
 * <ul>
 *   <li>{@code classWeights}: none (default) or balanced, for classes.
 *   <li>{@code regressionLoss}: squaredError (default), pseudoHuber, absoluteError, and for numbers that are not negative
 *       logSquaredError, poisson, tweedie and, if none is 0, gamma.
 *   <li>{@code tweediePower}: real above 1 and below 2, default 1.5; 1 is Poisson's variance, 2 that of gamma.
 * </ul>
 */
final class Objectives {
    private Objectives() {}

    /**
     * @throws TrainingFailure if the objective does not fit the target or the constraints
     */
    static Objective of(Configuration configuration, BoosterKind booster, Target target, Constraints constraints) {
        return switch (target.task()) {
            case BINARY ->
                booster == BoosterKind.FOREST
                        ? ShareObjective.of(target, weights(configuration, target))
                        : TwoClassObjective.of(target, weights(configuration, target));
            case MULTICLASS -> ofClasses(booster, target, weights(configuration, target));
            case REGRESSION -> ofNumbers(configuration, target, constraints);
        };
    }

    private static Objective ofClasses(BoosterKind booster, Target target, ClassWeights weights) {
        return switch (booster) {
            case FOREST -> ShareObjective.of(target, weights);
            case LINEAR -> SoftmaxObjective.fromEqualShares(target, weights);
            case GBTREE, DART -> SoftmaxObjective.of(target, weights);
        };
    }

    private static ClassWeights weights(Configuration configuration, Target target) {
        return configuration.choice("classWeights", "none").equals("balanced")
                ? ClassWeights.balanced(target)
                : ClassWeights.equal(target);
    }

    private static Objective ofNumbers(Configuration configuration, Target target, Constraints constraints) {
        String loss = configuration.choice("regressionLoss", "squaredError");
        return switch (loss) {
            case "squaredError" -> new NumberObjective("reg:squarederror", TargetScale.of(target));
            case "pseudoHuber" -> new NumberObjective("reg:pseudohubererror", TargetScale.of(target));
            case "absoluteError" -> {
                // XGBoost puts medians into the leaves afterwards, wherever the constraints would have them.
                if (!constraints.monotone().isEmpty()) {
                    throw infeasible("%s does not keep to directions".formatted(loss));
                }
                yield new NumberObjective("reg:absoluteerror", TargetScale.of(target));
            }
            case "logSquaredError" -> {
                requireAbove(target, loss, true);
                yield LogObjective.of(target);
            }
            case "poisson" -> mean("count:poisson", target, loss, Map.of());
            case "tweedie" ->
                mean(
                        "reg:tweedie",
                        target,
                        loss,
                        Map.of("tweedie_variance_power", configuration.real("tweediePower", 1.5)));
            case "gamma" -> {
                requireAbove(target, loss, false);
                yield mean("reg:gamma", target, loss, Map.of());
            }
            default -> throw infeasible("there is no loss '%s'".formatted(loss));
        };
    }

    private static Objective mean(String nativeName, Target target, String loss, Map<String, Object> more) {
        requireAbove(target, loss, true);
        double sum = 0;
        for (int row = 0; row < target.rows(); row++) {
            sum += target.value(row);
        }
        float mean = (float) (sum / target.rows());
        if (!(mean > 0)) {
            throw infeasible("%s needs a number above 0, and all are 0".formatted(loss));
        }
        return new MeanObjective(nativeName, mean, more);
    }

    private static void requireAbove(Target target, String loss, boolean zeroToo) {
        for (int row = 0; row < target.rows(); row++) {
            double value = target.value(row);
            if (value < 0 || (value == 0 && !zeroToo)) {
                throw infeasible(
                        "%s needs numbers %s, got %s".formatted(loss, zeroToo ? "of at least 0" : "above 0", value));
            }
        }
    }

    private static TrainingFailure infeasible(String message) {
        return new TrainingFailure(TrainingFailure.Cause.INFEASIBLE, "parameter 'regressionLoss': " + message);
    }
}
