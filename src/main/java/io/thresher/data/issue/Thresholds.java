package io.thresher.data.issue;

/**
 * Where detectors draw their lines, by what they look at.
 *
 * @param leaks for columns that know the target
 * @param rows for rows
 * @param columns for columns taken by themselves
 * @param targets for the target
 * @param structure for order and groups
 */
record Thresholds(Leaks leaks, Rows rows, Columns columns, Targets targets, Structure structure) {

    static final Thresholds DEFAULT = new Thresholds(
            new Leaks(0.97, 0.90, 0.75, 0.58, 0.6, 0.97, 0.80, 0.98, 0.5, 1e-6),
            new Rows(0.01, 0.001, 0.005, 0.5, 1e-2),
            new Columns(0.995, 0.9999, 0.995, 0.8, 0.1, 0.001, 3, 1.5),
            new Targets(0.1, 0.05, 50, 5, 10, 0.2, 20),
            new Structure(0.60, 0.70, 5, 0.35, 0.5));

    /**
     * Lines for leaks. Scores are shares of the target explained by one column, from 0 to 1.
     *
     * @param certainNumber a number is given away from this score on
     * @param certainClass a class is given away from this score on
     * @param suspiciousNumber a column that explains this much of a number and stands out is suspicious
     * @param suspiciousClass the same for a class
     * @param standingOut a column stands out if hardly any other scores this part of its score
     * @param pairNumber two columns together give a number away from this score on
     * @param pairClass two columns together give a class away from this score on
     * @param purity a column is filled only for one outcome if this share of the filled rows has it
     * @param coverage and if it is filled in this share of the rows with that outcome
     * @param aggregateChance a column holds means of the target if they agree so well that chance would do it this rarely
     */
    record Leaks(
            double certainNumber,
            double certainClass,
            double suspiciousNumber,
            double suspiciousClass,
            double standingOut,
            double pairNumber,
            double pairClass,
            double purity,
            double coverage,
            double aggregateChance) {

        double certain(boolean classes) {
            return classes ? certainClass : certainNumber;
        }

        double suspicious(boolean classes) {
            return classes ? suspiciousClass : suspiciousNumber;
        }

        double pair(boolean classes) {
            return classes ? pairClass : pairNumber;
        }
    }

    /**
     * Lines for rows.
     *
     * @param manyRows share of rows from which a fault is worth a look
     * @param someRows share of rows from which a fault is worth a word
     * @param fewDominating rows are few if they are at most this share
     * @param dominatedShare few rows dominate if they carry this share of all squared deviations
     * @param coincidence rows are alike by chance, not by copying, if so many like them were to be expected
     */
    record Rows(double manyRows, double someRows, double fewDominating, double dominatedShare, double coincidence) {}

    /**
     * Lines for columns.
     *
     * @param nearConstant a column is nearly constant if one value fills this share of the rows
     * @param sameNumbers two columns hold the same numbers if they correlate so closely
     * @param nearlySameNumbers two columns hold nearly the same numbers if they correlate so closely
     * @param mostlyOne a column is mostly of one kind, numbers or words, from this share on
     * @param few values of the other kind are strays up to this share
     * @param spike a value is a spike if it fills this share of the rows
     * @param farAway a value is far away if so many interquartile ranges part it from the others
     * @param zeroAway the same for zero and minus one, which stand closer to measured values
     */
    record Columns(
            double nearConstant,
            double sameNumbers,
            double nearlySameNumbers,
            double mostlyOne,
            double few,
            double spike,
            double farAway,
            double zeroAway) {}

    /**
     * Lines for targets.
     *
     * @param rareClass one of two classes is rare below this share
     * @param veryRareClass one of two classes is very rare below this share
     * @param classRatio of more than two, the commonest class is so many times the rarest where they are uneven
     * @param rowsOfClass a class needs so many rows to be in every fold
     * @param longTail a tail is long if it reaches so many upper quartile ranges beyond the median
     * @param zeros a number is zero too often from this share on
     * @param classLike a whole number of at most so many values looks like classes
     */
    record Targets(
            double rareClass,
            double veryRareClass,
            double classRatio,
            int rowsOfClass,
            double longTail,
            double zeros,
            int classLike) {}

    /**
     * Lines for order and groups. Telling rows apart is measured by the area under the curve: 0.5 is guessing.
     *
     * @param noticeable from here on two sets of rows can be told apart
     * @param clear from here on they can be told apart clearly
     * @param deviations and so many standard deviations from guessing
     * @param alike rows of one group are alike if this share of what varies is the same among them, in the median column
     * @param alikeTarget the same for the target
     */
    record Structure(double noticeable, double clear, double deviations, double alike, double alikeTarget) {}
}
