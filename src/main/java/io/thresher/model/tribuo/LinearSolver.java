package io.thresher.model.tribuo;

import de.bwaldvogel.liblinear.Model;
import io.thresher.data.Target;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.OneAgainstOthers;
import io.thresher.model.TargetScale;
import io.thresher.seed.Seed;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.liblinear.LibLinearRegressionTrainer;
import org.tribuo.regression.liblinear.LinearRegressionType;

/**
 * Trains with LibLinear through Tribuo; LibLinear has no regression with the sum of absolute weights, so that is an
 * {@link ElasticNet}.
 *
 * @param cost weight of the training loss against the penalty on weights (C in Fan and others: LIBLINEAR, a library for
 *     large linear classification, JMLR 9, 2008)
 * @param mix how much of the penalty is the sum of absolute weights, which makes many of them 0, from 0 to 1; the rest is half
 *     the sum of their squares. Classes are learned with the one or the other
 */
record LinearSolver(double cost, double mix) {
    /** LibLinear's defaults, each relative to the gradient before the first step. */
    private static final double CLASSES_TOLERANCE = 0.01;

    private static final double NUMBERS_TOLERANCE = 1e-4;
    private static final int MOST_ITERATIONS = 300;
    /** Errors up to this share of the target's deviation cost nothing: nearly none, so that the mean is estimated. */
    private static final double FREE_ERROR = 0.01;

    private static final String ONLY_OUTPUT = "y";

    /** A logistic regression for each class that occurs. */
    LinearClassifier classifier(FeatureMatrix features, Target target, Seed seed) {
        LibLinearModel<Label> trained = trainedOnClasses(features, target, seed);
        Model model = trained.getInnerModels().get(0);
        IntUnaryOperator columnOf = columns(trained.getFeatureIDMap());
        LinearWeights weights =
                new LinearWeights(features.columns(), target.classes().size(), OneAgainstOthers.NEVER);
        int[] ids = model.getLabels();
        for (int i = 0; i < ids.length; i++) {
            int label = TribuoNames.number(
                    trained.getOutputIDInfo().getOutput(ids[i]).getLabel());
            // Of two classes LibLinear learns only the first; the second is its opposite.
            boolean opposite = ids.length == 2 && i == 1;
            weights.take(label, model, opposite ? 0 : i, opposite ? -1 : 1, columnOf);
        }
        return new LinearClassifier(weights);
    }

    /** A regression with squared errors; {@code goesOn} is asked now and then, false ends it with what is there. */
    LinearRegressor regressor(FeatureMatrix features, Target target, Seed seed, BooleanSupplier goesOn) {
        TargetScale scale = TargetScale.of(target);
        if (mix > 0) {
            return new LinearRegressor(elasticNet(features, target, scale, goesOn), scale);
        }
        LibLinearModel<Regressor> trained = trainedOnNumbers(features, target, scale, seed);
        LinearWeights weights = new LinearWeights(features.columns(), 1, 0);
        weights.take(0, trained.getInnerModels().get(0), 0, 1, columns(trained.getFeatureIDMap()));
        return new LinearRegressor(weights, scale);
    }

    /** λ is such that the cost means what it means with LibLinear's penalty: Σ |w| + C Σ error². */
    private LinearWeights elasticNet(FeatureMatrix features, Target target, TargetScale scale, BooleanSupplier goesOn) {
        double[] numbers = new double[target.rows()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = scale.standardised(target.value(row));
        }
        ElasticNet net = new ElasticNet(SparseColumns.of(features), numbers, goesOn);
        net.solve(1 / (2 * cost * numbers.length), mix);
        return LinearWeights.ofOne(net.weights(), net.bias());
    }

    /** Tribuo's own model of the classes, whose labels are their numbers. */
    LibLinearModel<Label> trainedOnClasses(FeatureMatrix features, Target target, Seed seed) {
        LinearClassificationType type = new LinearClassificationType(
                mix == 1 ? LinearClassificationType.LinearType.L1R_LR : LinearClassificationType.LinearType.L2R_LR);
        MutableDataset<Label> rows = TribuoRows.dataset(
                features, new LabelFactory(), row -> new Label(TribuoNames.name((int) target.value(row))));
        return new LibLinearClassificationTrainer(type, cost, MOST_ITERATIONS, CLASSES_TOLERANCE, seed.value())
                .train(rows);
    }

    /** Tribuo's own model of the standardised numbers. */
    LibLinearModel<Regressor> trainedOnNumbers(FeatureMatrix features, Target target, TargetScale scale, Seed seed) {
        LinearRegressionType type = new LinearRegressionType(LinearRegressionType.LinearType.L2R_L2LOSS_SVR);
        MutableDataset<Regressor> rows = TribuoRows.dataset(
                features,
                new RegressionFactory(),
                row -> new Regressor(ONLY_OUTPUT, scale.standardised(target.value(row))));
        return new LibLinearRegressionTrainer(type, cost, MOST_ITERATIONS, NUMBERS_TOLERANCE, FREE_ERROR, seed.value())
                .train(rows);
    }

    /** The column of each feature that Tribuo has seen. */
    private static IntUnaryOperator columns(ImmutableFeatureMap features) {
        return id -> TribuoNames.number(features.get(id).getName());
    }
}
