package io.thresher.data;

import io.thresher.seed.Seed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A generated table of known structure: customers of a subscription, and whether they leave. It has numbers, words,
 * yes/no, missing values (more of them among those who leave), a column of noise and an identifier. Who leaves is drawn
 * from a probability that is not linear in the columns, so no model can be perfect and trees and nets beat a line.
 */
public final class SampleTable {
    /** Column that tells who leaves, yes or no. */
    public static final String TARGET = "leaves";

    private static final List<String> PLANS = List.of("basic", "plus", "family", "business");
    private static final List<String> CITIES =
            List.of("Aachen", "Bern", "Cork", "Delft", "Evora", "Fano", "Graz", "Hull");

    private SampleTable() {}

    /** Writes {@code rows} rows as CSV, the same for the same seed. */
    public static void write(Path file, int rows, Seed seed) throws IOException {
        SplittableRandom random = seed.random();
        try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.write("customer,plan,city,months,monthly_fee,calls,paperless,satisfaction,lucky_number,leaves\n");
            for (int row = 0; row < rows; row++) {
                csv.write(row(row, random));
            }
        }
    }

    private static String row(int row, SplittableRandom random) {
        String plan = PLANS.get(random.nextInt(PLANS.size()));
        String city = CITIES.get(random.nextInt(CITIES.size()));
        int months = 1 + random.nextInt(72);
        double fee = 9 + 7 * PLANS.indexOf(plan) + 6 * random.nextDouble();
        int calls = (int) (-3 * Math.log(1 - random.nextDouble()));
        boolean paperless = random.nextInt(10) < 6;
        int satisfaction = 1 + random.nextInt(5);
        double logOdds = -1.2
                + (months < 12 ? 1.4 : -0.012 * months)
                + 0.5 * Math.max(0, calls - 3)
                + (satisfaction <= 2 ? 1.1 : -0.4)
                + (plan.equals("basic") && fee > 12 ? 1.3 : 0)
                - (plan.equals("family") && paperless ? 1.2 : 0);
        boolean leaves = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        boolean silent = random.nextDouble() < (leaves ? 0.35 : 0.1);
        return String.format(
                Locale.ROOT,
                "C%05d,%s,%s,%d,%s,%d,%s,%s,%d,%s%n",
                row,
                plan,
                random.nextInt(20) == 0 ? "" : city,
                months,
                random.nextInt(25) == 0 ? "" : String.format(Locale.ROOT, "%.2f", fee),
                calls,
                paperless ? "yes" : "no",
                silent ? "" : satisfaction,
                random.nextInt(1000),
                leaves ? "yes" : "no");
    }
}
