package dev.codepurger.conformance.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.conformance.stub.StubJudges;
import dev.codepurger.conformance.stub.StubSubject;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionTest {

    /** Shows these at the next look. */
    private static final class Showing extends StubSubject {
        private final List<Observation> next = new ArrayList<>();

        @Override
        public List<Observation> poll() {
            List<Observation> all = List.copyOf(next);
            next.clear();
            return all;
        }

        @Override
        public List<Observation> settle(Duration timeout) {
            List<Observation> all = new ArrayList<>(poll());
            all.add(idle());
            return all;
        }
    }

    private final Showing subject = new Showing();
    private Recorder recorder = new Recorder(subject, StubJudges.content().start(Profile.SEED, false), Duration.ofSeconds(1));
    private Session session = new Session(recorder, Profile.SEED);

    private SessionStop stopped(Consumer<Session> script) {
        return assertThrows(SessionStop.class, () -> script.accept(session));
    }

    @Test
    @DisplayName("a label that is not legal stops the script at once, and the trace ends with it")
    void violationStops() {
        recorder = new Recorder(subject, StubJudges.rejecting(trace -> trace.get(trace.size() - 1) instanceof Label.Down)
                .start(Profile.SEED, false), Duration.ofSeconds(1));
        session = new Session(recorder, Profile.SEED);
        subject.next.addAll(List.of(new Label.Started("t"), new Label.Down("p", "killed"), new Label.Continued("t")));
        session.load("m");
        SessionStop stop = stopped(Session::settle);
        assertEquals(Ending.VIOLATED, stop.ending());
        assertEquals("not legal here: down(p, killed)", stop.getMessage());
        assertEquals(List.of("quiet(idle)"), stop.legal());
        assertEquals(List.of("the only state"), stop.states());
        assertEquals("load(m, false) -> ok, started(t), down(p, killed)",
                String.join(", ", recorder.trace().stream().map(Notation::label).toList()));
        assertEquals("load(m,false);settle", Notation.steps(recorder.steps()));
    }

    @Test
    @DisplayName("a response that is not legal is shown with those that are")
    void illegalResponse() {
        recorder = new Recorder(subject, StubJudges.rejecting(trace -> true).start(Profile.SEED, false), Duration.ofSeconds(1));
        session = new Session(recorder, Profile.SEED);
        assertEquals(List.of("load(m, false) -> ok"), stopped(s -> s.load("m")).legal());
    }

    @Test
    @DisplayName("expectations hold against all that was seen since the start")
    void expectations() {
        subject.next.add(new Label.Replied("r1", Label.RequestKind.PURGE, new Result.Hard(true, true)));
        session.poll();
        subject.next.add(new Label.Replied("r2", Label.RequestKind.SOFT_PURGE, new Result.Soft(false)));
        session.settle();
        session.expectHard("r1", true, true);
        session.expectSoft("r2", false);
        session.expectReplyOrder("r1", "r2");
        session.expectNoReply("r3");
        assertTrue(String.valueOf(stopped(s -> s.expectHard("r1", true, false)).getMessage()).contains("{true,true}"));
        assertTrue(String.valueOf(stopped(s -> s.expectReplyOrder("r2", "r1")).getMessage()).contains("[r1, r2]"));
        assertTrue(String.valueOf(stopped(s -> s.expectNoReply("r1")).getMessage()).contains("no answer to r1"));
        assertEquals(Ending.UNEXPECTED, stopped(s -> s.expectOk("r3")).ending());
    }

    @Test
    @DisplayName("a second answer is unexpected even if it is the same")
    void answeredTwice() {
        Observation reply = new Label.Replied("r1", Label.RequestKind.PURGE, new Result.Hard(true, true));
        subject.next.addAll(List.of(reply, reply));
        session.settle();
        assertEquals(Ending.UNEXPECTED, stopped(s -> s.expectHard("r1", true, true)).ending());
    }

    @Test
    @DisplayName("deaths, handshakes and calls are expected once or never")
    void counts() {
        subject.next.addAll(List.of(new Label.Down("p", "killed"), new Label.Started("t"), new Label.Returned("c", "badfun")));
        session.settle();
        session.expectDown("p", "killed");
        session.expectStarted("t");
        session.expectNotContinued("t");
        session.expectReturned("c", "badfun");
        session.expectNotReturned("d");
        assertEquals("continued(t) was expected once, and seen 0 times", stopped(s -> s.expectContinued("t")).getMessage());
        assertEquals("started(t) was expected never, and seen once", stopped(s -> s.expectNotStarted("t")).getMessage());
    }

    @Test
    @DisplayName("a wrong response or a wrong kind of rest is said in words")
    void wrongResponse() {
        assertEquals("the response was expected to be NOT_PURGED, not OK",
                stopped(s -> s.expect(Response.NOT_PURGED, s.load("m"))).getMessage());
        assertEquals("quiet(held) was expected, not quiet(idle)",
                stopped(s -> s.settle(Label.QuietKind.HELD)).getMessage());
    }

    @Test
    @DisplayName("the client of those who do not care is spawned once, before it is needed")
    void client() {
        session.purge("r1", "m");
        session.purge("r2", "m");
        assertEquals("spawn(client,nowhere,[]);purge(r1,m,client);purge(r2,m,client)", Notation.steps(recorder.steps()));
    }

    @Test
    @DisplayName("a subject that comes to rest without saying how is broken")
    void noQuiet() {
        recorder = new Recorder(new StubSubject() {
            @Override
            public List<Observation> settle(Duration timeout) {
                return List.of();
            }
        }, StubJudges.content().start(Profile.SEED, false), Duration.ofSeconds(1));
        session = new Session(recorder, Profile.SEED);
        assertEquals(Ending.BROKEN, stopped(Session::settle).ending());
    }
}
