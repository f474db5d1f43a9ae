package dev.codepurger.conformance.exec;

import dev.codepurger.conformance.explain.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The end of what an adapter wrote to standard error: all of it is read, so that the adapter never waits, and little is kept. */
final class StandardError {
    private static final int KEPT = 8192;
    private static final int SHOWN = 600;

    private final byte[] ring = new byte[KEPT];
    private final InputStream in;
    private final Thread thread;
    private long written;

    StandardError(InputStream in) {
        this.in = in;
        thread = new Thread(this::read, "adapter errors");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        byte[] block = new byte[KEPT];
        try {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                keep(block, count);
            }
        } catch (IOException e) {
            // The stream was closed under it; what there was is kept.
            return;
        }
    }

    private synchronized void keep(byte[] block, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % KEPT)] = block[i];
        }
    }

    /** Waits, not for long, until the last of it has been read. */
    void await() throws InterruptedException {
        TimeUnit.MILLISECONDS.timedJoin(thread, 1000);
    }

    /** The end of it as it was, not fit for a terminal. */
    synchronized String text() {
        int length = (int) Math.min(written, KEPT);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = ring[(int) ((written - length + i) % KEPT)];
        }
        return new String(last, StandardCharsets.UTF_8).strip();
    }

    /** A clause to put behind a sentence about the adapter, empty if it wrote nothing; fit for a terminal. */
    synchronized String clause() {
        String text = text();
        if (text.isEmpty()) {
            return "";
        }
        boolean cut = text.length() > SHOWN || written > KEPT;
        String end = text.length() > SHOWN ? text.substring(text.length() - SHOWN) : text;
        return "; its standard error " + (cut ? "ends: ..." : "says: ") + Printable.line(end.replaceAll("\\s*\\R", " | "));
    }
}
