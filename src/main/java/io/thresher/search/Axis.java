package io.thresher.search;

import io.thresher.space.Condition;
import io.thresher.space.FamilySpace.Dimension;
import io.thresher.space.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One parameter as an axis of {@link Coordinates}. */
abstract sealed class Axis permits Axis.Scale, Axis.Words {
    private final String name;
    private final int parent;
    private final Optional<Condition> condition;

    private Axis(String name, int parent, Optional<Condition> condition) {
        this.name = name;
        this.parent = parent;
        this.condition = condition;
    }

    /** The axis of a parameter; {@code names} are those of all parameters in order. */
    static Axis of(Dimension dimension, List<String> names) {
        int parent = dimension
                .condition()
                .map(condition -> names.indexOf(condition.parameter()))
                .orElse(-1);
        Optional<Condition> condition = dimension.condition();
        if (dimension.parameter() instanceof Parameter.Choice choice) {
            return new Words(choice, parent, condition);
        }
        if (dimension.parameter() instanceof Parameter.Whole whole) {
            return new Scale(whole.name(), true, whole.log(), whole.low(), whole.high(), parent, condition);
        }
        Parameter.Real real = (Parameter.Real) dimension.parameter();
        return new Scale(real.name(), false, real.log(), real.low(), real.high(), parent, condition);
    }

    String name() {
        return name;
    }

    /** Number of choices; 0 for a number. */
    abstract int choices();

    abstract double position(Object value);

    abstract Object value(double position);

    /** The nearest position that is that of a value. */
    abstract double snapped(double position);

    /** Whether the condition holds at a point that is settled up to this axis. */
    boolean takesPart(double[] point, List<Axis> axes) {
        if (parent < 0) {
            return true;
        }
        Axis spoken = axes.get(parent);
        return !Double.isNaN(point[parent])
                && condition.orElseThrow().holds(Map.of(spoken.name, spoken.value(point[parent])));
    }

    /** A real or whole number, linear or logarithmic. */
    static final class Scale extends Axis {
        private final boolean whole;
        private final boolean log;
        private final double low;
        private final double high;
        private final double from;
        private final double span;

        private Scale(
                String name,
                boolean whole,
                boolean log,
                double low,
                double high,
                int parent,
                Optional<Condition> condition) {
            super(name, parent, condition);
            this.whole = whole;
            this.log = log;
            this.low = low;
            this.high = high;
            // Every whole number gets the share of the scale that rounds to it.
            double margin = whole ? 0.5 : 0;
            this.from = scaled(low - margin);
            this.span = scaled(high + margin) - from;
        }

        @Override
        int choices() {
            return 0;
        }

        @Override
        double position(Object value) {
            return span == 0 ? 0.5 : clipped((scaled(((Number) value).doubleValue()) - from) / span, 0, 1);
        }

        @Override
        Object value(double position) {
            double scaled = from + position * span;
            double value = log ? Math.exp(scaled) : scaled;
            return whole ? (Object) Math.round(clipped(value, low, high)) : (Object) clipped(value, low, high);
        }

        @Override
        double snapped(double position) {
            double inside = clipped(position, 0, 1);
            return whole ? position(value(inside)) : inside;
        }

        private double scaled(double value) {
            return log ? Math.log(value) : value;
        }

        private static double clipped(double value, double low, double high) {
            return Math.min(high, Math.max(low, value));
        }
    }

    /** A choice among words. */
    static final class Words extends Axis {
        private final List<String> choices;

        private Words(Parameter.Choice choice, int parent, Optional<Condition> condition) {
            super(choice.name(), parent, condition);
            this.choices = choice.choices();
        }

        @Override
        int choices() {
            return choices.size();
        }

        @Override
        double position(Object value) {
            return choices.indexOf(value);
        }

        @Override
        Object value(double position) {
            return choices.get((int) position);
        }

        @Override
        double snapped(double position) {
            return position;
        }
    }
}
