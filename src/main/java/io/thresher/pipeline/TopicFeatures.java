package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Table;
import io.thresher.model.Feature;
import io.thresher.model.SparseValues;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.seed.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts as a few numbers: the projection of the weights of their terms on the directions in which training texts differ
 * most (Deerwester and others: Indexing by latent semantic analysis, 1990). Words that are used alike share them.
 */
final class TopicFeatures implements ColumnPreparation {
    private final String column;
    private final WeightedTerms weighted;
    private final int topics;
    /** Terms × topics. */
    private final float[] projection;
    /** Added to each topic. */
    private final float[] offsets;

    private TopicFeatures(String column, WeightedTerms weighted, int topics, float[] projection, float[] offsets) {
        this.column = column;
        this.weighted = weighted;
        this.topics = topics;
        this.projection = projection;
        this.offsets = offsets;
    }

    /**
     * Learns the directions from the training texts.
     *
     * @param most topics at most; fewer than there are terms
     * @param scaled whether the features should have zero mean and unit variance
     */
    static TopicFeatures fit(CategoryColumn texts, WeightedTerms weighted, int most, boolean scaled, Seed seed) {
        SparseValues.Builder rows =
                new SparseValues.Builder(texts.rows(), weighted.terms().size());
        new TermFeatures(texts.name(), weighted)
                .write(new Table(texts.rows(), List.of(texts)), (row, term, value) -> rows.set(row, term, value));
        TruncatedProjection directions = TruncatedProjection.of(rows.build(), most, seed.fork("topics"));
        int topics = directions.count();
        TopicFeatures plain =
                new TopicFeatures(texts.name(), weighted, topics, directions.vectors(), new float[topics]);
        return scaled ? plain.scaled(texts) : plain;
    }

    /** The same topics with zero mean and unit variance in these texts. */
    private TopicFeatures scaled(CategoryColumn texts) {
        float[][] values = new float[topics][texts.rows()];
        write(new Table(texts.rows(), List.of(texts)), (row, topic, value) -> values[topic][row] = value);
        float[] stretched = projection.clone();
        float[] shifts = new float[topics];
        for (int topic = 0; topic < topics; topic++) {
            StandardScale scale = StandardScale.of(values[topic]);
            shifts[topic] = -scale.mean() * scale.inverse();
            for (int at = topic; at < stretched.length; at += topics) {
                stretched[at] *= scale.inverse();
            }
        }
        return new TopicFeatures(column, weighted, topics, stretched, shifts);
    }

    @Override
    public List<Feature> features() {
        return Feature.derived(
                column,
                IntStream.rangeClosed(1, topics)
                        .mapToObj(topic -> column + ": topic " + topic)
                        .toList());
    }

    @Override
    public void write(Table rows, FeatureBlock features) {
        CategoryColumn texts = ColumnPreparation.words(rows, column);
        TermCounts counts = new TermCounts(weighted.terms().size());
        double[] weights = new double[weighted.terms().size()];
        double[] sums = new double[topics];
        for (int row = 0; row < rows.rows(); row++) {
            Arrays.fill(sums, 0);
            if (texts.code(row) >= 0) {
                weighted.terms().count(texts.word(row).orElseThrow(), counts);
                weighted.write(counts, weights);
                for (int i = 0; i < counts.size(); i++) {
                    int from = counts.term(i) * topics;
                    for (int topic = 0; topic < topics; topic++) {
                        sums[topic] += weights[i] * projection[from + topic];
                    }
                }
            }
            for (int topic = 0; topic < topics; topic++) {
                features.set(row, topic, (float) (sums[topic] + offsets[topic]));
            }
        }
    }

    @Override
    public List<Tensor> draw(GraphBuilder graph) {
        long terms = weighted.terms().size();
        Tensor weights = weighted.drawWide(graph, graph.stringInput(column));
        Tensor matrix = graph.wide(graph.floats(new long[] {terms, topics}, projection));
        Tensor shifts = graph.wide(NumberStep.row(graph, offsets));
        Tensor sums = graph.apply("Add", graph.apply("MatMul", weights, matrix), shifts);
        return List.of(graph.narrow(sums));
    }
}
