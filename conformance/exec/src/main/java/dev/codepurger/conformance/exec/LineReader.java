package dev.codepurger.conformance.exec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines from somebody who may write without end: a line that is too long ends the reading, and while nobody takes the lines no more than
 * a few are read.
 */
final class LineReader {
    /** The longest line, in bytes: room for the snapshot of more processes than any case has. */
    static final int MAX_LINE = 1 << 20;
    private static final int MAX_WAITING = 16;

    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(MAX_WAITING);
    private final InputStream in;
    private final Thread thread;
    private long number;

    /** What came instead of a line. */
    enum Problem {
        TOO_LONG, NOT_UTF_8, END
    }

    /** One line, counted from 1, or what came instead. */
    record Line(long number, @Nullable String text, @Nullable Problem problem) {
    }

    LineReader(InputStream in) {
        this.in = in;
        thread = new Thread(this::read, "adapter output");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next line, null if there is none within this time. */
    @Nullable Line poll(long nanos) throws InterruptedException {
        return lines.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** The next line if it is there already. */
    @Nullable Line poll() {
        return lines.poll();
    }

    /** Reads no more; a read that is under way ends with its stream. */
    void stop() {
        thread.interrupt();
    }

    private void read() {
        byte[] block = new byte[8192];
        byte[] line = new byte[256];
        int length = 0;
        try {
            while (true) {
                int count = in.read(block);
                if (count < 0) {
                    lines.put(new Line(++number, null, Problem.END));
                    return;
                }
                for (int i = 0; i < count; i++) {
                    if (block[i] == '\n') {
                        lines.put(line(line, length));
                        length = 0;
                        continue;
                    }
                    if (length == MAX_LINE) {
                        lines.put(new Line(++number, null, Problem.TOO_LONG));
                        return;
                    }
                    if (length == line.length) {
                        line = Arrays.copyOf(line, Math.min(2 * length, MAX_LINE));
                    }
                    line[length++] = block[i];
                }
            }
        } catch (IOException e) {
            // The stream was closed under it.
            lines.offer(new Line(++number, null, Problem.END));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Line line(byte[] bytes, int length) {
        try {
            return new Line(++number, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString(), null);
        } catch (CharacterCodingException e) {
            return new Line(number, null, Problem.NOT_UTF_8);
        }
    }
}
