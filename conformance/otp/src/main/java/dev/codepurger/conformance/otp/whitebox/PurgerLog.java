package dev.codepurger.conformance.otp.whitebox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.model.purger.Profile;
import java.io.BufferedReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;

/**
 * The log of a purger: JSON lines, the first of which says what purger it is of (see {@code docs/reference/purger-log.md}). It is read once, as it is written.
 */
public final class PurgerLog {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(20).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int FORMAT = 1;

    private final Iterator<String> lines;
    private final Event header;
    private long read;

    private PurgerLog(Iterator<String> lines) {
        this.lines = lines;
        header = next().orElseThrow(() -> new LogException("the log is empty"));
        if (header.fields().path("log").asInt() != FORMAT) {
            throw new LogException("this is no log of a purger: its first line should begin with {\"log\":" + FORMAT);
        }
    }

    /**
     * Reads the first line.
     *
     * @throws LogException if it is not the first line of such a log
     */
    public static PurgerLog of(Reader reader) {
        BufferedReader lines = reader instanceof BufferedReader buffered ? buffered : new BufferedReader(reader);
        return new PurgerLog(lines.lines().iterator());
    }

    /** The same for lines that come from elsewhere. */
    public static PurgerLog of(Iterator<String> lines) {
        return new PurgerLog(lines);
    }

    /** The profile that the purger is to be compared with, if nothing else is said: without a limit of requests that of the seed. */
    public Profile profile() {
        int limit = requestsInFlight();
        return limit == 0 ? Profile.SEED : Profile.OTP_25.withRequestsInFlight(limit);
    }

    /** Check requests in flight at most; 0 without limit. */
    public int requestsInFlight() {
        JsonNode limit = header.value("requests_in_flight");
        if (!limit.isInt() || limit.intValue() < 0) {
            throw new LogException("line 1 of the log: \"requests_in_flight\" should be a number, 0 for none");
        }
        return limit.intValue();
    }

    /** What system the purger belongs to. */
    public String system() {
        return "Erlang/OTP " + header.text("otp") + ", erts " + header.text("erts");
    }

    /** The purger's own pid. */
    String purger() {
        return header.text("purger");
    }

    /** The next line, nothing at the end. */
    Optional<Event> next() {
        try {
            if (!lines.hasNext()) {
                return Optional.empty();
            }
            read++;
            JsonNode node = MAPPER.readTree(lines.next());
            if (node instanceof ObjectNode fields) {
                return Optional.of(new Event(read, fields));
            }
            throw new LogException("line " + read + " of the log is no JSON object");
        } catch (JsonProcessingException e) {
            throw new LogException("line " + read + " of the log is not JSON", e);
        } catch (UncheckedIOException e) {
            throw new LogException("the log cannot be read: " + e.getCause(), e);
        }
    }
}
