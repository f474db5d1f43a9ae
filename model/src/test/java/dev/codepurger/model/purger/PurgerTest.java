package dev.codepurger.model.purger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Message.RequestTag;
import dev.codepurger.model.purger.Message.Tag;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The purger alone: its phases, and what it asks of the node, in order. */
class PurgerTest {
    private static final Pid C = new Pid(1, "c");
    private static final Pid T = new Pid(2, "t");
    private static final Message.Purge PURGE = new Message.Purge("m", C, "r");
    private static final Message.SoftPurge SOFT = new Message.SoftPurge("m", C, "s");
    private static final Message.TestPurge TEST = new Message.TestPurge("m", TestType.HARD, T, "t1");
    private static final Message.TestPurge SOFT_TEST = new Message.TestPurge("m", TestType.SOFT, T, "t2");
    private static final Message.FinishAfterOnLoad FINISH = new Message.FinishAfterOnLoad("m", false, C, "f");
    private static final Message GARBAGE = new Message.Garbage("x");

    private final RecordingNode node = new RecordingNode();
    private Profile profile = Profile.SEED.withKillLimit(2);
    private Phase phase = new Phase.WaitForRequest();

    private static final Choices OBEDIENT = new Choices() {
        @Override
        public <X> X choose(Rule rule, X normal, Supplier<List<X>> others) {
            return normal;
        }
    };

    private Purger purger() {
        return new Purger(profile, node, OBEDIENT);
    }

    private static Pid v(int number) {
        return new Pid(10 + number, "v" + number);
    }

    private PurgerTest takes(Message message) {
        phase = Objects.requireNonNull(purger().receive(phase, message));
        return this;
    }

    private PurgerTest leaves(Message message) {
        assertNull(purger().receive(phase, message));
        return this;
    }

    private PurgerTest goesOn() {
        phase = purger().proceed(phase);
        return this;
    }

    private PurgerTest answers(Pid process, boolean refers) {
        return takes(new Message.CheckReply(Tag.CURRENT, process, refers));
    }

    private PurgerTest down(Pid process) {
        return takes(new Message.Down(process, true, false));
    }

    private PurgerTest did(String... calls) {
        assertEquals(List.of(calls), node.look());
        return this;
    }

    private PurgerTest is(Class<? extends Phase> expected) {
        assertInstanceOf(expected, phase);
        return this;
    }

    @Test
    void aHardPurgeKillsByTheLimitAndLastInFirstOut() {
        node.processes = 6;
        takes(PURGE).did("prepare m").goesOn().did("requestAll m").answers(C, false).did("answered c false");
        answers(v(1), true).did("answered v1 true", "monitor v1", "kill v1").answers(v(2), true).answers(v(3), true);
        answers(v(4), true).did("answered v2 true", "monitor v2", "kill v2", "answered v3 true", "answered v4 true");
        Phase.Check check = assertInstanceOf(Phase.Check.class, phase);
        assertEquals(new KillState(ImmutableList.of(v(1), v(2)), ImmutableList.of(v(4), v(3)), true), check.kill());
        assertEquals(1, check.open());
        down(v(2)).did("killConfirmed v2", "monitor v4", "kill v4").down(v(1)).did("killConfirmed v1", "monitor v3", "kill v3");
        down(v(3)).down(v(4)).did("killConfirmed v3", "killConfirmed v4").is(Phase.Check.class).answers(T, false);
        is(Phase.Finish.class).goesOn().did("answered t false", "complete m").goesOn().did("reply c r {true,true}");
        is(Phase.WaitForRequest.class);
    }

    @Test
    void aHardPurgeOfNobodyEndsWithItsLastAnswer() {
        node.processes = 2;
        takes(PURGE).goesOn().answers(C, false).is(Phase.Check.class).answers(T, false).is(Phase.Finish.class).goesOn().goesOn();
        did("prepare m", "requestAll m", "answered c false", "answered t false", "complete m", "reply c r {true,false}");
    }

    @Test
    void withoutOldCodeNobodyIsAsked() {
        node.old = false;
        takes(PURGE).is(Phase.Prepared.class).goesOn().is(Phase.Answer.class).goesOn().did("prepare m", "reply c r {false,false}");
        takes(SOFT).goesOn().goesOn().did("prepare m", "reply c s true").is(Phase.WaitForRequest.class);
    }

    @Test
    void aSoftPurgeEndsWithTheFirstTrue() {
        node.processes = 3;
        takes(SOFT).goesOn().answers(C, false).answers(v(1), true).is(Phase.Finish.class).goesOn().goesOn();
        did("prepare m", "requestAll m", "answered c false", "answered v1 true", "abort m", "reply c s false");
        takes(SOFT).goesOn().answers(C, false).answers(v(1), false).answers(T, false).goesOn().goesOn();
        did("prepare m", "requestAll m", "answered c false", "answered v1 false", "answered t false", "complete m", "reply c s true");
    }

