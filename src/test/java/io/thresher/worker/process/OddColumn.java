package io.thresher.worker.process;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.WordKind;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Kinds of columns, most of them awkward. */
enum OddColumn {
    /** Shows the hidden number, rounded to hundredths so that values repeat and meet thresholds. */
    PLAIN {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            return numbers(name, hidden, random, value -> Math.round(100 * value) / 100f);
        }
    },
    /** Shows it through its exponential: some values are thousands of times the median. */
    HEAVY {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            return numbers(name, hidden, random, value -> (float) Math.exp(4 * value));
        }
    },
    /** Far from 0 and near each other, as degrees of longitude are. */
    NARROW {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            return numbers(name, hidden, random, value -> -118 + (float) value / 2);
        }
    },
    /** Whole numbers where float32 has gaps of two and more. */
    HUGE {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            float start = random.nextBoolean() ? 16_777_216f : 0x1p53f;
            return numbers(name, hidden, random, value -> start + Math.round(value * 1000));
        }
    },
    /** Some values are what only a fault would give. */
    WILD {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            return numbers(
                    name,
                    hidden,
                    random,
                    value -> random.nextInt(4) == 0 ? ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)] : (float) value);
        }
    },
    /** Nothing but wild values where rows are predicted, and plain ones where they are learned from. */
    WILD_LATER {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            float[] values = new float[hidden.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = row < training ? (float) hidden[row] : ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)];
            }
            return new NumberColumn(name, values);
        }
    },
    COUNTS {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            return numbers(name, hidden, random, value -> (float) Math.max(0, Math.floor(3 * value)));
        }
    },
    CONSTANT {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            float constant = ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)];
            float[] values = new float[hidden.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = row < training ? constant : (float) hidden[row];
            }
            return new NumberColumn(name, values);
        }
    },
    /** Missing in every row to learn from, in some of the others not. */
    EMPTY {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            boolean words = random.nextBoolean();
            float[] values = new float[hidden.length];
            List<String> texts = new ArrayList<>();
            for (int row = 0; row < values.length; row++) {
                boolean there = row >= training && random.nextBoolean();
                values[row] = there ? (float) hidden[row] : Float.NaN;
                texts.add(there ? "late" : "");
            }
            return words ? CategoryColumn.of(name, texts) : new NumberColumn(name, values);
        }
    },
    FEW_WORDS {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            return words(name, hidden, training, random, 1 + random.nextInt(6));
        }
    },
    MANY_WORDS {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            return words(name, hidden, training, random, 60);
        }
    },
    DATES {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            String format = FORMATS.get(random.nextInt(FORMATS.size()));
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
            List<String> words = new ArrayList<>();
            for (double value : hidden) {
                words.add(
                        random.nextInt(10) == 0
                                ? ODD_WORDS.get(random.nextInt(ODD_WORDS.size()))
                                : formatter.format(
                                        LocalDateTime.of(2001, 1, 1, 0, 0).plusMinutes((long) (value * 5_000_000))));
            }
            return CategoryColumn.of(name, words).withKind(new WordKind.Dates(format));
        }
    },
    TEXTS {
        @Override
        Column draw(String name, double[] hidden, int training, SplittableRandom random) {
            List<String> texts = new ArrayList<>();
            for (int row = 0; row < hidden.length; row++) {
                List<String> tokens = new ArrayList<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    tokens.add(ODD_WORDS.get(random.nextInt(ODD_WORDS.size())));
                    tokens.add(hidden[row] > 0 ? "Good" + random.nextInt(3) : "bad");
                    if (row >= training) {
                        tokens.add("late" + random.nextInt(9));
                    }
                }
                texts.add(String.join(random.nextBoolean() ? " " : ", ", tokens));
            }
            return CategoryColumn.of(name, texts).withKind(new WordKind.Sentences());
        }
    };

    private static final float[] ODD_NUMBERS = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.MIN_VALUE,
        1e30f,
        -1e20f,
        1e-40f,
        0x1p63f,
        16_777_218f,
        0f,
        -0f,
        1f
    };

    private static final List<String> ODD_WORDS = List.of(
            "",
            " ",
            "a",
            "A",
            "ä",
            "NaN",
            "null",
            "0",
            "1.0",
            "-",
            "with, comma",
            "\"quoted\"",
            "line\nbreak",
            "tab\there",
            "\u00a0",
            "\u0000",
            "😀 smile",
            "🎉 smile",
            "日本語",
            "2020-02-30",
            "the end of it",
            "e\u0301");

    private static final List<String> FORMATS = List.of("yyyy-MM-dd", "d.M.yyyy", "MMM d, yyyy h:mm a", "HH:mm:ss");

    /** A column of one value for each number of {@code hidden}, of which the first {@code training} are learned from. */
    abstract Column draw(String name, double[] hidden, int training, SplittableRandom random);

    private interface Shown {
        float of(double hidden);
    }

    private static Column numbers(String name, double[] hidden, SplittableRandom random, Shown shown) {
        int missing = random.nextInt(3);
        double noise = random.nextDouble();
        float[] values = new float[hidden.length];
        for (int row = 0; row < values.length; row++) {
            boolean isMissing = missing > 0 && random.nextInt(6) < missing;
            values[row] = isMissing ? Float.NaN : shown.of(hidden[row] + noise * random.nextGaussian());
        }
        return new NumberColumn(name, values);
    }

    private static Column words(String name, double[] hidden, int training, SplittableRandom random, int levels) {
        List<String> words = new ArrayList<>();
        for (int row = 0; row < hidden.length; row++) {
            int odds = random.nextInt(12);
            int level = (int) Math.abs(Math.floor(hidden[row] * levels / 3));
            words.add(
                    odds == 0
                            ? ODD_WORDS.get(random.nextInt(ODD_WORDS.size()))
                            : row >= training && odds == 1 ? "unseen " + random.nextInt(3) : "level " + level);
        }
        return CategoryColumn.of(name, words);
    }
}
