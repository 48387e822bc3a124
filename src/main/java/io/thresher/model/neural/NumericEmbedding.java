package io.thresher.model.neural;

import io.thresher.model.FeatureMatrix;

/** What a net is told about a number beside the number itself. */
sealed interface NumericEmbedding {

    /** The inputs of a network for rows such as these. */
    InputEncoding fit(FeatureMatrix training);

    /** Nothing. */
    record None() implements NumericEmbedding {
        @Override
        public InputEncoding fit(FeatureMatrix training) {
            return InputEncoding.plain(training);
        }
    }

    /**
     * How far it fills each of some bins.
     *
     * @param bins a column, at most
     */
    record PiecewiseLinear(int bins) implements NumericEmbedding {
        @Override
        public InputEncoding fit(FeatureMatrix training) {
            return InputEncoding.piecewiseLinear(training, bins);
        }
    }

    /**
     * Where it lies on waves whose frequencies are learned.
     *
     * @param frequencyScale of {@link PeriodicEmbedding}
     */
    record Periodic(double frequencyScale) implements NumericEmbedding {
        @Override
        public InputEncoding fit(FeatureMatrix training) {
            return InputEncoding.periodic(training, frequencyScale);
        }
    }
}
