package io.thresher.job;

/** Why a search came to its end. Whether there is a model is told by the job's state, and why not by its error. */
public enum EndReason {
    TIME_USED_UP("its time was used up"),
    TRIALS_USED_UP("all trials of its budget were run"),
    /** Also where every family that is left only fails. */
    SPACE_EXHAUSTED("nothing was left to try in its search space"),
    NO_GAIN_EXPECTED("no further gain was expected"),
    CANCELLED("it was cancelled"),
    /** Trials succeeded, but none keeps to the limits that were asked for. */
    NOTHING_FITS("no model kept to its limits"),
    /** The search itself, not its trials. */
    FAILED("the search itself failed");

    private final String words;

    EndReason(String words) {
        this.words = words;
    }

    /** The same after "because". */
    public String words() {
        return words;
    }
}
