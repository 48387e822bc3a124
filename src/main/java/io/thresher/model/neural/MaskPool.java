package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Dropout with masks cut, at random places, out of one pool that is drawn anew each epoch. Masks are drawn in Java:
 * PyTorch's generator is shared by the whole process, and its dropout costs more than the matrix product before it.
 */
final class MaskPool implements Dropout {
    /** Pool size in masks of the largest layer. */
    private static final int MASKS = 4;

    /** Masks start at multiples of this many values, on a cache line. */
    private static final int ALIGNMENT = 16;

    private final int threshold;
    private final float kept;
    private final SplittableRandom random;
    private @Nullable NDArray pool;

    MaskPool(double rate, SplittableRandom random) {
        this.threshold = (int) Math.round(rate * (1 << Short.SIZE));
        this.kept = (float) (1 / (1 - rate));
        this.random = random;
    }

    /** The pool is freed with the parent of the batch that {@code hidden} belongs to. */
    @Override
    public NDArray apply(NDArray hidden) {
        long size = hidden.size();
        NDArray masks = pool;
        if (masks == null || masks.size() < MASKS * size) {
            masks = drawn(Math.toIntExact(MASKS * size), hidden.getManager().getParentManager());
        }
        int places = Math.toIntExact((masks.size() - size) / ALIGNMENT) + 1;
        long from = (long) ALIGNMENT * random.nextInt(places);
        return hidden.mul(Torch.part(masks, from, hidden.getShape(), hidden.getManager()));
    }

    @Override
    public void renew() {
        if (pool != null) {
            fill(pool);
        }
    }

    private NDArray drawn(int size, NDManager manager) {
        if (pool != null) {
            pool.close();
        }
        pool = manager.zeros(new Shape(size));
        fill(pool);
        return pool;
    }

    private void fill(NDArray masks) {
        float[] values = new float[Math.toIntExact(masks.size())];
        long bits = 0;
        for (int i = 0; i < values.length; i++) {
            bits = i % 4 == 0 ? random.nextLong() : bits >>> Short.SIZE;
            values[i] = (bits & 0xFFFF) < threshold ? 0f : kept;
        }
        Torch.write(masks, FloatBuffer.wrap(values));
    }
}
