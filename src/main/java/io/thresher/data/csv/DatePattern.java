package io.thresher.data.csv;

import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One way to write points in time, and whether values follow it. The pattern is written as
 * {@link java.time.format.DateTimeFormatter} has it; a single {@code d}, {@code M}, {@code H} or {@code h} stands for
 * one digit or two.
 */
public final class DatePattern {
    private static final List<String> PATTERNS = patterns();

    private final String pattern;
    private char[] letters = {};
    private int at;
    private int end;
    private int year;
    private int month;
    private int day;
    private boolean unpadded;
    private int days;
    private int months;

    private DatePattern(String pattern) {
        this.pattern = pattern;
    }

    /** Every pattern that the letters follow, the likeliest first. */
    public static List<DatePattern> of(char[] letters, int from, int to) {
        List<DatePattern> found = new ArrayList<>();
        for (String pattern : PATTERNS) {
            DatePattern candidate = new DatePattern(pattern);
            if (candidate.accept(letters, from, to)) {
                found.add(candidate);
            }
        }
        return found;
    }

    /** Whether the letters follow the pattern; what is accepted adds to what {@link #pattern()} and others tell. */
    public boolean accept(char[] value, int from, int to) {
        letters = value;
        at = from;
        end = to;
        year = 2000;
        month = 1;
        day = 1;
        boolean padded = !unpadded;
        if (!followsPattern() || at != end || day > Month.of(month).length(isLeap())) {
            return false;
        }
        days |= 1 << day;
        months |= 1 << month;
        unpadded = unpadded || !padded;
        return true;
    }

    /** The pattern, with two letters for days, months and hours if all values have two digits there. */
    public String pattern() {
        if (unpadded) {
            return pattern;
        }
        return pattern.replaceAll("(?<![dMHh])([dMHh])(?![dMHh])", "$1$1");
    }

    /** Whether the day stands before the month, both as numbers. */
    public boolean isDayFirst() {
        return pattern.startsWith("d") && !pattern.contains("MMM");
    }

    /** Whether the month stands first, as a number, and the day second. */
    public boolean isMonthFirst() {
        return pattern.startsWith("M") && !pattern.contains("MMM") && pattern.contains("d");
    }

    /** Whether all accepted values have the same day of the month, but not the same month. */
    public boolean hasOneDayOnly() {
        return Integer.bitCount(days) == 1 && Integer.bitCount(months) > 1;
    }

    private boolean isLeap() {
        return Year.isLeap(year);
    }

    private boolean followsPattern() {
        int place = 0;
        while (place < pattern.length()) {
            char letter = pattern.charAt(place);
            int run = place;
            while (run < pattern.length() && pattern.charAt(run) == letter) {
                run++;
            }
            int length = run - place;
            if (letter == '\'') {
                place += 3;
                if (!literal(pattern.charAt(place - 2))) {
                    return false;
                }
                continue;
            }
            boolean follows = Character.isLetter(letter) ? field(letter, length) : literal(letter);
            if (!follows) {
                return false;
            }
            place = Character.isLetter(letter) ? run : place + 1;
        }
        return true;
    }

    private boolean literal(char expected) {
        return at < end && letters[at++] == expected;
    }

    private boolean field(char field, int length) {
        return switch (field) {
            case 'y' -> year(length);
            case 'M' -> {
                month = length >= 3 ? monthName(length == 4) : shortNumber(length);
                yield within(month, 1, 12);
            }
            case 'd' -> {
                day = shortNumber(length);
                yield within(day, 1, 31);
            }
            case 'H' -> within(shortNumber(length), 0, 23);
            case 'h' -> within(shortNumber(length), 1, 12);
            case 'm', 's' -> within(number(2, 2), 0, 59);
            case 'S' -> number(length, length) >= 0;
            case 'a' -> halfOfDay();
            case 'X' -> zone(length);
            default -> throw new IllegalStateException("no field of dates: " + field);
        };
    }

    private boolean year(int length) {
        int number = number(length, length);
        year = length == 2 ? 2000 + number : number;
        return length == 2 ? number >= 0 : within(number, 1000, 2999);
    }

    private static boolean within(int number, int low, int high) {
        return number >= low && number <= high;
    }

    private int shortNumber(int length) {
        int before = at;
        int number = number(length, 2);
        unpadded |= at - before == 1;
        return number;
    }

