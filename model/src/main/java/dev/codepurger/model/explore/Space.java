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
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands out room for states: memory up to a limit, then files, which the system keeps in memory as long as it can. For many threads. A number is
 * written with its lowest byte first.
 */
final class Space implements AutoCloseable {

    private final long limit;
    /** Where files go that nobody will read again; made when there is one. */
    private @Nullable Path folder;
    private final IdentityHashMap<ByteBuffer, Path> spilled = new IdentityHashMap<>();
    private long inMemory;
    private long inFiles;
    private int files;

    Space(long limit) {
        this.limit = limit;
    }

    /** Room for so many bytes, all zero. */
    synchronized ByteBuffer take(int bytes) {
        if (bytes <= limit - inMemory) {
            inMemory += bytes;
            return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("codepurger-states");
            }
            Path file = folder.resolve("spilled-" + files++);
            ByteBuffer mapped = map(file, 0, bytes);
            spilled.put(mapped, file);
            return mapped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was taken is not used any more. */
    synchronized void giveBack(ByteBuffer room) {
        Path file = spilled.remove(room);
        if (file == null) {
            inMemory -= room.capacity();
            return;
        }
        inFiles -= room.capacity();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    @Override
    public synchronized void close() {
        try {
            for (Path file : spilled.values()) {
                Files.delete(file);
            }
            spilled.clear();
            if (folder != null) {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
