package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Target;

/**
 * How much the presence of a term tells of a class, as naive Bayes sees it: r = ln((p / ‖p‖₁) / (q / ‖q‖₁)), with p the
 * number of texts of the class with each term, q that of all others, 1 added to each (Wang and Manning: Baselines and
 * bigrams, ACL 2012, section 2.1). A linear model gives it the sign, so the size is what matters; of several classes the
 * one that the term tells most of counts. Where numbers are predicted, those above the mean are one class.
 */
final class LogCountRatio {
    private final TermList terms;
    private final CategoryColumn texts;
    private final int classes;
    private final int[] classOf;

    private LogCountRatio(TermList terms, CategoryColumn texts, int classes, int[] classOf) {
        this.terms = terms;
        this.texts = texts;
        this.classes = classes;
        this.classOf = classOf;
    }

    /** The largest absolute ratio of every term in the training rows. */
    static double[] of(TermList terms, CategoryColumn texts, Target target) {
        if (target.task().isClassification()) {
            int[] classOf = new int[target.rows()];
            for (int row = 0; row < classOf.length; row++) {
                classOf[row] = (int) target.value(row);
            }
            return new LogCountRatio(terms, texts, target.classes().size(), classOf).largest();
        }
        double sum = 0;
        for (int row = 0; row < target.rows(); row++) {
            sum += target.value(row);
        }
        int[] above = new int[target.rows()];
        for (int row = 0; row < above.length; row++) {
            above[row] = target.value(row) * above.length > sum ? 1 : 0;
        }
        return new LogCountRatio(terms, texts, 2, above).largest();
    }

    private double[] largest() {
        int[][] with = textsWith();
        double[] all = new double[terms.size()];
        double allSum = 0;
        for (int[] ofClass : with) {
            for (int term = 0; term < all.length; term++) {
                all[term] += ofClass[term];
                allSum += ofClass[term];
            }
        }
        double[] largest = new double[all.length];
        for (int[] ofClass : with) {
            double sum = 0;
            for (int count : ofClass) {
                sum += count;
            }
            double most = Math.log((allSum - sum + all.length) / (sum + all.length));
            for (int term = 0; term < all.length && sum > 0; term++) {
                double ratio = most + Math.log((1.0 + ofClass[term]) / (1.0 + all[term] - ofClass[term]));
                largest[term] = Math.max(largest[term], Math.abs(ratio));
            }
        }
        return largest;
    }

    /** Texts of each class with each term. */
    private int[][] textsWith() {
        int[][] with = new int[classes][terms.size()];
        TermCounts counts = new TermCounts(terms.size());
        for (int row = 0; row < texts.rows(); row++) {
            if (texts.code(row) >= 0) {
                terms.count(texts.word(row).orElseThrow(), counts);
                for (int i = 0; i < counts.size(); i++) {
                    with[classOf[row]][counts.term(i)]++;
                }
            }
        }
        return with;
    }
}
