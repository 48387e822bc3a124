package io.thresher.model.neural;

import java.util.ArrayList;
import java.util.List;

/**
 * What a network looks like between its inputs and its outputs.
 *
 * @param widths of the hidden layers, first to last; of a residual network only the first and their number count
 * @param normalises whether hidden layers are normalised before the activation; residual networks always are
 * @param members how many networks share the matrices; 1 unless the backbone is {@link Backbone#TABM}
 */
record NetworkShape(Backbone backbone, List<Integer> widths, Activation activation, boolean normalises, int members) {

    NetworkShape {
        widths = List.copyOf(widths);
    }

    /** What follows a hidden linear layer of {@code width}. */
    List<Layer> afterLinear(int width) {
        List<Layer> layers = new ArrayList<>();
        if (normalises) {
            layers.add(new LayerNormalisation(width));
        }
        layers.add(activation);
        layers.add(new Dropping());
        return layers;
    }
}
