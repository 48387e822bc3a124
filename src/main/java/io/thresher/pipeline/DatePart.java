package io.thresher.pipeline;

import java.util.Map;

/** A whole number that a point in time has. */
enum DatePart {
    YEAR("year", 0) {
        @Override
        boolean isIn(DateForm form) {
            return form.has(DateField.YEAR);
        }

        @Override
        <T> T of(Map<DateField, T> fields, WholeNumbers<T> numbers) {
            return year(fields, numbers);
        }
    },
    MONTH("month", 12) {
        @Override
        boolean isIn(DateForm form) {
            return form.has(DateField.MONTH);
        }

        @Override
        <T> T of(Map<DateField, T> fields, WholeNumbers<T> numbers) {
            return field(fields, DateField.MONTH, 1, numbers);
        }
    },
    DAY_OF_MONTH("day of the month", 31) {
        @Override
        boolean isIn(DateForm form) {
            return form.has(DateField.DAY);
        }

        @Override
        <T> T of(Map<DateField, T> fields, WholeNumbers<T> numbers) {
            return field(fields, DateField.DAY, 1, numbers);
        }
    },
    /** Monday is 0. */
    DAY_OF_WEEK("day of the week", 7) {
        @Override
        boolean isIn(DateForm form) {
            return form.has(DateField.YEAR) && form.has(DateField.DAY);
        }

        @Override
        <T> T of(Map<DateField, T> fields, WholeNumbers<T> numbers) {
            T day = numbers.plus(DAY.of(fields, numbers), numbers.constant(2));
            return numbers.modulo(day, numbers.constant(7));
        }
    },
    MINUTE_OF_DAY("minute of the day", 1440) {
        @Override
        boolean isIn(DateForm form) {
            return form.has(DateField.HOUR) || form.has(DateField.HOUR_OF_HALF);
        }

        @Override
        <T> T of(Map<DateField, T> fields, WholeNumbers<T> numbers) {
            T ofHalf = field(fields, DateField.HOUR_OF_HALF, 0, numbers);
            T half = numbers.times(field(fields, DateField.HALF, 0, numbers), numbers.constant(12));
            T inDay = numbers.plus(numbers.modulo(ofHalf, numbers.constant(12)), half);
            T hour = numbers.plus(field(fields, DateField.HOUR, 0, numbers), inDay);
            T minutes = numbers.times(hour, numbers.constant(60));
            return numbers.plus(minutes, field(fields, DateField.MINUTE, 0, numbers));
        }
    },
    /** Days since 1 March of the year 0 (Richards: Calendars, Explanatory Supplement to the Astronomical Almanac, 2013). */
    DAY("days since the first", 0) {
        @Override
        boolean isIn(DateForm form) {
            return form.has(DateField.YEAR) && form.has(DateField.MONTH);
        }

        @Override
        <T> T of(Map<DateField, T> fields, WholeNumbers<T> numbers) {
            T month = MONTH.of(fields, numbers);
            T early = numbers.isLess(month, numbers.constant(3));
            T year = numbers.minus(year(fields, numbers), early);
            T sinceMarch = numbers.modulo(numbers.plus(month, numbers.constant(9)), numbers.constant(12));
            T ofMonths = numbers.over(
                    numbers.plus(numbers.times(sinceMarch, numbers.constant(153)), numbers.constant(2)),
                    numbers.constant(5));
            T leap = numbers.plus(
                    numbers.minus(numbers.over(year, numbers.constant(4)), numbers.over(year, numbers.constant(100))),
                    numbers.over(year, numbers.constant(400)));
            T ofYears = numbers.plus(numbers.times(year, numbers.constant(365)), leap);
            T day = numbers.minus(DAY_OF_MONTH.of(fields, numbers), numbers.constant(1));
            return numbers.plus(numbers.plus(ofYears, ofMonths), day);
        }
    };

    private final String words;
    private final int period;

    DatePart(String words, int period) {
        this.words = words;
        this.period = period;
    }

    /** What people call it. */
    String words() {
        return words;
    }

    /** After how many it begins again; 0 if never. */
    int period() {
        return period;
    }

    /** Whether dates of that form have it, and more than one value of it. */
    abstract boolean isIn(DateForm form);

    /** The part of a point in time with these fields; not negative. */
    abstract <T> T of(Map<DateField, T> fields, WholeNumbers<T> numbers);

    /** Years of two digits are those of this century. */
    private static <T> T year(Map<DateField, T> fields, WholeNumbers<T> numbers) {
        T year = field(fields, DateField.YEAR, 2000, numbers);
        T isShort = numbers.isLess(year, numbers.constant(100));
        return numbers.plus(year, numbers.times(isShort, numbers.constant(2000)));
    }

    private static <T> T field(Map<DateField, T> fields, DateField field, long otherwise, WholeNumbers<T> numbers) {
        T value = fields.get(field);
        return value == null ? numbers.constant(otherwise) : value;
    }
}
