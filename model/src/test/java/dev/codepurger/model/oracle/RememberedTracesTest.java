package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link MemoryTest} in small: stories in which numbers and versions are used again, each label beside an oracle that has no memory. */
class RememberedTracesTest {

    private static final List<String> OUTCOMES = List.of("", "0", "1", "2", "3", "4", "5", "6", "02", "x", "undef", "badfun",
            "12345678901");

    private static final Stimulus ON_LOAD = new Stimulus.BeginOnLoad("m");

    /** Version 2 is old and 5 current: 3 and 4 did not come through their on_load functions. */
    private static Story gapInVersions() {
        return Story.seed().load("m").spawn("c", "p").load("m").purge("r1").purged("r1", true, false).makeFun("f").idle()
                .does(ON_LOAD).finish("r2", false).finished("r2").does(ON_LOAD).finish("r3", false).finished("r3").idle()
                .load("m").idle();
    }

    private static Story versions() {
        return gapInVersions().callFun("k1", "p", "f").returned("k1", "2").call("k2", "p").returned("k2", "5").idle()
                .callFun("k3", "c", "f").call("k4", "p").returned("k4", "5").returned("k3", "2").idle().load("n")
                .does(new Stimulus.Call("k5", "p", "n")).returned("k5", "1").does(new Stimulus.Call("k6", "p", "q"))
                .returned("k6", "undef").purge("r4").purged("r4", true, false).idle().load("m").purge("r5").purged("r5", true, false)
                .call("k7", "p").returned("k7", "6").callFun("k8", "p", "f").returned("k8", "badfun").idle();
    }

    /** The same where everybody who was there before goes, and others come. */
    private static Story generations() {
        Story story = Story.seed().load("m").spawn("c");
        for (int i = 1; i <= 3; i++) {
            story.spawnIn("m", "a" + i, "b" + i, "d" + i).spawn("x" + i).load("m").does(new Stimulus.Leave("d" + i)).call("k" + i, "d" + i)
                    .returned("k" + i, Integer.toString(i + 1)).purge("r" + i).killed("b" + i, "a" + i)
                    .purged("r" + i, true, true).idle().alive("a" + i, false).alive("d" + i, true).does(new Stimulus.Exit("d" + i))
                    .sees(new Label.Down("d" + i, "normal")).idle().kill("x" + i).killed("x" + i).idle();
        }
        return story;
    }

    private static Story crowds() {
        return Story.seed().load("m").spawnIn("m", "a", "b").spawn("c", "d", "e", "g").idle().kill("a").killed("a").idle().spawnIn("m", "h")
                .idle().pause("d").idle().resume("d").kill("c").killed("c").idle().spawnIn("m", "i", "j", "k").idle().pause("h").load("m")
                .does(new Stimulus.Purge("r", "m", "g")).killed("b", "i", "j", "k").quiet(QuietKind.BLOCKED).resume("h").killed("h")
                .purged("r", true, true).idle().alive("b", false).alive("e", true).spawn("l").idle();
    }

    private static Story sessions() {
        return Story.seed().load("m").spawn("t", "p", "o").makeFun("f").load("m").testPurge("r1", TestType.SOFT, "t").started("r1")
                .quiet(QuietKind.HELD).callFun("k1", "p", "f").quiet(QuietKind.HELD, "p").goOn("r1", "t").continued("r1")
                .quiet(QuietKind.HELD, "p").complete("r1", "t").returned("k1", "badfun").tested("r1", true).idle().kill("o").killed("o")
                .idle().load("m").testPurge("r2", TestType.HARD, "t").started("r2").callFun("k2", "p", "f").returned("k2", "badfun")
                .quiet(QuietKind.HELD).goOn("r2", "t").continued("r2").complete("r2", "t").tested("r2", true, false).idle();
    }

    private static Story words() {
        return Story.seed().load("m").spawn("c", "p").spawnIn("m", "v").load("m").hold().purge("r1").softPurge("r2")
                .does(new Stimulus.ChangePrio("r3", Priority.OTHER, "p")).goOn("r9", "p").complete("r9", "p")
                .does(new Stimulus.ForgeDown("v")).does(new Stimulus.ForgeCheckReply("v", false))
                .does(new Stimulus.Junk(Stimulus.JunkKind.ATOM)).quiet(QuietKind.BLOCKED).does(new Stimulus.Suspend("p")).release()
                .killed("v").purged("r1", true, true).softPurged("r2", true).does(new Stimulus.Unsuspend("p")).idle()
                .does(new Stimulus.Suspend("v"), Response.NO_EFFECT).does(new Stimulus.Offer("q")).does(new Stimulus.Delete("m"))
                .checkOldCode(true).purge("r4").purged("r4", true, false).idle().does(new Stimulus.Call("k", "p", "q")).returned("k", "1")
                .idle();
    }

