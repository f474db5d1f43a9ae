package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codepurger.conformance.cases.CaseCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PitCommandTest {
    private static final String SURVIVOR = "a.b.Thing.add(II)I#MathMutator#7";

    @TempDir
    private Path folder;

    private Path source;

    @BeforeEach
    void source() throws IOException {
        source = Files.createDirectories(folder.resolve("src/a/b"));
        Files.writeString(source.resolve("Thing.java"), "class Thing {\n    int add(int a, int b) { return a + b; }\n}\n");
    }

    private static String mutation(String status, int ran, int index, String killer) {
        return "<mutation detected='true' status='" + status + "' numberOfTestsRun='" + ran + "'><sourceFile>Thing.java</sourceFile>"
                + "<mutatedClass>a.b.Thing</mutatedClass><mutatedMethod>add</mutatedMethod><methodDescription>(II)I</methodDescription>"
                + "<lineNumber>2</lineNumber><mutator>org.pitest.mutationtest.engine.gregor.mutators.MathMutator</mutator><indexes><index>"
                + index + "</index></indexes><blocks><block>0</block></blocks><killingTest>" + killer
                + "</killingTest><description>Replaced integer addition with subtraction</description></mutation>";
    }

    private Shell pit(String xml, String triage, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("mutations.xml"), "<?xml version=\"1.0\"?><mutations>" + xml + "</mutations>");
        Path known = Files.writeString(folder.resolve("triage.json"), triage);
        String[] words = {"pit", "--triage", known.toString(), "--source", folder.resolve("src").toString(), "--report",
                folder.resolve("report").toString(), file.toString()};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Shell.run(all);
    }

    private static String triage(String entries) {
        return "{\"scope\": [\"a.b.\"], \"undetected\": [" + entries + "]}";
    }

    private static String entry(String id) {
        return "{\"mutant\": \"" + id + "\", \"verdict\": \"equivalent\", \"reason\": \"nobody adds\"}";
    }

    private static final String BOTH = mutation("KILLED", 2, 5,
            "a.b.ThingTest.[engine:junit-jupiter]/[class:a.b.ThingTest]/[method:adds()]")
            + mutation("SURVIVED", 3, 7, "");

    @Test
    @DisplayName("a survivor with an entry is accepted, and stands in the report with its line and reason")
    void accepted() throws IOException {
        Shell shell = pit(BOTH, triage(entry(SURVIVOR)), "--complete");
        assertEquals(0, shell.code(), shell.out() + shell.err());
        assertTrue(shell.out().contains("2 mutants: 1 killed, 1 accepted with a reason; score 100.0%"), shell.out());
        JsonNode file = report().path("files").path("a/b/Thing.java");
        assertTrue(file.path("source").asText().contains("return a + b"));
        JsonNode survivor = file.path("mutants").get(1);
        assertEquals(SURVIVOR, survivor.path("id").asText());
        assertEquals("Ignored", survivor.path("status").asText());
        assertEquals("nobody adds", survivor.path("statusReason").asText());
        assertEquals(2, survivor.path("location").path("start").path("line").asInt());
    }

    @Test
    @DisplayName("a survivor without an entry fails, and so does an entry without its survivor")
    void problems() throws IOException {
        Shell survivor = pit(BOTH, triage(""));
        assertEquals(1, survivor.code());
        assertTrue(survivor.out().contains("nothing is said about it: " + SURVIVOR), survivor.out());
        Shell killed = pit(BOTH, triage(entry(SURVIVOR) + ", " + entry("a.b.Thing.add(II)I#MathMutator#5")));
        assertEquals(1, killed.code());
        assertTrue(killed.out().contains("the mutant is detected: a.b.Thing.add(II)I#MathMutator#5"), killed.out());
        Shell gone = pit(BOTH, triage(entry(SURVIVOR) + ", " + entry("a.b.Gone.add(II)I#MathMutator#5")), "--complete");
        assertEquals(1, gone.code());
        assertTrue(gone.out().contains("there is no such mutant: a.b.Gone"), gone.out());
    }

    @Test
    @DisplayName("of a sample, nothing can be said about an entry whose mutant is not in it")
    void sample() throws IOException {
        assertEquals(0, pit(BOTH, triage(entry(SURVIVOR) + ", " + entry("a.b.Gone.add(II)I#MathMutator#5"))).code());
    }

    @Test
    @DisplayName("a mutant that other tests meet in another module is detected if one of them fails, and such a test has the name of its case")
    void suite() throws IOException {
        Path suite = folder.resolve("suite.xml");
        String test = "a.b.OurSuite.[engine:junit-jupiter]/[class:a.b.OurSuite]/[test-factory:conformance()]/[dynamic-container:#1]/[dynamic-test:#";
        Files.writeString(suite, "<mutations>" + mutation("KILLED", 1, 7, test + "1]") + "</mutations>");
        Shell shell = pit(BOTH, triage(""), suite.toString(), "--cases", "kill-*");
        assertEquals(0, shell.code(), shell.out() + shell.err());
        assertTrue(shell.out().contains("2 mutants: 2 killed"), shell.out());
        JsonNode tests = report().path("testFiles").path("a.b.OurSuite").path("tests");
        String name = tests.get(0).path("name").asText();
        assertTrue(name.endsWith(": " + CaseCatalogue.load().matching("kill-*").cases().get(0).id()), name);
        Files.writeString(suite,
                "<mutations>" + mutation("TIMED_OUT", 1, 5, "") + mutation("SURVIVED", 1, 7, test + "9999]") + "</mutations>");
        Shell survived = pit(BOTH, triage(entry(SURVIVOR)), suite.toString(), "--cases", "kill-*");
        assertEquals(0, survived.code(), survived.out() + survived.err());
        assertTrue(survived.out().contains("2 mutants: 1 killed, 1 accepted with a reason"), survived.out());
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve("report/pit.mutation.json")));
    }

    @Test
    @DisplayName("a run that mutated nothing, or ran no test, is none")
    void nothing() throws IOException {
        Shell nothing = pit("", triage(""));
        assertEquals(2, nothing.code());
        assertTrue(nothing.err().contains("nothing was mutated"), nothing.err());
        Shell untested = pit(mutation("SURVIVED", 0, 7, ""), triage(entry(SURVIVOR)));
        assertEquals(2, untested.code());
        assertTrue(untested.err().contains("no test ran"), untested.err());
        assertEquals(2, pit("<mutation status='KILLED'/>", triage("")).code());
    }

    @Test
    @DisplayName("who uses up all memory counts as one that timed out: which of both is found first is up to the machine")
    void memory() throws IOException {
        Shell shell = pit(mutation("MEMORY_ERROR", 1, 5, "") + mutation("TIMED_OUT", 1, 7, ""), triage(""));
        assertEquals(0, shell.code(), shell.err());
        assertTrue(shell.out().contains("2 mutants: 2 timed out"), shell.out());
    }
}
