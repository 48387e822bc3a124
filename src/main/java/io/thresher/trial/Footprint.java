package io.thresher.trial;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a finished model costs whoever trains, keeps and asks it.
 *
 * @param microsOneRow microseconds to predict one row in a call of its own; NaN where that was not measured
 * @param microsPerRow microseconds a row, of up to 1000 in one call
 * @param modelBytes size of its file
 * @param trainPeakBytes memory that the worker's process held at once while it trained, all that it holds anyway included;
 *     absent where the operating system does not tell
 */
public record Footprint(double microsOneRow, double microsPerRow, long modelBytes, OptionalLong trainPeakBytes) {

    /** One of its costs, NaN where that is not known. */
    public double of(Cost cost) {
        return switch (cost) {
            case ONE_ROW -> microsOneRow;
            case ROW_OF_MANY -> microsPerRow;
            case MODEL_SIZE -> (double) modelBytes;
            case TRAINING_MEMORY -> trainPeakBytes.isPresent() ? (double) trainPeakBytes.getAsLong() : Double.NaN;
        };
    }

    /** What models cost together, at the most: what they have in common counts for each. Each is trained alone. */
    public static Footprint together(List<Footprint> models) {
        return new Footprint(
                models.stream().mapToDouble(Footprint::microsOneRow).sum(),
                models.stream().mapToDouble(Footprint::microsPerRow).sum(),
                models.stream().mapToLong(Footprint::modelBytes).sum(),
                models.stream().allMatch(model -> model.trainPeakBytes().isPresent())
                        ? models.stream()
                                .mapToLong(model -> model.trainPeakBytes().getAsLong())
                                .max()
                        : OptionalLong.empty());
    }
}
