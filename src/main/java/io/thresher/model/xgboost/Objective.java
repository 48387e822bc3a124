package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.model.graph.TwoClasses;
import java.util.Map;

/** What the booster minimises, and the way from its raw sums (margins) to predictions. */
enum Objective {
    BINARY("binary:logistic", "logloss") {
        @Override
        float margin(float baseScore) {
            return (float) Math.log(baseScore / (1.0 - baseScore));
        }

        @Override
        Map<String, Object> parameters(Target target) {
            double positives = 0;
            for (int row = 0; row < target.rows(); row++) {
                positives += target.value(row);
            }
            double share = positives / target.rows();
            return Map.of("base_score", Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, share)));
        }

        @Override
        float[] predictions(float[] second) {
            return TwoClasses.columns(second);
        }

        @Override
        Tensor draw(GraphBuilder graph, Tensor margins) {
            return TwoClasses.draw(graph, graph.apply("Sigmoid", margins));
        }
    },
    MULTICLASS("multi:softprob", "mlogloss") {
        @Override
        Map<String, Object> parameters(Target target) {
            return Map.of("num_class", target.classes().size());
        }

        @Override
        Tensor draw(GraphBuilder graph, Tensor margins) {
            return graph.apply("Softmax", Attributes.none().with("axis", 1), margins);
        }
    },
    REGRESSION("reg:squarederror", "rmse") {
        @Override
        Map<String, Object> parameters(Target target) {
            return Map.of("base_score", 0);
        }

        @Override
        Tensor draw(GraphBuilder graph, Tensor margins) {
            return margins;
        }
    };

    /** Keeps the log-odds of the share of a class finite where training rows have only one class. */
    private static final double SMALLEST_SHARE = 1e-6;

    private final String nativeName;
    private final String metric;

    Objective(String nativeName, String metric) {
        this.nativeName = nativeName;
        this.metric = metric;
    }

    static Objective of(Task task) {
        return switch (task) {
            case BINARY -> BINARY;
            case MULTICLASS -> MULTICLASS;
            case REGRESSION -> REGRESSION;
        };
    }

    /** XGBoost's name of the objective. */
    String nativeName() {
        return nativeName;
    }

    /** XGBoost's name of the loss. */
    String metric() {
        return metric;
    }

    /** Parameters of the booster that depend on the target. */
    abstract Map<String, Object> parameters(Target target);

    /** The raw sum that a stored base score stands for: XGBoost stores a probability where it learns log-odds. */
    float margin(float baseScore) {
        return baseScore;
    }

    /** Predictions, row-major, from what XGBoost gives for them. */
    float[] predictions(float[] given) {
        return given;
    }

    /** Draws the way from raw sums, N × outputs of the booster, to predictions. */
    abstract Tensor draw(GraphBuilder graph, Tensor margins);
}
