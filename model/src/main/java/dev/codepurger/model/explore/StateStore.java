package dev.codepurger.model.explore;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** States in the order in which one worker came to them. One thread writes; others read what they have heard of from it. */
final class StateStore {

    /** States of a chunk. */
    private static final int SHIFT = 16;

    private final int words;
    private final Space space;
    /** Where they stand on disk, null if they need not. */
    private final @Nullable Path file;
    private ByteBuffer[] chunks = new ByteBuffer[0];
    private long size;
    private int forced;

    StateStore(int words, Space space, @Nullable Path file) {
        this.words = words;
        this.space = space;
        this.file = file;
    }

    long size() {
        return size;
    }

    /** Writes a state, the words from one on, behind the last, which is not one of them until {@link #keep}. */
    void write(long[] states, int from) {
        int chunk = (int) (size >>> SHIFT);
        if (chunk == chunks.length) {
            grow();
        }
        ByteBuffer buffer = chunks[chunk];
        int at = offset(size);
        for (int i = 0; i < words; i++) {
            buffer.putLong(at + i * Long.BYTES, states[from + i]);
        }
    }

    /** The state that was written last is one of them. */
    void keep() {
        size++;
    }

    /** So many states are there already: those of a run before this one. */
    void reopen(long states) {
        while ((long) chunks.length << SHIFT < states) {
            grow();
        }
        size = states;
    }

    private void grow() {
        int bytes = (words * Long.BYTES) << SHIFT;
        ByteBuffer more = file == null ? space.take(bytes) : space.map(file, (long) chunks.length * bytes, bytes);
        ByteBuffer[] longer = Arrays.copyOf(chunks, chunks.length + 1);
        longer[chunks.length] = more;
        chunks = longer;
    }

    void read(long index, long[] state) {
        read(index, state, 0);
    }

    /** Reads a state into the words from one on. */
    void read(long index, long[] states, int from) {
        ByteBuffer buffer = chunks[(int) (index >>> SHIFT)];
        int at = offset(index);
        for (int i = 0; i < words; i++) {
            states[from + i] = buffer.getLong(at + i * Long.BYTES);
        }
    }

    /** The first word of a state. */
    long first(long index) {
        return chunks[(int) (index >>> SHIFT)].getLong(offset(index));
    }

    boolean equals(long index, long[] states, int from) {
        ByteBuffer buffer = chunks[(int) (index >>> SHIFT)];
        int at = offset(index);
        for (int i = 0; i < words; i++) {
            if (states[from + i] != buffer.getLong(at + i * Long.BYTES)) {
                return false;
            }
        }
        return true;
    }

    private int offset(long index) {
        return ((int) index & ((1 << SHIFT) - 1)) * words * Long.BYTES;
    }

    /** Has the system write down what it has not yet. */
    void force() {
        for (int chunk = forced; chunk < chunks.length; chunk++) {
            if (chunks[chunk] instanceof MappedByteBuffer mapped) {
                mapped.force();
            }
        }
        forced = Math.max(0, (int) (size >>> SHIFT));
    }
}
