package dev.codepurger.conformance.exec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream that may be endless, and be written while it is read: a line is given as soon as it has ended, and nothing is kept of the
 * lines before. Not thread-safe.
 */
final class TraceInput {
    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private int at;
    private int end;
    private byte[] line = new byte[1 << 10];
    private int length;
    private long number;

    TraceInput(InputStream in) {
        this.in = in;
    }

    /** Which line was given last, counted from 1. */
    long number() {
        return number;
    }

    /**
     * The next line without its end, null after the last.
     *
     * @throws TraceException if it is too long or not UTF-8
     */
    @Nullable String next() throws IOException, TraceException {
        length = 0;
        number++;
        while (true) {
            if (at == end) {
                end = in.read(block);
                at = 0;
                if (end < 0) {
                    end = 0;
                    return length == 0 ? null : text();
                }
            }
            int stop = at;
            while (stop < end && block[stop] != '\n') {
                stop++;
            }
            append(stop - at);
            at = stop;
            if (at < end) {
                at++;
                return text();
            }
        }
    }

    private void append(int count) throws TraceException {
        if (count > LineReader.MAX_LINE - length) {
            throw new TraceException(number, LineReader.MAX_LINE + 1, "expected a line of at most " + LineReader.MAX_LINE
                    + " bytes, found a longer one");
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.min(LineReader.MAX_LINE, Math.max(2 * line.length, length + count)));
        }
        System.arraycopy(block, at, line, length, count);
        length += count;
    }

    private String text() throws TraceException {
        ByteBuffer bytes = ByteBuffer.wrap(line, 0, length);
        CharBuffer chars = CharBuffer.allocate(length);
        decoder.reset();
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            throw new TraceException(number, chars.position() + 1,
                    "expected UTF-8, found the byte 0x" + Integer.toHexString(line[bytes.position()] & 0xff));
        }
        return chars.flip().toString();
    }
}