    /** The number at this place, or -1 if it has fewer or more digits. */
    private int number(int fewest, int most) {
        int number = 0;
        int first = at;
        while (at < end && at - first < most && letters[at] >= '0' && letters[at] <= '9') {
            number = number * 10 + (letters[at++] - '0');
        }
        boolean longer = at < end && most > 1 && fewest != most && letters[at] >= '0' && letters[at] <= '9';
        return at - first < fewest || longer ? -1 : number;
    }

    private int monthName(boolean full) {
        for (Month name : Month.values()) {
            String text = name.getDisplayName(full ? TextStyle.FULL : TextStyle.SHORT, Locale.ENGLISH);
            if (end - at >= text.length() && new String(letters, at, text.length()).equalsIgnoreCase(text)) {
                at += text.length();
                return name.getValue();
            }
        }
        return -1;
    }

    private boolean halfOfDay() {
        if (end - at < 2) {
            return false;
        }
        String text = new String(letters, at, 2).toLowerCase(Locale.ROOT);
        at += 2;
        return text.equals("am") || text.equals("pm");
    }

    private boolean zone(int length) {
        if (at < end && letters[at] == 'Z') {
            at++;
            return true;
        }
        if (at >= end || (letters[at] != '+' && letters[at] != '-')) {
            return false;
        }
        at++;
        boolean hours = within(number(2, 2), 0, 18);
        boolean colon = length != 3 || literal(':');
        return hours && colon && (length == 1 || within(number(2, 2), 0, 59));
    }

    private static List<String> patterns() {
        List<String> days = new ArrayList<>(List.of("yyyy-M-d", "yyyy/M/d", "yyyy.M.d"));
        for (String separator : List.of("/", "-", ".")) {
            for (String year : List.of("yyyy", "yy")) {
                String dayFirst = String.join(separator, "d", "M", year);
                String monthFirst = String.join(separator, "M", "d", year);
                boolean slash = separator.equals("/");
                days.add(slash ? monthFirst : dayFirst);
                days.add(slash ? dayFirst : monthFirst);
            }
        }
        for (String name : List.of("MMM", "MMMM")) {
            for (String form : List.of(
                    "d @ yyyy",
                    "d-@-yyyy",
                    "d-@-yy",
                    "d @ yy",
                    "d. @ yyyy",
                    "d/@/yyyy",
                    "@ d, yyyy",
                    "@ d yyyy",
                    "yyyy-@-d",
                    "d@yyyy")) {
                days.add(form.replace("@", name));
            }
        }
        List<String> all = new ArrayList<>(days);
        all.addAll(
                List.of("yyyy-M", "yyyy/M", "M/yyyy", "M-yyyy", "H:mm", "H:mm:ss", "H.mm.ss", "h:mm a", "h:mm:ss a"));
        for (String name : List.of("MMM", "MMMM")) {
            for (String form : List.of("@ yyyy", "@-yyyy", "@-yy", "@ yy", "@, yyyy", "yyyy-@", "yyyy @")) {
                all.add(form.replace("@", name));
            }
        }
        for (String fraction : List.of(".S", ".SS", ".SSS", ".SSSSSS", ".SSSSSSSSS")) {
            all.add("H:mm:ss" + fraction);
        }
        days.add("yyyyMMdd");
        days.forEach(date -> addTimes(date, all));
        return List.copyOf(all);
    }

    private static void addTimes(String date, List<String> all) {
        boolean iso = date.startsWith("yyyy");
        List<String> zones = iso ? List.of("", "X", "XX", "XXX", " X", " XX", " XXX") : List.of("");
        for (String between : List.of(" ", "'T'")) {
            for (String time : List.of("H:mm", "H:mm:ss", "HHmmss", "HHmm", "H.mm.ss", "H.mm")) {
                zones.forEach(zone -> all.add(date + between + time + zone));
            }
            for (String fraction : List.of(".S", ".SS", ".SSS", ".SSSSSS", ".SSSSSSS", ".SSSSSSSSS")) {
                zones.forEach(zone -> all.add(date + between + "H:mm:ss" + fraction + zone));
            }
        }
        all.add(date + " h:mm a");
        all.add(date + " h:mm:ss a");
        all.add(date + " h:mm:ssa");
        all.add(date + " h:mma");
    }
}
