package io.thresher.model.neural;

import java.util.ArrayList;
import java.util.List;

/** How the hidden layers of a network are laid out. */
enum Backbone {
    /** Linear, perhaps normalisation, activation, dropout for each hidden width; then a linear output. */
    MLP("mlp") {
        @Override
        List<Layer> layers(NetworkShape shape, int inputs, float[] start) {
            List<Layer> layers = new ArrayList<>();
            int width = inputs;
            for (int next : shape.widths()) {
                layers.add(Linear.hidden(width, next));
                layers.addAll(shape.afterLinear(next));
                width = next;
            }
            layers.add(Linear.last(width, start));
            return layers;
        }
    },
    /**
     * Blocks x + linear(dropout(activation(linear(normalisation(x))))), each twice as wide inside, between a linear
     * layer and activation(normalisation(x)) before the output (Gorishniy, Rubachev, Khrulkov, Babenko: Revisiting Deep
     * Learning Models for Tabular Data, 2021, section 3.2; with layer normalisation, where a row does not depend on the
     * batch it came in, for batch normalisation).
     */
    RESNET("resnet") {
        @Override
        List<Layer> layers(NetworkShape shape, int inputs, float[] start) {
            int width = shape.widths().get(0);
            int inside = 2 * width;
            List<Layer> layers = new ArrayList<>(List.of(Linear.hidden(inputs, width)));
            for (int block = 0; block < shape.widths().size(); block++) {
                layers.add(new Residual(new Sequence(List.of(
                        new LayerNormalisation(width),
                        Linear.hidden(width, inside),
                        shape.activation(),
                        new Dropping(),
                        Linear.hidden(inside, width)))));
            }
            layers.add(new LayerNormalisation(width));
            layers.add(shape.activation());
            layers.add(Linear.last(width, start));
            return layers;
        }
    },
    /**
     * k members that share the matrices of a multilayer perceptron; the loss is the mean of theirs, the prediction the
     * mean of their predictions (Gorishniy, Kotelnikov, Babenko: TabM, 2025).
     */
    TABM("tabm") {
        @Override
        List<Layer> layers(NetworkShape shape, int inputs, float[] start) {
            int members = shape.members();
            List<Layer> layers = new ArrayList<>(List.of(new MemberAxis()));
            int width = inputs;
            for (int next : shape.widths()) {
                layers.add(new MemberLinear(members, width, next, layers.size() == 1));
                layers.addAll(shape.afterLinear(next));
                width = next;
            }
            layers.add(new MemberOutput(members, width, start.length, Initial.repeating(start)));
            return layers;
        }
    };

    private final String word;

    Backbone(String word) {
        this.word = word;
    }

    /** The word in search spaces. */
    String word() {
        return word;
    }

    /** From {@code inputs} numbers a row to outputs that begin as {@code start}. */
    abstract List<Layer> layers(NetworkShape shape, int inputs, float[] start);
}
