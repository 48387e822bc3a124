package io.thresher.model.xgboost;

/** XGBoost's tables of margins as flat arrays. */
final class Margins {
    private Margins() {}

    /** Row-major; {@code byRow} has at least one row. */
    static float[] flat(float[][] byRow) {
        int width = byRow[0].length;
        float[] flat = new float[byRow.length * width];
        for (int row = 0; row < byRow.length; row++) {
            System.arraycopy(byRow[row], 0, flat, row * width, width);
        }
        return flat;
    }
}
