package dev.codepurger.conformance.otp;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.subject.SubjectException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A node of its own that keeps its purger busy, and writes the log of it. */
public final class LoadedNode implements AutoCloseable {
    private static final int AHEAD = 10_000;
    private static final int SHOWN = 600;

    /**
     * What the node is to do.
     *
     * @param schedulers how many schedulers it runs on
     * @param requestsInFlight the limit of outstanding system requests, 0 for none
     * @param seed decides what the clients do
     * @param messages how many messages its purger is to get at least
     * @param silence how long it may write nothing
     */
    public record Load(int schedulers, int requestsInFlight, long seed, long messages, Duration silence) {}

    private final Workshop workshop;
    private final Process process;
    private final Path errors;
    private final Duration silence;
    private final BlockingQueue<Optional<String>> lines = new ArrayBlockingQueue<>(AHEAD);
    private volatile @Nullable String trouble;

    private LoadedNode(Workshop workshop, Process process, Path errors, Duration silence) {
        this.workshop = workshop;
        this.process = process;
        this.errors = errors;
        this.silence = silence;
        Thread reader = new Thread(this::read, "log of the purger");
        reader.setDaemon(true);
        reader.start();
    }

    /** Compiles what the node needs, and starts it. */
    public static LoadedNode start(Load load) throws SubjectException {
        if (!Erlang.isThere()) {
            throw new SubjectException(Erlang.NOT_THERE);
        }
        Workshop workshop = Workshop.open();
        try {
            Path errors = workshop.folder().resolve("errors");
            ProcessBuilder builder = new ProcessBuilder(ImmutableList.of(Erlang.program("erl"), "-noinput", "-boot", "start_clean", "+S",
                    load.schedulers() + ":" + load.schedulers(), "-kernel", "logger_level", "none", "-pa", workshop.folder().toString(),
                    "-s", "codepurger_white", "start", "-codepurger_white", Long.toString(load.seed()), Long.toString(load.messages()),
                    Integer.toString(load.requestsInFlight())));
            builder.environment().keySet().removeAll(OtpProvider.VARIABLES);
            builder.environment().put("ERL_CRASH_DUMP_SECONDS", "0");
            return new LoadedNode(workshop, builder.redirectError(errors.toFile()).start(), errors, load.silence());
        } catch (IOException e) {
            workshop.close();
            throw new SubjectException("a node cannot be started: " + Printable.line(String.valueOf(e.getMessage())), e);
        } catch (SubjectException e) {
            workshop.close();
            throw e;
        }
    }

    private void read() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.put(Optional.of(line));
            }
            lines.put(Optional.empty());
        } catch (IOException e) {
            // The node was ended, and nobody reads any more.
            trouble = "the log cannot be read: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The log, line by line, as it is written. It also ends where nothing came for too long. */
    public Iterator<String> lines() {
        return new AbstractIterator<>() {
            @Override
            protected @Nullable String computeNext() {
                try {
                    Optional<String> line = lines.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
                    if (line == null) {
                        trouble = "the node wrote nothing for " + silence.toSeconds() + " s";
                        return endOfData();
                    }
                    return line.isPresent() ? line.get() : endOfData();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return endOfData();
                }
            }
        };
    }

    /** Why the log stopped before its end. */
    public String trouble() {
        String known = trouble;
        if (known != null) {
            return known;
        }
        try {
            if (!process.waitFor(silence.toMillis(), TimeUnit.MILLISECONDS)) {
                return "the node closed its output";
            }
            String said = Files.readString(errors, StandardCharsets.ISO_8859_1).strip();
            String last = said.substring(Math.max(0, said.length() - SHOWN));
            return "the node ended with exit code " + process.exitValue() + (last.isEmpty() ? "" : ": " + Printable.quoted(last));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "this was interrupted";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        workshop.close();
    }
}
