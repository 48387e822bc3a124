package io.thresher.model.tribuo;

import io.thresher.model.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Rows as Tribuo takes them: only values other than 0, each under its column's name. */
final class TribuoRows {
    /**
     * Most values other than 0 in a dataset, which takes some 50 bytes for each. A linear model that has seen so many gains nothing
     * from more.
     */
    private static final int MOST_VALUES = 5_000_000;

    private TribuoRows() {}

    /** The dataset of these features and what {@code outputOf} gives for each row; evenly thinned out if it is large. */
    static <T extends Output<T>> MutableDataset<T> dataset(
            FeatureMatrix features, OutputFactory<T> factory, IntFunction<T> outputOf) {
        String[] names = TribuoNames.of(features.columns());
        MutableDataset<T> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("rows", factory), factory);
        double fitting = (double) MOST_VALUES / Math.max(1, features.present());
        int rows = (int) Math.max(1, features.rows() * Math.min(1, fitting));
        for (int i = 0; i < rows; i++) {
            int row = (int) ((long) i * features.rows() / rows);
            dataset.add(example(features, row, names, outputOf.apply(row)));
        }
        return dataset;
    }

    /** One row; the first column is always there, for Tribuo takes no row without features. */
    static <T extends Output<T>> ArrayExample<T> example(FeatureMatrix features, int row, String[] names, T output) {
        List<String> present = new ArrayList<>(List.of(names[0]));
        List<Double> values = new ArrayList<>(List.of((double) features.value(row, 0)));
        features.forEach(row, (column, value) -> {
            if (column > 0) {
                present.add(names[column]);
                values.add((double) value);
            }
        });
        return new ArrayExample<>(
                output,
                present.toArray(String[]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
