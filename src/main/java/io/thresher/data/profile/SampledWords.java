package io.thresher.data.profile;

import java.util.Optional;

/** Words of a sample, as codes from 0. */
final class SampledWords implements SampledColumn {
    /** Above this share of different words, groups are too small to say anything. */
    private static final double MOST_DIFFERENT = 0.5;

    private final int[] codes;
    private final int levels;
    /** The rows that have a word, those of equal words beside each other. */
    private final int[] order;

    /** Takes over {@code codes}, one a row, below {@code levels}, or -1 where missing. */
    SampledWords(int[] codes, int levels) {
        this.codes = codes;
        this.levels = levels;
        int[] starts = new int[levels + 1];
        for (int code : codes) {
            if (code >= 0) {
                starts[code + 1]++;
            }
        }
        for (int level = 0; level < levels; level++) {
            starts[level + 1] += starts[level];
        }
        this.order = new int[starts[levels]];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0) {
                order[starts[codes[row]]++] = row;
            }
        }
    }

    int levels() {
        return levels;
    }

    int code(int row) {
        return codes[row];
    }

    @Override
    public Optional<Strength> with(SampledColumn other) {
        return other.withWords(this);
    }

    @Override
    public Optional<Strength> withNumbers(SampledNumbers numbers) {
        return numbers.withWords(this);
    }

    /** Cramér's V, corrected as Bergsma does: φ̃² and r̃, k̃ in place of φ² and the numbers of words. */
    @Override
    public Optional<Strength> withWords(SampledWords other) {
        int n = 0;
        int[] mine = new int[levels];
        int[] others = new int[other.levels];
        for (int row : order) {
            if (other.codes[row] >= 0) {
                n++;
                mine[codes[row]]++;
                others[other.codes[row]]++;
            }
        }
        int r = seen(mine);
        int k = seen(others);
        if (n < FEWEST_ROWS || r < 2 || k < 2) {
            return Optional.empty();
        }
        double phiSquared = meanSquareContingency(other, mine, others);
        double corrected = Math.max(0, phiSquared - (r - 1.0) * (k - 1.0) / (n - 1.0));
        double rCorrected = r - (r - 1.0) * (r - 1.0) / (n - 1.0);
        double kCorrected = k - (k - 1.0) * (k - 1.0) / (n - 1.0);
        double most = Math.min(rCorrected, kCorrected) - 1;
        return most > 0 ? Strength.of(Association.CRAMERS_V, Math.sqrt(corrected / most), n) : Optional.empty();
    }

    @Override
    public boolean isBare() {
        return order.length < FEWEST_ROWS || levels < 2 || levels > MOST_DIFFERENT * order.length;
    }

    /** φ² = χ² / n, which is Σ nᵢⱼ² / (nᵢ nⱼ) − 1, one of my words after the other. */
    private double meanSquareContingency(SampledWords other, int[] mine, int[] others) {
        int[] counts = new int[other.levels];
        double sum = 0;
        int from = 0;
        while (from < order.length) {
            int code = codes[order[from]];
            int to = from;
            while (to < order.length && codes[order[to]] == code) {
                int word = other.codes[order[to]];
                if (word >= 0) {
                    counts[word]++;
                }
                to++;
            }
            for (int i = from; i < to; i++) {
                int word = other.codes[order[i]];
                if (word >= 0 && counts[word] > 0) {
                    sum += counts[word] * (double) counts[word] / (mine[code] * (double) others[word]);
                    counts[word] = 0;
                }
            }
            from = to;
        }
        return sum - 1;
    }

    private static int seen(int[] counts) {
        int seen = 0;
        for (int count : counts) {
            seen += count > 0 ? 1 : 0;
        }
        return seen;
    }
}
