package io.thresher.pipeline;

import java.util.Arrays;

/**
 * Runs of tokens as states of an automaton: the state of a run follows from that of the run without its last token.
 * {@link #ROOT} is the run of no tokens. Tokens are numbers from 0.
 */
final class TermTrie {
    static final int ROOT = 0;
    /** No such state. */
    static final int NOWHERE = -1;

    private static final long EMPTY = -1;
    /** 2⁶⁴ by the golden ratio: spreads keys that differ in few bits over all places (Knuth, volume 3, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[64];
    private int[] stateOf = new int[64];
    private int[] parents = new int[32];
    private int[] tokens = new int[32];
    private int states = 1;

    TermTrie() {
        Arrays.fill(keys, EMPTY);
    }

    /** Number of states; they are numbered from 0 in the order in which they came. */
    int states() {
        return states;
    }

    /** The state after {@code token}, or {@link #NOWHERE}. */
    int next(int state, int token) {
        int place = place(key(state, token));
        return keys[place] == EMPTY ? NOWHERE : stateOf[place];
    }

    /** The state after {@code token}, a new one where there was none. */
    int add(int state, int token) {
        long key = key(state, token);
        int place = place(key);
        if (keys[place] != EMPTY) {
            return stateOf[place];
        }
        if (states == parents.length) {
            grow();
            place = place(key);
        }
        keys[place] = key;
        stateOf[place] = states;
        parents[states] = state;
        tokens[states] = token;
        return states++;
    }

    /** The state without the last token. */
    int parent(int state) {
        return parents[state];
    }

    /** The last token of a state. */
    int token(int state) {
        return tokens[state];
    }

    private static long key(int state, int token) {
        return ((long) state << Integer.SIZE) | token;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
        while (keys[place] != EMPTY && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** Twice as many states; at most half of the places are taken. */
    private void grow() {
        parents = Arrays.copyOf(parents, 2 * states);
        tokens = Arrays.copyOf(tokens, 2 * states);
        keys = new long[4 * states];
        stateOf = new int[keys.length];
        Arrays.fill(keys, EMPTY);
        for (int state = 1; state < states; state++) {
            int place = place(key(parents[state], tokens[state]));
            keys[place] = key(parents[state], tokens[state]);
            stateOf[place] = state;
        }
    }
}
