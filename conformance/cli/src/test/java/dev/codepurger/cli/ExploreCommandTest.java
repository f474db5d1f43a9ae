package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreCommandTest {

    private static void contains(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), text);
        }
    }

    @Test
    @DisplayName("the hardened purger conforms in every world")
    void hardened() {
        Shell shell = Shell.run("explore");
        assertEquals(0, shell.code(), shell.out());
        contains(shell.out(), "profile hardened", "kill-limit           889     2030   17     all 46 hold", "verdict: conforms");
    }

    @Test
    @DisplayName("with a purger that does not ask all processes at once there are more worlds, and more claims")
    void requestLimit() {
        Shell shell = Shell.run("explore", "--profile", "otp-25-hardened");
        assertEquals(0, shell.code(), shell.out());
        contains(shell.out(), "kill-limit           889     2030   17     all 49 hold",
                "few-for-ever         676     1696   31     all 50 hold");
        contains(Shell.run("explore", "one-request", "--profile", "otp-25-hardened").out(), "kill limit 1, request limit 1, ",
                "  CHECK-11      holds    a check that ends asks nobody any more",
                "  unasked       reached  somebody has still to be asked");
        Shell without = Shell.run("explore", "one-request");
        assertEquals(0, without.code(), without.out());
        assertFalse(without.out().contains("CHECK-11") || without.out().contains("unasked"), without.out());
    }

    @Test
    @DisplayName("the seed loses a request, and each step to that is shown")
    void seed() {
        Shell shell = Shell.run("explore", "--profile", "seed");
        assertEquals(1, shell.code(), shell.out());
        contains(shell.out(), "finish-in-check      47      60     13     violated: LIVE-1, LIVE-1 f",
                "purger  takes finish_after_on_load true, f#1  drops finish_after_on_load true, f#1",
                "  then: f waits for the answer to finish_keep; purger waits for a request",
                "LIVE-1 f is violated: who waits for an answer gets it, or dies; as for LIVE-1",
                "  16  purger  answers                               -> c: reply to purge, c#1: {false,false}   again",
                "  meanwhile, step 13 and what follows over and over: f waits for the answer to finish_keep; purger waits for a request",
                "purger  takes complete, t#1         drops complete, t#1",
                "(--to mermaid draws the ways above as sequence diagrams)", "verdict: violated");
    }

    @Test
    @DisplayName("a counterexample is a sequence diagram if that is asked for")
    void mermaid() {
        Shell shell = Shell.run("explore", "finish-in-check", "--profile", "seed", "--to", "mermaid");
        assertEquals(1, shell.code(), shell.out());
        contains(shell.out(), "```mermaid", "sequenceDiagram", "    f->>purger: finish_after_on_load true, f#35;1",
                "    Note over f: waits for the answer to finish_keep");
        assertFalse(shell.out().contains("verdict"), shell.out());
    }

    @Test
    @DisplayName("one world is told in full, with its processes, claims and goals")
    void single() {
        Shell shell = Shell.run("explore", "callers");
        assertEquals(0, shell.code(), shell.out());
        contains(shell.out(), "  p: old, may leave, may call", "  c: remote, asks soft_purge, asks purge",
                "2148 states, 6990 edges, depth 22",
                "  LAMBDA-9          holds    a caller is suspended only while a purge is pending",
                "  caller-suspended  reached  a caller is suspended");
    }

    @Test
    @DisplayName("with a bound nothing is said to conform, and goals are not held against anybody")
    void bound() {
        Shell shell = Shell.run("explore", "kill-limit", "--bound", "100");
        assertEquals(3, shell.code(), shell.out());
        contains(shell.out(), "> 100 states", "KILL-1        holds so far", "not reached yet", "verdict: inconclusive");
        contains(Shell.run("explore", "--bound", "100").out(), "> 324  7      none violated so far\n");
    }

    @Test
    @DisplayName("mutants tell which claims see a relaxed rule, and which see nothing in a world")
    void mutants() throws IOException {
        Shell shell = Shell.run("explore", "finish-in-check", "--mutants");
        assertEquals(1, shell.code(), shell.out());
        contains(shell.out(), "profile hardened, finish-in-check\n", "QUEUE-6     LIVE-1, LIVE-1 ever in finish-in-check\n",
                "show, and break no claim: CHECK-1",
                "broken by no mutant: KILL-1, ", "verdict: violated");
        JsonNode json = new ObjectMapper().readTree(Shell.run("explore", "finish-in-check", "--mutants", "--json").out());
        assertEquals("violated", json.get("verdict").asText());
        assertEquals("caught", json.get("mutants").get(0).get("fate").asText());
        assertEquals("finish-in-check", json.get("mutants").get(0).get("broken").get("LIVE-1").asText());
        assertEquals(3, Shell.run("explore", "finish-in-check", "--mutants", "--bound", "5").code());
    }

    @Test
    @DisplayName("the graph of a world is printed for other tools")
    void graphs() {
        contains(Shell.run("explore", "finish-in-check", "--to", "aut").out(), "des (0, 61, 47)\n(0, \"REQUEST c\", 1)\n");
        contains(Shell.run("explore", "finish-in-check", "--to", "dot").out(), "digraph states {\n");
        Shell cut = Shell.run("explore", "finish-in-check", "--to", "aut", "--bound", "9");
        assertEquals(3, cut.code());
        contains(cut.err(), "the graph ends at 9 states");
    }

    @Test
    @DisplayName("as JSON there are counts, properties and counterexamples")
    void json() throws IOException {
        Shell shell = Shell.run("explore", "early-complete", "--profile", "seed", "--json");
        assertEquals(1, shell.code(), shell.out());
        JsonNode world = new ObjectMapper().readTree(shell.out()).get("worlds").get(0);
        assertEquals(81, world.get("states").asInt());
        @Nullable JsonNode live = null;
        for (JsonNode property : world.get("properties")) {
            live = property.get("name").asText().equals("LIVE-1") ? property : live;
        }
        assertEquals(11, Objects.requireNonNull(live).get("counterexample").size());
        JsonNode ever = world.get("properties").get(world.get("properties").size() - 5);
        assertEquals("LIVE-1 t", ever.get("name").asText());
        assertEquals(11, ever.get("loopsAfter").asInt());
        assertTrue(world.get("liveness").asBoolean());
    }

    @Test
    @DisplayName("a lasso is drawn with its loop in a frame")
    void mermaidLoop() {
        contains(Shell.run("explore", "finish-among-purges", "--profile", "seed", "--to", "mermaid").out(), """
                    Note over f: waits for the answer to finish_keep
                    Note over purger: waits for a request
                    loop over and over, for ever
                    c->>purger: purge, c#35;1
                """, """
                    purger->>c: reply to purge, c#35;1: {false,false}
                    end
                """);
    }

    @Test
    @DisplayName("a lasso is a trace for tools, with the state to which its last one leads back")
    void itf(@TempDir Path folder) throws IOException {
        JsonNode lasso = new ObjectMapper()
                .readTree(Shell.run("explore", "finish-among-purges", "--profile", "seed", "--to", "itf").out());
        assertEquals(12, lasso.get("loop").asInt());
        assertEquals(16, lasso.get("states").size());
        assertEquals("c: purge, c#1", lasso.at("/states/13/#meta/action").asText());
        assertEquals("[{\"kind\":\"purge\",\"from\":\"c\",\"n\":1}]", lasso.at("/states/13/mailbox").toString());
        assertTrue(lasso.at("/states/12/proc/f/waits").asBoolean());
        assertEquals("[]", lasso.at("/states/12/purger/victims/#set").toString());
        Shell several = Shell.run("explore", "finish-in-check", "--profile", "seed", "--to", "itf", "--out", folder.toString());
        assertEquals(1, several.code(), several.err());
        JsonNode atRest = new ObjectMapper().readTree(folder.resolve("finish-in-check.LIVE-1.itf.json").toFile());
        JsonNode stutters = new ObjectMapper().readTree(folder.resolve("finish-in-check.LIVE-1.f.itf.json").toFile());
        assertEquals(13, atRest.get("states").size());
        assertFalse(atRest.has("loop"));
        assertEquals(12, stutters.get("loop").asInt());
        assertEquals(13, stutters.get("states").size());
        contains(Shell.run("explore", "--profile", "seed", "--to", "itf").err(), "counterexamples, and standard output has room for one");
        contains(Shell.run("explore", "--to", "mermaid", "--out", folder.toString()).err(), "--out goes with --to itf only");
        Path occupied = Files.createFile(folder.resolve("file"));
        assertEquals(2, Shell.run("explore", "finish-in-check", "--profile", "seed", "--to", "itf", "--out", occupied.toString()).code());
    }

    @Test
    @DisplayName("what cannot be explored is said")
    void usage() {
        contains(Shell.run("explore", "nowhere").err(), "there is no world \"nowhere\"; there are kill-limit");
        contains(Shell.run("explore", "--to", "aut").err(), "so name it");
        contains(Shell.run("explore", "--list", "--json").out(), "\"world\" : \"finish-twice\"", "\"f: remote, asks finish_discard\"");
        contains(Shell.run("explore", "--list").out(), "finish-in-check      the end of an on_load is sent while a purge is checking");
        assertEquals(2, Shell.run("explore", "--bound", "0").code());
        contains(Shell.run("explore", "kill-limit", "--to", "aut", "--json").err(), "does not go with --json");
        contains(Shell.run("explore", "kill-limit", "--to", "mermaid", "--mutants").err(), "does not go with --mutants");
        Shell nothing = Shell.run("explore", "finish-in-check", "--to", "mermaid");
        assertEquals(0, nothing.code());
        contains(nothing.err(), "there is no counterexample to draw");
    }

    @Test
    @DisplayName("a large world is explored in its packed form, with every claim, and by symmetry if that is wanted")
    void large() {
        Shell shell = Shell.run("explore", "crowd-100k", "--symmetry", "--workers", "2");
        assertEquals(0, shell.code(), shell.err());
        contains(shell.out(), "69510 states, 185408 edges, depth 40", "victim-waits       reached",
                "  every way through crowd-100k comes to an end, so what holds of states at rest says", "verdict: conforms");
        contains(shell.err(), "69510 states stand for 136182, and 185408 edges for 361592");
    }

    @Test
    @DisplayName("what the seed loses is found in the packed form too, and drawn in as many steps")
    void seedPacked() {
        Shell shell = Shell.run("explore", "finish-in-check", "--profile", "seed", "--workers", "2");
        assertEquals(1, shell.code(), shell.out());
        contains(shell.out(), "LIVE-1        VIOLATED", "  12  ",
                "  then: f waits for the answer to finish_keep; purger waits for a request");
    }

    @Test
    @DisplayName("counting looks at no claim, and keeps what it finds in a folder if there is one")
    void count(@TempDir Path folder) throws IOException {
        String[] command = {"explore", "callers", "--count", "--json", "--checkpoint", folder.toString(), "--memory", "1k"};
        for (int run = 0; run < 2; run++) {
            Shell shell = Shell.run(command);
            assertEquals(0, shell.code(), shell.err());
            JsonNode counted = new ObjectMapper().readTree(shell.out()).get(0);
            assertEquals("callers 2148 6990 22 2148", String.join(" ", counted.get("world").asText(), counted.get("states").asText(),
                    counted.get("edges").asText(), counted.get("depth").asText(), counted.get("unreducedStates").asText()));
        }
        Shell other = Shell.run("explore", "callers", "--count", "--symmetry", "--checkpoint", folder.toString());
        assertEquals(2, other.code(), other.out());
        contains(other.err(), "is of another exploration: the symmetry is off, not on; remove it to begin anew");
        Path checkpoint = folder.resolve("callers-hardened").resolve("checkpoint.properties");
        Files.writeString(checkpoint, Files.readString(checkpoint).replaceFirst("code=[0-9a-f]", "code=x"));
        Shell changed = Shell.run(command);
        assertEquals(2, changed.code(), changed.out());
        assertEquals("codepurger: cannot explore callers: the checkpoint in " + checkpoint.getParent()
                + " is of another version of Codepurger; remove it to begin anew", changed.err().strip());
    }

    @Test
    @DisplayName("sizes are numbers of bytes, with a letter for a thousand and so on")
    void sizes() {
        assertEquals(List.of(17L, 2048L, 3L << 20, 4L << 30), Stream.of("17", "2k", "3M", "4g").map(ScaleOptions::bytes).toList());
        Shell shell = Shell.run("explore", "callers", "--memory", "much");
        assertEquals(2, shell.code());
        contains(shell.err(), "--memory must be a number of bytes");
    }
}