    private static Story downTheNode() {
        return Story.seed().load("m").spawn("c", "v").kill("v").killed("v").kill("purger").purgerDown("killed").quiet(QuietKind.DOWN);
    }

    /** From a name that is used again on nothing is remembered; what calls come to is still to be told in the versions of the trace. */
    private static Story nameUsedAgain() {
        return gapInVersions().callFun("k0", "p", "f").hold().purge("r4").kill("c").killed("c").spawn("c").returned("k0", "2")
                .callFun("k1", "p", "f").returned("k1", "2").call("k2", "p").returned("k2", "5").release().idle().load("m")
                .call("k3", "p").returned("k3", "6").idle();
    }

    /** While it is not seen what a call came to, a version goes. */
    private static Story callUnderWay() {
        return Story.seed().load("m").spawn("c", "p").load("m").call("k", "p").purge("r1").purged("r1", true, false).returned("k", "2")
                .idle().call("k2", "p").returned("k2", "2").idle();
    }

    static Stream<Named<Story>> stories() {
        return Stream.of(Named.of("versions", versions()), Named.of("generations", generations()), Named.of("crowds", crowds()),
                Named.of("sessions", sessions()), Named.of("words", words()), Named.of("a call under way", callUnderWay()),
                Named.of("many versions", manyVersions()),
                Named.of("a node that goes down", downTheNode()),
                Named.of("a name that is used again", nameUsedAgain()));
    }

    /** Ten versions are known, after one that is not. */
    private static Story manyVersions() {
        Story story = Story.seed().load("m").spawn("c", "p").does(ON_LOAD).finish("r0", false).finished("r0").idle();
        for (int i = 1; i <= 9; i++) {
            story.load("m").makeFun("f" + i).purge("r" + i).purged("r" + i, true, false).call("k" + i, "p")
                    .returned("k" + i, Integer.toString(i + 2)).idle();
        }
        return story.load("m").call("k", "p").returned("k", "12").purge("r").purged("r", true, false).idle();
    }

    /** Requests, calls and processes that there were not, for those who were to send, call or be there were dead, or there already. */
    private static Story inVain() {
        return Story.seed().load("m").spawn("c", "d", "b").kill("d").killed("d")
                .does(new Stimulus.Purge("v1", "m", "d"), Response.NO_EFFECT)
                .does(new Stimulus.Call("v2", "d", "m"), Response.NO_EFFECT).load("m").purge("r").call("k", "b")
                .does(new Stimulus.Spawn("v3", new Stimulus.Where.OnFun("none")), Response.NO_EFFECT).spawn("e");
    }

    @Test
    @DisplayName("what was done in vain is no other name for what is done next")
    void whatWasDoneInVain() {
        PurgeOracle oracle = PurgeOracle.remembering(new Memory(Profile.SEED, OracleOptions.DEFAULT)).observeAll(inVain().trace());
        assertEquals(Verdict.VIOLATED, inVainAnd(oracle, Story.seed().purged("v1", true, false)));
        assertEquals(Verdict.CONFORMS, inVainAnd(oracle, Story.seed().purged("r", true, false)));
        assertEquals(Verdict.VIOLATED, inVainAnd(oracle, Story.seed().returned("v2", "2")));
        assertEquals(Verdict.CONFORMS, inVainAnd(oracle, Story.seed().returned("k", "2")));
        assertEquals(Verdict.VIOLATED, inVainAnd(oracle, Story.seed().alive("v3", true)));
        assertEquals(Verdict.CONFORMS, inVainAnd(oracle, Story.seed().alive("e", true)));
    }

    private static Verdict inVainAnd(PurgeOracle oracle, Story more) {
        return oracle.observeAll(more.trace()).verdict();
    }

    @Test
    @DisplayName("who came first makes no difference at rest")
    void whoCameFirst() {
        Memory memory = new Memory(Profile.SEED, OracleOptions.DEFAULT);
        Story one = Story.seed().load("m").spawn("a").spawnIn("m", "b").idle();
        Story other = Story.seed().load("m").spawnIn("m", "b").spawn("a").idle();
        assertEquals(PurgeOracle.remembering(memory).observeAll(one.trace()).possibleStates(),
                PurgeOracle.remembering(memory).observeAll(other.trace()).possibleStates());
    }

