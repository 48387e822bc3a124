package io.thresher.model.xgboost;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.model.tree.Comparison;
import io.thresher.model.tree.Tree;
import io.thresher.model.tree.TreeBuilder;
import io.thresher.model.tree.TreeEnsemble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of XGBoost's JSON model that make up its trees; fields as in XGBoost's model schema
 * (xgboost.readthedocs.io, "Introduction to Model IO"). Numbers there are the shortest decimals that name a float32,
 * so reading them back is exact.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BoosterJson(@JsonProperty("learner") Learner learner) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_CHILD = -1;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Learner(
            @JsonProperty("gradient_booster") GradientBooster booster,
            @JsonProperty("learner_model_param") LearnerParameters parameters) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LearnerParameters(@JsonProperty("base_score") String baseScore) {

        /** One number, or one for each class, between brackets. */
        float[] baseScores() {
            String[] numbers = baseScore.replaceAll("[\\[\\]\\s]", "").split(",", -1);
            float[] scores = new float[numbers.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = Float.parseFloat(numbers[i]);
            }
            return scores;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record GradientBooster(@JsonProperty("model") TreeModel model) {}

    /** {@code outputOfTree} says which output a tree adds to, {@code roundStarts} with which tree each round starts. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @SuppressWarnings("ArrayRecordComponent") // read once from JSON, never compared
    record TreeModel(
            @JsonProperty("tree_info") int[] outputOfTree,
            @JsonProperty("iteration_indptr") int[] roundStarts,
            @JsonProperty("trees") List<TreeArrays> trees) {}

    /** A tree; a leaf has no children and its value in place of a threshold. Values below a threshold go left. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @SuppressWarnings("ArrayRecordComponent") // read once from JSON, never compared
    record TreeArrays(
            @JsonProperty("left_children") int[] left,
            @JsonProperty("right_children") int[] right,
            @JsonProperty("split_indices") int[] feature,
            @JsonProperty("split_conditions") float[] condition,
            @JsonProperty("default_left") int[] defaultLeft) {

        Tree tree(int output) {
            TreeBuilder builder = new TreeBuilder(output, 1);
            for (int node = 0; node < left.length; node++) {
                if (left[node] == NO_CHILD) {
                    builder.leaf(condition[node]);
                } else {
                    builder.split(feature[node], condition[node], defaultLeft[node] != 0);
                    builder.connect(node, left[node], right[node]);
                }
            }
            return builder.build();
        }
    }

    static BoosterJson parse(byte[] json) {
        try {
            return JSON.readValue(json, BoosterJson.class);
        } catch (IOException e) {
            throw new UncheckedIOException("XGBoost wrote a model that cannot be read", e);
        }
    }

    /** The trees of the first {@code rounds} rounds, adding up to the margins of {@code objective}. */
    TreeEnsemble ensemble(int rounds, Objective objective) {
        TreeModel model = learner.booster().model();
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < model.roundStarts()[rounds]; i++) {
            trees.add(model.trees().get(i).tree(model.outputOfTree()[i]));
        }
        int outputs = 1 + Arrays.stream(model.outputOfTree()).max().orElse(0);
        float[] constants = new float[outputs];
        float[] scores = learner.parameters().baseScores();
        for (int output = 0; output < outputs; output++) {
            constants[output] = objective.margin(scores[Math.min(output, scores.length - 1)]);
        }
        return new TreeEnsemble(Comparison.LESS, constants, trees);
    }
}
