package io.thresher.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long deliveries take in this process: measured by those it made, and assumed until it has made one. The slowest of the
 * last few counts, and some room: what comes may be harder, and the machine busier. Safe for use by many threads.
 */
public final class DeliveryPace {
    private static final int REMEMBERED = 5;
    private static final double ROOM = 1.5;
    /** The room of making files one: if it was too little the best trial is delivered, and the next delivery knows better. */
    private static final double MERGING_ROOM = 1.25;
    /** Before anything is measured: files are merged, loaded and compared at 12 MiB/s, by memory that was never touched. */
    private static final double ASSUMED_SECONDS_A_BYTE = 1.0 / (12 << 20);
    /** Before anything is measured, for the rows of the search. */
    private static final double ASSUMED_READING_SECONDS = 0.3;
    /** Before anything is measured, for the last score and the registering of the model, by code that never ran before. */
    private static final double ASSUMED_SETTLING_SECONDS = 1.3;
    /** Before anything is measured, for what comes with any file, however small. */
    private static final double ASSUMED_SECONDS_A_FILE = 0.3;
    /** Smaller files tell what comes with any file, larger ones what bytes take. */
    private static final long LEAST_MEASURED_BYTES = 12 << 20;
    /** Of the seconds of a large file at least this is due to its bytes. */
    private static final double LEAST_DUE_TO_BYTES = 0.25;

    /** Of a budget, for choosing, which can end at any time. */
    private static final int CHOOSING_SHARE = 40;

    private static final double MOST_CHOOSING_SECONDS = 4;
    /** Of a budget, for all of it: what there is no time for then is left out, and trials gain more than a last member does. */
    private static final int MOST_SHARE = 12;
    /** The same for the first delivery, which is slow. */
    private static final int MOST_OF_FIRST_SHARE = 6;

    private static final double MOST_SECONDS = 20;
    /** A search may end so much after its budget, and what follows the making of a model may use that. */
    private static final double GRACE_SECONDS = 0.7;

    private final Deque<Double> secondsAByte = new ArrayDeque<>();
    private final Deque<Double> secondsAFile = new ArrayDeque<>();
    private final Deque<Double> reading = new ArrayDeque<>();
    private final Deque<Double> settling = new ArrayDeque<>();

    /** Files of so many bytes were made one that is as good. */
    synchronized void merged(long bytes, double seconds) {
        if (bytes < LEAST_MEASURED_BYTES) {
            remember(secondsAFile, Math.max(0, seconds - (double) bytes * least(secondsAByte, ASSUMED_SECONDS_A_BYTE)));
        } else {
            double ofBytes = seconds - least(secondsAFile, ASSUMED_SECONDS_A_FILE);
            remember(secondsAByte, Math.max(ofBytes, LEAST_DUE_TO_BYTES * seconds) / (double) bytes);
        }
    }

    /** The rows of the search were read. */
    synchronized void read(double seconds) {
        remember(reading, seconds);
    }

    /** What was made was scored for the last time, and registered. */
    public synchronized void settled(double seconds) {
        remember(settling, seconds);
    }

    /** How long it may take to make files of so many bytes one. */
    synchronized double mergingSeconds(double bytes) {
        return bytes > 0 ? secondsAFile() + bytes * secondsAByte() : 0;
    }

    /** Files of how many bytes can be made one in so many seconds. */
    synchronized double bytesIn(double seconds) {
        return Math.max(0, seconds - secondsAFile()) / secondsAByte();
    }

    /**
     * What a delivery should have of a budget of time.
     *
     * @param bytes of the files it may have to merge
     */
    public synchronized Duration reserve(Duration budget, long bytes) {
        double all = budget.toMillis() / 1000.0;
        double choosing = Math.min(MOST_CHOOSING_SECONDS, all / CHOOSING_SHARE);
        double wanted = choosing
                + mergingSeconds((double) bytes)
                + measured(reading, ASSUMED_READING_SECONDS)
                + measured(settling, ASSUMED_SETTLING_SECONDS);
        double most = all / (settling.isEmpty() ? MOST_OF_FIRST_SHARE : MOST_SHARE);
        return Duration.ofMillis((long) (1000 * Math.min(wanted, Math.min(MOST_SECONDS, most))));
    }

    /** Of the time left of a budget, what there is for making the model: what follows that has to be in time as well. */
    public synchronized Duration ofMaking(Duration left) {
        double later = Math.max(0, measured(settling, ASSUMED_SETTLING_SECONDS) - GRACE_SECONDS);
        return Duration.ofMillis((long) Math.max(0, left.toMillis() - 1000 * later));
    }

    private double secondsAByte() {
        return measured(secondsAByte, MERGING_ROOM, ASSUMED_SECONDS_A_BYTE);
    }

    private double secondsAFile() {
        return measured(secondsAFile, MERGING_ROOM, ASSUMED_SECONDS_A_FILE);
    }

    private static void remember(Deque<Double> known, double value) {
        known.addLast(value);
        if (known.size() > REMEMBERED) {
            known.removeFirst();
        }
    }

    private static double measured(Deque<Double> known, double assumed) {
        return measured(known, ROOM, assumed);
    }

    private static double measured(Deque<Double> known, double room, double assumed) {
        return known.stream().mapToDouble(value -> room * value).max().orElse(assumed);
    }

    private static double least(Deque<Double> known, double assumed) {
        return known.stream().mapToDouble(value -> value).min().orElse(assumed);
    }
}