    private static List<Label> others(Label label) {
        List<Label> others = new ArrayList<>();
        switch (label) {
            case Label.Returned seen -> OUTCOMES.forEach(outcome -> others.add(new Label.Returned(seen.call(), outcome)));
            case Label.Down seen -> others.add(new Label.Down(seen.process() + "x", seen.reason()));
            case Label.Replied seen -> others.add(new Label.Replied(seen.request() + "x", seen.kind(), seen.result()));
            default -> others.add(new Label.Down("purger", "killed"));
        }
        return others;
    }

    private static List<Stimulus> asked(List<Label> trace) {
        List<Stimulus> asked = new ArrayList<>(List.of(new Stimulus.Alive("stranger")));
        for (Label label : trace) {
            if (label instanceof Label.Did(Stimulus.Spawn spawn, Response response) && response == Response.OK) {
                asked.addAll(List.of(new Stimulus.Alive(spawn.process()), new Stimulus.Suspend(spawn.process())));
            }
        }
        return asked.subList(Math.max(0, asked.size() - 6), asked.size());
    }

    private static void alike(PurgeOracle plain, PurgeOracle remembering, List<Label> before) {
        assertEquals(plain.verdict(), remembering.verdict(), () -> "after " + before);
        assertEquals(plain.legalNext(), remembering.legalNext(), () -> "legal after " + before);
        assertEquals(plain.awaited(), remembering.awaited(), () -> "awaited after " + before);
        for (Stimulus stimulus : asked(before)) {
            assertEquals(plain.legalResponses(stimulus), remembering.legalResponses(stimulus), () -> stimulus + " after " + before);
        }
    }

    private static PurgeOracle compared(Memory memory, List<Label> trace) {
        PurgeOracle plain = PurgeOracle.of(Profile.SEED, OracleOptions.DEFAULT);
        PurgeOracle remembering = PurgeOracle.remembering(memory);
        for (int i = 0; i < trace.size(); i++) {
            Label label = trace.get(i);
            List<Label> before = trace.subList(0, i);
            for (Label other : others(label)) {
                assertEquals(plain.observe(other).verdict(), remembering.observe(other).verdict(), () -> other + " after " + before);
            }
            plain = plain.observe(label);
            remembering = remembering.observe(label);
            alike(plain, remembering, trace.subList(0, i + 1));
        }
        return remembering;
    }

    @ParameterizedTest
    @MethodSource("stories")
    @DisplayName("what is remembered is what would be found out")
    void isWhatWouldBeFoundOut(Story story) {
        Memory memory = new Memory(Profile.SEED, OracleOptions.DEFAULT);
        assertEquals(Verdict.CONFORMS, compared(memory, story.trace()).verdict(), () -> "as it was told: " + story.trace());
        long held = memory.held();
        assertEquals(Verdict.CONFORMS, compared(memory, story.trace()).verdict(), "and once more, from memory");
        assertEquals(held, memory.held(), "nothing is new the second time");
    }

    @Test
    @DisplayName("a life that repeats itself needs no more room in the memory")
    void aLifeThatRepeatsItself() {
        Memory memory = new Memory(Profile.SEED, OracleOptions.DEFAULT);
        PurgeOracle oracle = PurgeOracle.remembering(memory).observeAll(Story.seed().load("m").spawn("c").trace());
        long held = 0;
        for (int i = 1; i < 8; i++) {
            held = i <= 4 ? memory.held() : held;
            Story again = Story.seed().spawnIn("m", "v" + i, "w" + i).load("m").call("k" + i, "c")
                    .returned("k" + i, Integer.toString(i + 1)).purge("r" + i).killed("v" + i, "w" + i).purged("r" + i, true, true).idle();
            oracle = oracle.observeAll(again.trace());
        }
        assertEquals(Verdict.CONFORMS, oracle.verdict());
        assertEquals(held, memory.held());
        assertEquals(1, oracle.stateCount());
    }

    @Test
    @DisplayName("states are described in the words of the trace")
    void statesAreDescribedInTheWordsOfTheTrace() {
        Story story = Story.seed().load("m").spawn("gone").kill("gone").killed("gone").idle().spawn("c").spawnIn("m", "lingering").load("m")
                .pause("lingering").testPurge("request", TestType.HARD, "c").started("request").quiet(QuietKind.HELD);
        List<String> states = PurgeOracle.remembering(new Memory(Profile.SEED, OracleOptions.DEFAULT)).observeAll(story.trace())
                .describeStates(5);
        assertFalse(states.isEmpty());
        for (String state : states) {
            assertTrue(state.contains("lingering") && state.contains("request") && state.indexOf('\uffff') < 0, state);
        }
    }
}
