package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is meant to harm a reader of traces is refused, before much of it is held. */
class HostileTraceTest {
    private static final String HEADER = "{\"format\":\"codepurger-trace\",\"version\":1,\"profile\":\"seed\"}\n";

    /** A line that never ends, with something in front; counts what is read of it. */
    private static final class Endless extends InputStream {
        private final byte[] front;
        private final byte[] again;
        private long read;

        Endless(String front, String again) {
            this.front = front.getBytes(StandardCharsets.UTF_8);
            this.again = again.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            long at = read++;
            return at < front.length ? front[(int) at] : again[(int) ((at - front.length) % again.length)];
        }

        @Override
        public int read(byte[] into, int from, int count) {
            for (int i = 0; i < count; i++) {
                into[from + i] = (byte) read();
            }
            return count;
        }
    }

    @ParameterizedTest(name = "an endless line of {0} {1}...")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"''|a", "{'seen':{'name':'|a", "|[", "{'seen':|1", "{'seen':|{'seen':",
            "|9"})
    void endless(String front, String again) throws Exception {
        String quoted = front == null ? "" : front.replace('\'', '"');
        Endless in = new Endless(HEADER + quoted, again.replace('\'', '"'));
        TraceReader reader = TraceReader.of(in);
        TraceException problem = assertThrows(TraceException.class, reader::next);
        assertEquals("expected a line of at most 1048576 bytes, found a longer one", problem.clause());
        assertTrue(in.read < 2L * LineReader.MAX_LINE, "read " + in.read);
    }

    private static String clause(String event) throws Exception {
        TraceReader reader = TraceReader.of(new ByteArrayInputStream((HEADER + event).getBytes(StandardCharsets.UTF_8)));
        return assertThrows(TraceException.class, reader::next).clause();
    }

    @Test
    @DisplayName("deep nesting, huge numbers and long names are refused")
    void hostile() throws Exception {
        int million = 1_000_000;
        assertTrue(clause("{\"seen\":" + "[".repeat(million)).contains("nesting depth"));
        assertTrue(clause("{\"seen\":" + "9".repeat(million) + "}").contains("exceeds the maximum allowed"));
        assertTrue(clause("{\"seen\":1e" + "9".repeat(19) + "}").contains("an object as seen"));
        assertTrue(clause("{\"seen\":" + "9".repeat(21) + "}").contains("Number value length"));
        String longName = clause("{\"seen\":{\"name\":\"started\",\"ref\":\"" + "a".repeat(million) + "\"}}");
        assertTrue(longName.contains("String value length") && longName.length() < 1000, longName);
        String rather = clause("{\"seen\":{\"name\":\"started\",\"ref\":\"" + "a".repeat(201) + "\"}}");
        assertTrue(rather.contains("a name of 1 to 200 characters") && rather.length() < 1000, rather);
        assertTrue(clause("{\"" + "a".repeat(million) + "\":1}").contains("Name length"));
    }

    @Test
    @DisplayName("a flood of actors is refused")
    void actors() throws Exception {
        StringBuilder lines = new StringBuilder("{\"format\":\"codepurger-trace\",\"version\":2,\"profile\":\"seed\",\"history\":true}\n");
        for (int i = 0; i <= 1000; i++) {
            lines.append("{\"by\":\"a").append(i).append("\",\"from\":1,\"to\":1,\"apply\":{\"name\":\"hold\"},\"response\":\"ok\"}\n");
        }
        TraceReader reader = TraceReader.of(new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 1000; i++) {
            reader.nextOfHistory();
        }
        TraceException problem = assertThrows(TraceException.class, reader::nextOfHistory);
        assertEquals("1002:7 expected one of the first 1000 actors as by, found \"a1000\"",
                problem.line() + ":" + problem.column() + " " + problem.clause());
    }

    @Test
    @DisplayName("what is not UTF-8 is refused at the byte that is not")
    void notText() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((HEADER + "{\"seen\":\"\u00e9").getBytes(StandardCharsets.UTF_8));
        out.write(0xff);
        out.writeBytes("\"}\n".getBytes(StandardCharsets.UTF_8));
        TraceReader reader = TraceReader.of(new ByteArrayInputStream(out.toByteArray()));
        TraceException problem = assertThrows(TraceException.class, reader::next);
        assertEquals("2:11 expected UTF-8, found the byte 0xff", problem.line() + ":" + problem.column() + " " + problem.clause());
    }
}
