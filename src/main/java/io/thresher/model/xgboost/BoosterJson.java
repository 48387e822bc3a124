package io.thresher.model.xgboost;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.thresher.model.tree.Comparison;
import io.thresher.model.tree.Tree;
import io.thresher.model.tree.TreeBuilder;
import io.thresher.model.tree.TreeEnsemble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parts of XGBoost's JSON model that make up its trees; fields as in XGBoost's model schema
 * (xgboost.readthedocs.io, "Introduction to Model IO"). Numbers there are the shortest decimals that name a float32,
 * so reading them back is exact.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BoosterJson(@JsonProperty("learner") Learner learner) {
    /** A split that parts missing values from all others is at an infinity, which is no number to JSON. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final int NO_CHILD = -1;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Learner(
            @JsonProperty("gradient_booster") GradientBooster booster,
            @JsonProperty("learner_model_param") LearnerParameters parameters) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LearnerParameters(
            @JsonProperty("base_score") String baseScore,
            @JsonProperty("num_class") int classes) {

        /** Sums for each row: one a class where there are more than two, otherwise one. */
        int outputs() {
            return Math.max(1, classes);
        }

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
    record GradientBooster(@JsonProperty("model") Model model) {}

    /**
     * Trees or weights. {@code outputOfTree} says which output a tree adds to, {@code roundStarts} with which tree each
     * round starts, {@code dropWeights} what dropout has left of each tree, where there is dropout. {@code weights} are
     * features × outputs, then a constant for each output.
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @SuppressWarnings("ArrayRecordComponent") // read once from JSON, never compared
    record Model(
            @JsonProperty("tree_info") int @Nullable [] outputOfTree,
            @JsonProperty("iteration_indptr") int @Nullable [] roundStarts,
            @JsonProperty("trees") @Nullable List<TreeArrays> trees,
            @JsonProperty("weight_drop") float @Nullable [] dropWeights,
            @JsonProperty("weights") float @Nullable [] weights) {

        float weight(int tree) {
            return dropWeights == null || dropWeights.length == 0 ? 1 : dropWeights[tree];
        }
    }

    /**
     * A tree; a leaf has no children and its value in place of a threshold. Values below a threshold go left. Of a split of
     * levels, {@code setNodes} names the node, and those of its set, from {@code setStarts} on in {@code levels}, go right.
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @SuppressWarnings("ArrayRecordComponent") // read once from JSON, never compared
    record TreeArrays(
            @JsonProperty("left_children") int[] left,
            @JsonProperty("right_children") int[] right,
            @JsonProperty("split_indices") int[] feature,
            @JsonProperty("split_conditions") float[] condition,
            @JsonProperty("default_left") int[] defaultLeft,
            @JsonProperty("categories_nodes") int[] setNodes,
            @JsonProperty("categories_segments") int[] setStarts,
            @JsonProperty("categories_sizes") int[] setSizes,
            @JsonProperty("categories") int[] levels) {

        Tree tree(int output, float weight) {
            TreeBuilder builder = new TreeBuilder(output, 1);
            int[] setOfNode = setOfNode();
            for (int node = 0; node < left.length; node++) {
                if (left[node] == NO_CHILD) {
                    builder.leaf(condition[node] * weight);
                } else if (setOfNode[node] == NO_CHILD) {
                    builder.split(feature[node], condition[node], defaultLeft[node] != 0);
                    builder.connect(node, left[node], right[node]);
                } else {
                    builder.splitByLevel(feature[node], levels[setStarts[setOfNode[node]]], defaultLeft[node] == 0);
                }
            }
            for (int set = 0; set < setNodes.length; set++) {
                connectSet(builder, set);
            }
            return builder.build();
        }

        /** A set is asked for level by level: the first that is met leads right, the last that is not, left. */
        private void connectSet(TreeBuilder builder, int set) {
            int node = setNodes[set];
            int asked = node;
            for (int i = 1; i < setSizes[set]; i++) {
                int next = builder.splitByLevel(feature[node], levels[setStarts[set] + i], false);
                builder.connect(asked, right[node], next);
                asked = next;
            }
            builder.connect(asked, right[node], left[node]);
        }

        private int[] setOfNode() {
            int[] sets = new int[left.length];
            Arrays.fill(sets, NO_CHILD);
            for (int set = 0; set < setNodes.length; set++) {
                sets[setNodes[set]] = set;
            }
            return sets;
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
        Model model = learner.booster().model();
        int[] outputOfTree = Objects.requireNonNull(model.outputOfTree());
        List<TreeArrays> arrays = Objects.requireNonNull(model.trees());
        int count = Objects.requireNonNull(model.roundStarts())[rounds];
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trees.add(arrays.get(i).tree(outputOfTree[i], model.weight(i)));
        }
        int outputs = 1 + Arrays.stream(outputOfTree).max().orElse(0);
        return new TreeEnsemble(Comparison.LESS, constants(outputs, objective), trees);
    }

    /** The weights of a linear model, adding up to the margins of {@code objective}. */
    LinearWeights weights(Objective objective) {
        float[] all = Objects.requireNonNull(learner.booster().model().weights());
        int outputs = learner.parameters().outputs();
        float[] constants = constants(outputs, objective);
        for (int output = 0; output < outputs; output++) {
            constants[output] += all[all.length - outputs + output];
        }
        return new LinearWeights(Arrays.copyOf(all, all.length - outputs), constants);
    }

    private float[] constants(int outputs, Objective objective) {
        float[] scores = learner.parameters().baseScores();
        float[] constants = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            constants[output] = objective.margin(scores[Math.min(output, scores.length - 1)]);
        }
        return constants;
    }
}
