package io.thresher.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prepared features, rows × columns, float32; NaN is a missing value where a family accepts them. Families that pass over
 * zeros ({@link FeatureDemand#takesSparse()}) may be given the values other than 0 alone.
 */
public final class FeatureMatrix {
    private final List<Feature> features;
    private final List<String> names;
    private final int rows;
    /** Row-major; empty where there is {@link #sparse}. */
    private final float[] values;

    private final @Nullable SparseValues sparse;

    private FeatureMatrix(
            List<Feature> features, List<String> names, int rows, float[] values, @Nullable SparseValues sparse) {
        this.features = List.copyOf(features);
        this.names = List.copyOf(names);
        this.rows = rows;
        this.values = values;
        this.sparse = sparse;
    }

    /**
     * Numbers that were not prepared but taken as they are, one a column of those names.
     *
     * @param values as in {@link #of(List, int, float[])}
     */
    public FeatureMatrix(List<String> names, int rows, float[] values) {
        this(
                names.stream()
                        .map(name -> new Feature(name, name, Feature.Kind.NUMBER))
                        .toList(),
                names,
                rows,
                complete(names, rows, values),
                null);
    }

    /** Takes over {@code values} (rows × features.size(), row-major) without copying. */
    public static FeatureMatrix of(List<Feature> features, int rows, float[] values) {
        List<String> names = names(features);
        return new FeatureMatrix(features, names, rows, complete(names, rows, values), null);
    }

    /** Values of which most are 0. */
    public static FeatureMatrix of(List<Feature> features, SparseValues sparse) {
        if (sparse.columns() != features.size()) {
            throw new IllegalArgumentException(
                    "%d features have values of %d".formatted(features.size(), sparse.columns()));
        }
        return new FeatureMatrix(features, names(features), sparse.rows(), new float[0], sparse);
    }

    private static float[] complete(List<String> names, int rows, float[] values) {
        if (values.length != rows * names.size()) {
            throw new IllegalArgumentException("%d × %d features need %d values, got %d"
                    .formatted(rows, names.size(), rows * names.size(), values.length));
        }
        return values;
    }

    private static List<String> names(List<Feature> features) {
        return features.stream().map(Feature::name).toList();
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
        return sparse == null ? values[row * names.size() + column] : sparse.value(row, column);
    }

    /** The features of one row, as a copy. */
    public float[] row(int row) {
        if (sparse == null) {
            return Arrays.copyOfRange(values, row * names.size(), (row + 1) * names.size());
        }
        float[] copy = new float[names.size()];
        sparse.forEach(row, (column, value) -> copy[column] = value);
        return copy;
    }

    /** Tells the values other than 0 of a row, in the order of columns. */
    public void forEach(int row, SparseValues.Visitor visitor) {
        if (sparse != null) {
            sparse.forEach(row, visitor);
            return;
        }
        int start = row * names.size();
        for (int column = 0; column < names.size(); column++) {
            float value = values[start + column];
            if (value != 0) {
                visitor.visit(column, value);
            }
        }
    }

    /** Number of values other than 0. */
    public long present() {
        if (sparse != null) {
            return sparse.present();
        }
        long present = 0;
        for (float value : values) {
            present += value != 0 ? 1 : 0;
        }
        return present;
    }

    /** Memory that the values take. */
    public long bytes() {
        return sparse == null ? (long) values.length * Float.BYTES : sparse.bytes();
    }

    /**
     * The values themselves, rows × columns, row-major: for handing to native code, never to be written to.
     *
     * @throws IllegalStateException if only the values other than 0 are there
     */
    public float[] values() {
        if (sparse != null) {
            throw new IllegalStateException("only the values other than 0 are there, for families that take such");
        }
        return values;
    }
}
