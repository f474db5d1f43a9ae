package dev.codepurger.model.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Hands out room for states: memory up to a limit, then files, which the system keeps in memory as long as it can. For many threads. A number is
 * written with its lowest byte first.
 */
final class Space {

    private final long limit;
    private final Set<ByteBuffer> spilled = Collections.newSetFromMap(new IdentityHashMap<>());
    private long inMemory;
    private long inFiles;

    Space(long limit) {
        this.limit = limit;
    }

    /** Room for so many bytes, all zero. */
    ByteBuffer take(int bytes) {
        return isForMemory(bytes) ? ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN) : spill(bytes);
    }

    private synchronized boolean isForMemory(int bytes) {
        boolean fits = bytes <= limit - inMemory;
        inMemory += fits ? bytes : 0;
        return fits;
    }

    private synchronized ByteBuffer spill(int bytes) {
        try {
            Path file = Files.createTempFile("codepurger-states", null);
            try {
                ByteBuffer mapped = map(file, 0, bytes);
                spilled.add(mapped);
                return mapped;
            } finally {
                // It lives on without a name for as long as it is in use, and so is never left behind, however the program ends.
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was taken is not used any more. */
    synchronized void giveBack(ByteBuffer room) {
        if (spilled.remove(room)) {
            inFiles -= room.capacity();
        } else {
            inMemory -= room.capacity();
        }
    }

    /** A part of a file that stays, and grows as far as that. */
    synchronized ByteBuffer map(Path file, long position, int bytes) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            inFiles += bytes;
            return channel.map(MapMode.READ_WRITE, position, bytes).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized long inMemory() {
        return inMemory;
    }

    synchronized long inFiles() {
        return inFiles;
    }
}
