package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.conformance.exec.TraceException;
import dev.codepurger.conformance.exec.TraceReader;
import dev.codepurger.model.oracle.Memory;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.PurgeOracle;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Logs that the suite has recorded")
class RecordedLogsTest {
    private static final Pattern REQUESTED = Pattern.compile("effect requested\\((\\w+)\\)");
    private static final Pattern ANSWERED = Pattern.compile("effect answered\\((\\w+), ");
    private static final Pattern KILLED = Pattern.compile("effect kill_issued\\((\\w+)\\)");
    private static final Pattern CONFIRMED = Pattern.compile("effect killed\\((\\w+)\\)");

    @TempDir
    Path folder;

    private List<Path> record(String subject, String channel, int seed, String cases) throws IOException {
        Path traces = folder.resolve(subject.replace(':', '-') + "-" + seed);
        Shell run = Shell.run("run", "--subject", subject, "--scheduler", "seeded", "--seed", Integer.toString(seed), "--channel", channel,
                "--cases", cases, "--record", traces.toString());
        assertTrue(run.code() <= 1, run.err());
        try (Stream<Path> files = Files.list(traces)) {
            return files.sorted().toList();
        }
    }

    // ------------------------------------------------------------------------------------------------------------ stuck purgers

    private static List<String> all(Pattern pattern, String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Of the one that has sent and was not received, as the table of the trace shows it. */
    private static String only(Pattern sent, Pattern received, String out) {
        String text = out.substring(out.indexOf("The trace"), out.indexOf("To judge it again"));
        List<String> left = all(sent, text);
        left.removeAll(all(received, text));
        assertEquals(1, left.size(), text);
        return left.get(0);
    }

    private String checked(String fault, int seed) throws IOException {
        Shell check = Shell.run("check", record(fault, "effects", seed, "purge-kills-lingerers").get(0).toString());
        assertEquals(1, check.code(), check.out());
        String out = check.out().replaceAll("\\s+", " ");
        assertTrue(out.contains("not legal: quiet(stalled)") && out.contains("LIVE-5 (MUST)"), check.out());
        return out;
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    @DisplayName("of a purger that is stuck with no kill outstanding and one answer open name that answer")
    void stuckForAnAnswer(int seed) throws IOException {
        String out = checked("fault:lost-check-reply", seed);
        assertTrue(out.contains("open 1, outstanding [], waiting []"), out);
        assertTrue(out.contains("The purger would go on if it received the answer to its check request from "
                + only(REQUESTED, ANSWERED, out) + " The trace"), out);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    @DisplayName("of a purger that is stuck with no answer open and one kill outstanding name that DOWN message")
    void stuckForADown(int seed) throws IOException {
        String out = checked("fault:lost-down", seed);
        String lost = only(KILLED, CONFIRMED, out);
        assertTrue(out.contains("open 0, outstanding [" + lost + "], waiting []"), out);
        assertTrue(out.contains("The purger would go on if it received the DOWN message of " + lost + " The trace"), out);
    }

    // ------------------------------------------------------------------------------------------------------------ memory

    private static List<Label> read(Path trace) throws IOException {
        try (InputStream in = Files.newInputStream(trace)) {
            TraceReader reader = TraceReader.of(in);
            List<Label> labels = new ArrayList<>();
            for (Label label = reader.next(); label != null; label = reader.next()) {
                labels.add(label);
            }
            return labels;
        } catch (TraceException e) {
            throw new IOException(trace.toString(), e);
        }
    }

    /** How many events are legal, and what is said then. */
    private record Judged(int legal, Verdict verdict) {
        static Judged by(PurgeOracle oracle, List<Label> trace) {
            PurgeOracle now = oracle;
            for (int i = 0; i < trace.size(); i++) {
                now = now.observe(trace.get(i));
                if (now.verdict() != Verdict.CONFORMS) {
                    return new Judged(i, now.verdict());
                }
            }
            return new Judged(trace.size(), Verdict.CONFORMS);
        }
    }

    @Test
    @Tag("slow")
    @DisplayName("are judged alike by an oracle with a memory, which all of them share, and by one without")
    void memory() throws IOException {
        List<Path> logs = new ArrayList<>();
        for (String subject : List.of("reference", "fault:queue-reversed")) {
            logs.addAll(record(subject, "black-box", 1, "QUEUE-3"));
        }
        Memory memory = new Memory(Profile.SEED, OracleOptions.DEFAULT);
        int violated = 0;
        for (Path log : logs) {
            List<Label> trace = read(log);
            Judged without = Judged.by(PurgeOracle.of(Profile.SEED, OracleOptions.DEFAULT), trace);
            assertEquals(without, Judged.by(PurgeOracle.remembering(memory), trace), log::toString);
            violated += without.verdict() == Verdict.VIOLATED ? 1 : 0;
        }
        System.out.println(logs.size() + " logs, of which " + violated + " are not legal");
        assertTrue(logs.size() > 100 && violated > 10, logs.size() + " logs, " + violated + " not legal");
    }
}
