package dev.codepurger.model.explore;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Says of a state whether it was come to before: a hash table with open addressing, in which each state has one word, with the place at which it
 * stands in full and a part of its hash. States are compared in full. For many threads, but for {@link #grow} and what goes with it.
 */
final class StateTable {

    /** Bits of the place within a store; above them stands the number of the store, and then the part of the hash. */
    private static final int PLACE = 32;
    private static final int TAG = 40;
    private static final long ADDRESS = (1L << TAG) - 1;
    /** Slots of a segment. */
    private static final int SHIFT = 22;
    /** Slots for each worker at least, so that there is room for what all of them find before somebody looks whether there is. */
    private static final int SMALLEST = 1 << 14;
    private static final VarHandle SLOTS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Space space;
    private final List<StateStore> stores;
    private ByteBuffer[] segments;
    private long mask;

    StateTable(Space space, List<StateStore> stores, long states) {
        this.space = space;
        this.stores = stores;
        long slots = (long) SMALLEST * Integer.highestOneBit(2 * stores.size());
        while (isFull(states, slots)) {
            slots *= 2;
        }
        mask = slots - 1;
        segments = new ByteBuffer[segments(slots)];
        for (int segment = 0; segment < segments.length; segment++) {
            takeSegment(segment);
        }
    }

    private static int segments(long slots) {
        return (int) Math.max(1, slots >>> SHIFT);
    }

    private static boolean isFull(long states, long slots) {
        return states > slots / 8 * 5;
    }

    /** Would it be better to {@link #grow}, with so many states? */
    boolean isFull(long states) {
        return isFull(states, mask + 1);
    }

    /** Of a state: so many words from one on. */
    static long hash(long[] states, int from, int words) {
        long hash = 0;
        for (int i = from; i < from + words; i++) {
            hash = (hash ^ states[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        hash *= 0xD6E8FEB86659FD93L;
        return hash ^ (hash >>> 32);
    }

    /**
     * Reads where states of these hashes may stand, so that this is near when they are looked up. One after the other, they would wait for memory one after
     * the other.
     *
     * @return something that depends on all that was read
     */
    long touch(long[] hashes, int count) {
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen += slot(hashes[i] & mask);
        }
        for (int i = 0; i < count; i++) {
            long slot = slot(hashes[i] & mask);
            if ((slot & ~ADDRESS) == (hashes[i] & ~ADDRESS) && slot != 0) {
                long place = (slot & ADDRESS) - 1;
                seen += stores.get(store(place)).first(index(place));
            }
        }
        return seen;
    }

    private long slot(long at) {
        return (long) SLOTS.getAcquire(segments[(int) (at >>> SHIFT)], offset(at));
    }

    private static int offset(long at) {
        return ((int) at & ((1 << SHIFT) - 1)) * Long.BYTES;
    }

    /** Adds a state to the store of a worker, if no worker has it: the words from one on, with their hash. */
    boolean add(long[] states, int from, long hash, int worker) {
        long tag = hash & ~ADDRESS;
        StateStore own = stores.get(worker);
        long entry = 0;
        for (long at = hash & mask;; at = (at + 1) & mask) {
            long slot = slot(at);
            if (slot == 0) {
                if (entry == 0) {
                    own.write(states, from);
                    entry = tag | (place(worker, own.size()) + 1);
                }
                slot = (long) SLOTS.compareAndExchange(segments[(int) (at >>> SHIFT)], offset(at), 0L, entry);
                if (slot == 0) {
                    own.keep();
                    return true;
                }
            }
            if ((slot & ~ADDRESS) == tag && stands(states, from, slot)) {
                return false;
            }
        }
    }

    private boolean stands(long[] states, int from, long slot) {
        long place = (slot & ADDRESS) - 1;
        return stores.get(store(place)).equals(index(place), states, from);
    }

    /** Where a state stands that was added before. */
    long find(long[] state) {
        long hash = hash(state, 0, state.length);
        for (long at = hash & mask;; at = (at + 1) & mask) {
            long slot = slot(at);
            if (slot == 0) {
                throw new IllegalArgumentException("nobody has come to this state");
            }
            if ((slot & ~ADDRESS) == (hash & ~ADDRESS) && stands(state, 0, slot)) {
                return (slot & ADDRESS) - 1;
            }
        }
    }

    /** A place in a store as one number. */
    static long place(int store, long index) {
        return ((long) store << PLACE) | index;
    }

    static int store(long place) {
        return (int) (place >>> PLACE);
    }

    static long index(long place) {
        return place & ((1L << PLACE) - 1);
    }

    /** Enters a state of this hash that stands at a place, and in no slot yet. */
    void enter(long hash, long place) {
        long entry = (hash & ~ADDRESS) | (place + 1);
        for (long at = hash & mask;; at = (at + 1) & mask) {
            if (slot(at) == 0 && SLOTS.compareAndSet(segments[(int) (at >>> SHIFT)], offset(at), 0L, entry)) {
                return;
            }
        }
    }

    /** Doubles the room, of which each segment is to be taken, and then what was entered is to be entered again. Nobody else may be at it. */
    void grow() {
        for (ByteBuffer segment : segments) {
            space.giveBack(segment);
        }
        mask = (mask << 1) | 1;
        segments = new ByteBuffer[segments(mask + 1)];
    }

    /** How many parts the room has. */
    int segments() {
        return segments.length;
    }

    /** Takes one of the parts. */
    void takeSegment(int number) {
        segments[number] = space.take((int) ((mask + 1) / segments.length) * Long.BYTES);
    }
}
