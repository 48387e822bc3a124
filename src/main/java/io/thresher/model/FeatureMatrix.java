package io.thresher.model;

import java.util.Arrays;
import java.util.List;

/** Prepared features, rows × columns, row-major float32; NaN is a missing value where a family accepts them. */
public final class FeatureMatrix {
    private final List<Feature> features;
    private final List<String> names;
    private final int rows;
    private final float[] values;

    private FeatureMatrix(List<Feature> features, List<String> names, int rows, float[] values) {
        if (values.length != rows * names.size()) {
            throw new IllegalArgumentException("%d × %d features need %d values, got %d"
                    .formatted(rows, names.size(), rows * names.size(), values.length));
        }
        this.features = List.copyOf(features);
        this.names = names;
        this.rows = rows;
        this.values = values;
    }

    /**
     * Numbers that were not prepared but taken as they are, one a column of those names.
     *
     * @param values as in {@link #of}
     */
    public FeatureMatrix(List<String> names, int rows, float[] values) {
        this(
                names.stream()
                        .map(name -> new Feature(name, name, Feature.Kind.NUMBER))
                        .toList(),
                List.copyOf(names),
                rows,
                values);
    }

    /** Takes over {@code values} (rows × features.size(), row-major) without copying. */
    public static FeatureMatrix of(List<Feature> features, int rows, float[] values) {
        return new FeatureMatrix(features, features.stream().map(Feature::name).toList(), rows, values);
    }

    /** What each column is. */
    public List<Feature> features() {
        return features;
    }

    /** One name a column. */
    public List<String> names() {
        return names;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return names.size();
    }

    public float value(int row, int column) {
        return values[row * names.size() + column];
    }

    /** The features of one row, as a copy. */
    public float[] row(int row) {
        return Arrays.copyOfRange(values, row * names.size(), (row + 1) * names.size());
    }

    /** The values themselves, rows × columns, row-major: for handing to native code, never to be written to. */
    public float[] values() {
        return values;
    }
}
