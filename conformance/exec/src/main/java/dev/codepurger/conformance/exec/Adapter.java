package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.conformance.exec.LineReader.Line;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A running adapter, asked one thing at a time. Whatever it does, an answer, an exception with one line about what it did, or the time-out comes of
 * it; after an exception it is not to be asked again. {@link #close} may come from another thread.
 */
final class Adapter {
    /** How often to look whether the process still lives while its output is silent. */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);
    /** So long after its end the output of a process has been read, unless somebody it started holds it open. */
    private static final long DRAIN = TimeUnit.MILLISECONDS.toNanos(300);

    private final Process process;
    private final ProcessTree tree;
    private final LineReader out;
    private final StandardError err;
    private final OutputStream in;
    private long requests;
    private @Nullable SubjectException broken;
    private volatile boolean asking;
    private volatile boolean closed;

    private Adapter(Process process) {
        this.process = process;
        tree = ProcessTree.of(process);
        out = new LineReader(process.getInputStream());
        err = new StandardError(process.getErrorStream());
        in = process.getOutputStream();
    }

    /** Starts it, without a shell. */
    static Adapter start(Program program) throws SubjectException {
        try {
            ProcessBuilder builder = new ProcessBuilder(program.words());
            builder.environment().keySet().removeAll(program.withoutVariables());
            builder.environment().putAll(program.environment());
            return new Adapter(builder.start());
        } catch (IOException e) {
            throw new SubjectException("the adapter " + Printable.quoted(program.words().get(0)) + " cannot be started: "
                    + Printable.line(String.valueOf(e.getMessage())), e);
        }
    }

    /** Looks who belongs to it, so that they can be ended even if it ends by itself. */
    void note() {
        tree.note();
    }

    /** Can it be asked? */
    boolean isUsable() {
        return broken == null && !closed && !asking && process.isAlive();
    }

    /** What makes a value of an answer. */
    interface Reading<T> {
        T read(Part answer) throws BadAnswerException;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param op the operation
     * @param body what else the request says
     * @param what the request in words, for messages
     * @param timeout how long it may take
     * @param reading what makes something of the answer
     */
    <T> T ask(String op, ObjectNode body, String what, Duration timeout, Reading<T> reading) throws SubjectException {
        if (broken != null) {
            throw broken;
        }
        asking = true;
        long id = ++requests;
        try {
            unasked(what);
            ObjectNode request = Json.object().put("id", id).put("op", op);
            request.setAll(body);
            send(request, what);
            Line line = await(what, timeout);
            return read(line, id, what, reading);
        } catch (SubjectException e) {
            broken = e;
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            broken = new SubjectException("the run was ended while the adapter was asked for " + what, e);
            throw broken;
        } finally {
            asking = false;
        }
    }

    private void unasked(String what) throws SubjectException, InterruptedException {
        Line early = out.poll();
        if (early != null && early.problem() != LineReader.Problem.END) {
            throw complain("wrote line " + early.number() + " unasked, before " + what + ": " + shown(early));
        }
        if (early != null) {
            throw ended(what);
        }
    }

    private void send(ObjectNode request, String what) throws SubjectException, InterruptedException {
        // Cannot wait for ever: everything before was read and answered, and one request is shorter than the buffer of a pipe.
        try {
            in.write((Json.line(request) + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw ended(what);
        }
    }

    private Line await(String what, Duration timeout) throws SubjectException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        long death = 0;
        while (true) {
            long now = System.nanoTime();
            if (deadline - now <= 0) {
                throw new SubjectTimeoutException("did not answer " + what, timeout, err.clause());
            }
            Line line = out.poll(Math.min(LOOK, deadline - now));
            if (line != null && line.problem() != LineReader.Problem.END) {
                return line;
            }
            tree.note();
            if (!process.isAlive() && death == 0) {
                death = now;
            }
            if (line != null || (death != 0 && now - death > DRAIN)) {
                throw ended(what);
            }
        }
    }

    private <T> T read(Line line, long id, String what, Reading<T> reading) throws SubjectException, InterruptedException {
        try {
            if (line.problem() == LineReader.Problem.TOO_LONG) {
                throw new BadAnswerException("is longer than " + LineReader.MAX_LINE + " bytes");
            }
            if (line.text() == null) {
                throw new BadAnswerException("is not UTF-8");
            }
            ObjectNode answer = Json.parse(line.text());
            Part part = new Part(answer, "");
            if (!answer.path("id").isIntegralNumber() || !answer.path("id").canConvertToLong()) {
                throw part.field("id").isNot("the number of the request, " + id);
            }
            long answered = answer.path("id").longValue();
            if (answered != id) {
                throw new BadAnswerException(answered > requests || answered < 1 ? "answers request " + answered + ", which was never made"
                        : "answers request " + answered + " once more, or late; " + id + " was asked");
            }
            if (part.has("error")) {
                throw complain("cannot carry out " + what + ": " + Printable.quoted(part.field("error").text()));
            }
            return reading.read(part);
        } catch (BadAnswerException e) {
            throw complain("gave a wrong answer to " + what + ": line " + line.number() + " " + e.clause() + ": " + shown(line));
        }
    }

    private static String shown(Line line) {
        return line.text() == null ? "(not shown)" : Printable.quoted(line.text());
    }

    private SubjectException ended(String what) throws InterruptedException {
        if (closed) {
            return new SubjectException("the adapter was ended while it was asked for " + what);
        }
        if (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
            return complain("closed its standard input or output instead of answering " + what);
        }
        err.await();
        return new EndedException("the adapter ended with exit code " + process.exitValue() + " instead of answering " + what
                + err.clause(), process.exitValue(), err.text());
    }

    private SubjectException complain(String clause) throws InterruptedException {
        if (!process.isAlive()) {
            err.await();
        }
        return new SubjectException("the adapter " + clause + err.clause());
    }

    /** Tells it that nothing more comes, so that it can end by itself, and grants it a moment for that. */
    void bye() {
        if (!isUsable()) {
            return;
        }
        try {
            send(Json.object().put("id", ++requests).put("op", "bye"), "bye");
            in.close();
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (SubjectException | IOException e) {
            // It has ended already.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process and everything that it has started, and whoever waits for it. */
    void close() {
        closed = true;
        tree.destroy();
        out.stop();
    }
}
