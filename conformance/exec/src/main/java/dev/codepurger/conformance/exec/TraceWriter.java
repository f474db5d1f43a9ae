package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.model.world.Label;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a trace, in ASCII, one event a line, each of them at once, so that somebody can read while it grows. Not thread-safe. */
public final class TraceWriter implements Closeable {
    private final OutputStream out;

    /** Begins a trace: writes its header. Closes the stream when it is closed itself. */
    public TraceWriter(OutputStream out, TraceHeader header) throws IOException {
        this.out = out;
        write(header.write());
    }

    /** One more event. */
    public void write(Label label) throws IOException {
        write(event(label));
    }

    /** One more event of a history. */
    public void write(HistoryLine line) throws IOException {
        ObjectNode object = Json.object().put("by", line.by()).put("from", line.event().from()).put("to", line.event().to());
        object.setAll(event(line.event().label()));
        write(object);
    }

    static ObjectNode event(Label label) {
        ObjectNode object = Json.object();
        return switch (label) {
            case Label.Did did -> {
                object.set("apply", Stimuli.write(did.stimulus()));
                yield object.put("response", did.response().name().toLowerCase(Locale.ROOT));
            }
            case Label.Quiet quiet -> object.set("quiet", Shown.quiet(quiet));
            case Label.Observation seen -> object.set("seen", Shown.observation(seen));
        };
    }

    private void write(ObjectNode object) throws IOException {
        out.write((Json.line(object) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
