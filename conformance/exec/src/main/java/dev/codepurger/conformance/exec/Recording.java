package dev.codepurger.conformance.exec;

import dev.codepurger.model.world.Label;
import java.io.IOException;
import java.util.function.Consumer;

/** A trace that is written beside something else, which goes on without it: what goes wrong is told once, and ends the trace. Thread-safe. */
final class Recording {
    private final TraceWriter writer;
    private final Consumer<IOException> failed;
    private boolean ended;

    Recording(TraceWriter writer, Consumer<IOException> failed) {
        this.writer = writer;
        this.failed = failed;
    }

    private interface Writing {
        void to(TraceWriter writer) throws IOException;
    }

    void write(Label label) {
        write(to -> to.write(label));
    }

    void write(HistoryLine line) {
        write(to -> to.write(line));
    }

    private synchronized void write(Writing writing) {
        if (!ended) {
            try {
                writing.to(writer);
            } catch (IOException e) {
                failed.accept(e);
                end();
            }
        }
    }

    /** Nothing more is written. May be called more than once. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            try {
                writer.close();
            } catch (IOException e) {
                failed.accept(e);
            }
        }
    }
}
