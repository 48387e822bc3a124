package io.thresher.model.neural;

/** The learning rate of each step. */
interface Schedule {

    /** The learning rate of {@code step}, counted from 0. */
    double rate(int step);

    /** The schedules by their words in search spaces. */
    enum Kind {
        ONE_CYCLE("oneCycle") {
            @Override
            Schedule of(int steps, double peak) {
                return new OneCycle(steps, peak);
            }
        },
        COSINE("cosine") {
            @Override
            Schedule of(int steps, double peak) {
                return new Cosine(steps, peak);
            }
        };

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** For {@code steps} steps altogether, never above {@code peak}. */
        abstract Schedule of(int steps, double peak);
    }
}
