package io.thresher.seed;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * A seed that is split by name, so that what one part draws never shifts what another part draws.
 *
 * @param value the 64 bits of the seed
 */
public record Seed(long value) {

    /** The seed of the part called {@code name}: the same name always gives the same seed. */
    public Seed fork(String name) {
        long hash = value ^ 0x9E3779B97F4A7C15L;
        for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash + letter);
        }
        return new Seed(mix(hash));
    }

    /** The seed of the {@code index}-th part called {@code name}. */
    public Seed fork(String name, long index) {
        return new Seed(mix(fork(name).value + mix(index + 1)));
    }

    /** A generator that starts at this seed. */
    public SplittableRandom random() {
        return new SplittableRandom(value);
    }

    /** The seed as a non-negative {@code int}, for libraries that take no more. */
    public int toInt() {
        return (int) (mix(value) >>> 33);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
