package io.thresher.data.issue;

import io.thresher.data.association.Ranks;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** How much more alike rows of one value of a column are than rows of two neighbouring values, or of any two. */
final class Kinship {
    private static final int FEW_VALUES = 20;

    private final int[] rows;
    /** For each place in {@code rows} another place of the same value, of a neighbouring one, and any other; -1 for none. */
    private final int[] kin;

    private final int[] neighbour;
    private final int[] stranger;

    private Kinship(int[] rows, int[] kin, int[] neighbour, int[] stranger) {
        this.rows = rows;
        this.kin = kin;
        this.neighbour = neighbour;
        this.stranger = stranger;
    }

    /** The kinship by {@code column} among those rows. */
    static Kinship of(Values column, int[] rows, Seed seed) {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, rows.length).boxed().toList());
        Collections.shuffle(shuffled, new Random(seed.value()));
        List<Integer> places = shuffled.stream()
                .filter(place -> column.code(rows[place]) >= 0)
                .sorted(Comparator.comparingInt(place -> column.code(rows[place])))
                .toList();
        int[] kin = new int[rows.length];
        int[] neighbour = new int[rows.length];
        int[] stranger = new int[rows.length];
        Arrays.fill(kin, -1);
        Arrays.fill(neighbour, -1);
        int size = places.size();
        int end = 0;
        for (int i = 0; i < size; i++) {
            int place = places.get(i);
            int code = column.code(rows[place]);
            while (end < size && (end <= i || column.code(rows[places.get(end)]) == code)) {
                end++;
            }
            kin[place] = i + 1 < end ? places.get(i + 1) : -1;
            neighbour[place] = column.isNumeric() && end < size ? places.get(end) : -1;
        }
        for (int place = 0; place < stranger.length; place++) {
            stranger[shuffled.get(place)] = shuffled.get((place + 1) % rows.length);
        }
        return new Kinship(rows, kin, neighbour, stranger);
    }

    /** From 0, no more alike than others, to 1, the same in all rows of one value while it varies elsewhere. */
    double gain(Values other) {
        double[] values = other.numbers(rows);
        boolean few = !other.isNumeric() || other.distinct() <= FEW_VALUES;
        double[] compared = few ? values : Ranks.of(values);
        double far = distance(compared, stranger, few);
        double near = distance(compared, kin, few);
        if (!(far > 0) || Double.isNaN(near)) {
            return 0;
        }
        double beside = distance(compared, neighbour, few);
        double same = 1 - near / far;
        double expected = Double.isNaN(beside) ? 0 : Math.max(0, 1 - beside / far);
        return Math.max(0, same - expected);
    }

    private static double distance(double[] values, int[] partner, boolean few) {
        double sum = 0;
        int pairs = 0;
        for (int place = 0; place < values.length; place++) {
            if (partner[place] >= 0) {
                double a = values[place];
                double b = values[partner[place]];
                boolean unlike = Double.isNaN(a) ? !Double.isNaN(b) : a != b;
                sum += few || Double.isNaN(a) || Double.isNaN(b) ? (unlike ? 1 : 0) : Math.abs(a - b);
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }
}