    @Test
    void aCheckKnowsItsOwnSignals() {
        node.processes = 1;
        takes(PURGE).goesOn().did("prepare m", "requestAll m");
        Phase before = phase;
        takes(new Message.CheckReply(Tag.STALE, C, true)).takes(new Message.CheckReply(Tag.FOREIGN, C, false));
        takes(new Message.Down(v(1), false, false)).takes(new Message.Down(v(1), true, false)).takes(GARBAGE);
        takes(new Message.Continue("r")).takes(new Message.Complete("r")).takes(new Message.ExitSignal());
        assertEquals(before, phase);
        assertEquals(7, node.look().stream().filter(call -> call.startsWith("dropped")).count());
    }

    @Test
    void requestsAreSavedAndServedInOrder() {
        node.processes = 1;
        Message.Malformed malformed = new Message.Malformed(RequestTag.PURGE);
        takes(PURGE).goesOn().takes(SOFT).takes(malformed).takes(FINISH).takes(TEST);
        did("prepare m", "requestAll m", "saved " + SOFT, "saved " + malformed, "dropped " + FINISH, "saved " + TEST);
        node.old = false;
        answers(C, false).goesOn().goesOn().is(Phase.CheckRequests.class).did("answered c false", "complete m", "reply c r {true,false}");
        goesOn().did("prepare m").goesOn().goesOn().did("reply c s true").goesOn().did("dropped " + malformed).goesOn().did("prepare m");
        assertEquals(new Phase.Prepared(TEST, false, -1, Saved.NOTHING), phase);
    }

    @Test
    void aHardenedPurgerSavesAFinish() {
        profile = Profile.HARDENED;
        node.processes = 1;
        takes(PURGE).goesOn().takes(FINISH).did("prepare m", "requestAll m", "saved " + FINISH).answers(C, false).goesOn().goesOn();
        assertEquals(new Phase.CheckRequests(Saved.NOTHING.and(FINISH)), phase);
    }

    @Test
    void aHardenedPurgerKeepsTheWordsOfSessionsThatExist() {
        profile = Profile.HARDENED;
        node.processes = 1;
        Message.Complete mine = new Message.Complete("t1");
        Message.Continue saved = new Message.Continue("t2");
        takes(TEST).goesOn().takes(new Message.Continue("t1")).node.look();
        takes(saved).did("dropped " + saved).takes(SOFT_TEST).takes(saved).takes(mine).takes(new Message.Complete("x"));
        did("saved " + SOFT_TEST, "saved " + saved, "saved " + mine, "dropped Complete[ref=x]");
        answers(C, false).goesOn().did("answered c false", "continued t t1", "monitorTester t", "demonitorTester t");
        goesOn().did("complete m").goesOn().did("reply t t1 {true,false}").goesOn().goesOn();
        did("prepare m", "started t t2", "monitorTester t", "demonitorTester t", "requestAll m");
        assertEquals(Saved.NOTHING, assertInstanceOf(Phase.Check.class, phase).saved());
    }

    @Test
    void wordsOfASessionThatHasEndedAreForgotten() {
        profile = Profile.HARDENED;
        Saved words = Saved.NOTHING.keep(new Message.Continue("r")).keep(new Message.Complete("r")).keep(new Message.Complete("t1"))
                .and(TEST);
        phase = new Phase.Answer(PURGE, new Result.Hard(true, true), words);
        goesOn();
        assertEquals(new Phase.CheckRequests(Saved.NOTHING.keep(new Message.Complete("t1")).and(TEST)), phase);
    }

    @Test
    void aSessionWaitsTwice() {
        node.processes = 1;
        takes(TEST).did("prepare m").goesOn().did("started t t1", "monitorTester t").leaves(new Message.Continue("x"));
        leaves(new Message.Complete("t1")).leaves(PURGE).leaves(GARBAGE).leaves(new Message.Down(C, true, false));
        leaves(new Message.Down(T, false, false)).takes(new Message.Continue("t1")).did("demonitorTester t", "requestAll m");
        answers(C, false).is(Phase.Checked.class).goesOn().did("answered c false", "continued t t1", "monitorTester t");
        leaves(new Message.Complete("x")).leaves(new Message.Continue("t1")).leaves(SOFT).leaves(new Message.Down(C, true, false));
        leaves(new Message.Down(T, false, false)).takes(new Message.Complete("t1")).did("demonitorTester t");
        goesOn().goesOn().did("complete m", "reply t t1 {true,false}").is(Phase.WaitForRequest.class);
    }

    @Test
    void aSoftSessionFixesItsVerdictAtContinued() {
        node.processes = 2;
        takes(SOFT_TEST).goesOn().takes(new Message.Continue("t2")).answers(v(1), true).goesOn();
        assertEquals(new Phase.Continued(SOFT_TEST, Phase.Ending.ABORT, new Result.Soft(false), Saved.NOTHING), phase);
        node.look();
        takes(new Message.Complete("t2")).goesOn().goesOn().did("demonitorTester t", "abort m", "reply t t2 false");
    }

    @Test
    void aSessionWithoutOldCodeWaitsTwiceToo() {
        node.old = false;
        takes(TEST).goesOn().takes(new Message.Continue("t1")).goesOn().takes(new Message.Complete("t1")).is(Phase.Answer.class).goesOn();
        did("prepare m", "started t t1", "monitorTester t", "demonitorTester t", "continued t t1", "monitorTester t", "demonitorTester t",
                "reply t t1 {false,false}");
        takes(SOFT_TEST).goesOn().takes(new Message.Continue("t2")).goesOn().takes(new Message.Complete("t2")).goesOn();
        assertEquals("reply t t2 true", node.calls.getLast());
    }

    @Test
    void whenTheTesterDiesNobodyWaitsAgain() {
        node.processes = 1;
        takes(TEST).goesOn().down(T).answers(C, false).is(Phase.Finish.class).goesOn().goesOn();
        did("prepare m", "started t t1", "monitorTester t", "requestAll m", "answered c false", "complete m", "reply t t1 {true,false}");
        takes(TEST).goesOn().takes(new Message.Continue("t1")).answers(C, false).goesOn().down(T).is(Phase.Finish.class);
    }

    @Test
    void aTestPurgeOfAnotherTypeIsDropped() {
        takes(new Message.TestPurge("m", TestType.OTHER, T, "o")).is(Phase.WaitForRequest.class).did();
    }

    @Test
    void aFinishThatKeepsPreparesNothing() {
        Message.FinishAfterOnLoad keep = new Message.FinishAfterOnLoad("m", true, C, "f");
        takes(keep).is(Phase.Answer.class).goesOn().did("finish m true", "reply c f ok");
    }

    @Test
    void aFinishThatDoesNotKeepPurgesTheFailedCode() {
        node.processes = 2;
        takes(FINISH).did("finish m false").is(Phase.OnLoadFailed.class).goesOn().did("prepareOnLoad m").goesOn().answers(C, false)
                .answers(v(1), true).down(v(1)).goesOn().goesOn();
        did("requestAll m", "answered c false", "answered v1 true", "monitor v1", "kill v1", "killConfirmed v1", "complete m",
                "reply c f ok");
        node.old = false;
        takes(FINISH).goesOn().goesOn().is(Phase.Answer.class).goesOn().did("finish m false", "prepareOnLoad m", "reply c f ok");
    }

    @Test
    void aFinishOfNothingTakesTheSeedDownAndIsAnsweredByTheHardened() {
        node.pendingOnLoad = false;
        takes(FINISH).did("finish m false");
        assertEquals(new Phase.Terminated("badarg"), phase);
        profile = Profile.HARDENED;
        phase = new Phase.WaitForRequest();
        takes(FINISH).goesOn().did("finish m false", "reply c f {error,no_pending_on_load}").is(Phase.WaitForRequest.class);
    }

    @Test
    void anIdlePurgerDropsWhatIsNoRequest() {
        for (Message message : List.of(GARBAGE, new Message.Continue("r"), new Message.Complete("r"), new Message.ExitSignal(),
                new Message.Malformed(RequestTag.PURGE), new Message.Down(C, false, false), new Message.CheckReply(Tag.STALE, C, true))) {
            takes(message).did("dropped " + message).is(Phase.WaitForRequest.class);
        }
    }

    @Test
    void aWaitingPurgerDoesNotGoOnAndABusyOneTakesNothing() {
        Saved none = Saved.NOTHING;
        List<Phase> waiting = List.of(new Phase.WaitForRequest(), new Phase.Started(TEST, true, -1, none),
                Phase.Check.of(PURGE, true, 1, 0, Phase.Tester.NONE, none),
                new Phase.Continued(TEST, Phase.Ending.COMPLETE, new Result.Ok(), none));
        waiting.forEach(p -> assertThrows(IllegalStateException.class, () -> purger().proceed(p)));
        List<Phase> busy = List.of(new Phase.CheckRequests(none), new Phase.Prepared(PURGE, true, -1, none),
                new Phase.Checked(TEST, Phase.Ending.COMPLETE, new Result.Ok(), Phase.Tester.LISTENS, none),
                new Phase.Finish(PURGE, Phase.Ending.COMPLETE, new Result.Ok(), none), new Phase.Answer(PURGE, new Result.Ok(), none));
        busy.forEach(p -> assertThrows(IllegalStateException.class, () -> purger().receive(p, GARBAGE)));
        for (Phase p : List.of(new Phase.Hung(), new Phase.Terminated("killed"))) {
            assertThrows(IllegalStateException.class, () -> purger().proceed(p));
            assertThrows(IllegalStateException.class, () -> purger().receive(p, GARBAGE));
        }
    }

    @Test
    void aProfileChecksItsNumbers() {
        assertThrows(IllegalArgumentException.class, () -> Profile.SEED.withKillLimit(0));
        assertThrows(IllegalArgumentException.class, () -> new Profile("x", 10, -1, false, false, false, false));
        assertThrows(IllegalArgumentException.class, () -> Profile.OTP_25.withRequestsInFlight(0));
        assertThrows(IllegalStateException.class, () -> Profile.SEED.withRequestsInFlight(2));
        assertEquals(1, Profile.HARDENED.withKillLimit(1).killLimit());
        assertEquals(Profile.HARDENED, Profile.HARDENED.withKillLimit(3).withKillLimit(10));
    }
}
