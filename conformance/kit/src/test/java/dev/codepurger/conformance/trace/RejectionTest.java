package dev.codepurger.conformance.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.cases.StepReader;
import dev.codepurger.conformance.explain.AwaitedText;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.TraceLine;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Unseen;
import dev.codepurger.spec.Rule;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RejectionTest {
    private static final OracleJudges JUDGES = new OracleJudges();
    private static final String NOISE = "load(x,false)=ok;spawn(n1,in_module(x,waiting),[])=ok;spawn(n2,nowhere,[])=ok;load(x,false)=ok;"
            + "soft_purge(r0,x,n2)=ok;replied(r0,soft_purge,false);quiet(idle,[]);hold=ok;release=ok;exit(n1)=ok;down(n1,normal);";

    private static ImmutableList<Label> trace(String text) {
        return Splitter.on(';').omitEmptyStrings().splitToStream(text).map(StepReader::label).collect(ImmutableList.toImmutableList());
    }

    private static Rejection of(String text, boolean effects) {
        return Rejection.of(trace(text), Profile.SEED, effects, JUDGES);
    }

    private static List<String> shown(Rejection rejection) {
        return rejection.shorter().stream().map(Notation::compact).toList();
    }

    @Test
    @DisplayName("what has nothing to do with a violation is left out, and the rule is named")
    void reduces() {
        String bad = NOISE + "load(m,false)=ok;spawn(p,in_module(m,waiting),[])=ok;alive(p)=true;load(m,false)=ok;spawn(c,nowhere,[])=ok;"
                + "purge(r1,m,c)=ok;check_old_code(x)=true;replied(r1,purge,{true,false})";
        Rejection rejection = of(bad, false);
        assertEquals(List.of("load(m,false)=ok", "spawn(p,in_module(m,waiting),[])=ok", "load(m,false)=ok", "spawn(c,nowhere,[])=ok",
                "purge(r1,m,c)=ok", "replied(r1,purge,{true,false})"), shown(rejection));
        assertTrue(rejection.blamed().contains(Rule.PURGE_5), rejection.blamed()::toString);
        assertEquals(trace(bad), rejection.failing());
        assertEquals(List.of("down(p, killed)", "replied(r1, purge, {true,true})"), rejection.legal());
    }

    @Test
    @DisplayName("a violation at the end of a long trace is looked for near its end, and not for long")
    void longTrace() {
        StringBuilder text = new StringBuilder("spawn(c,nowhere,[])=ok;load(m,false)=ok;");
        for (int i = 0; i < 500; i++) {
            text.append("load(m,false)=ok;purge(r").append(i).append(",m,c)=ok;replied(r").append(i).append(",purge,{true,false});");
        }
        text.append("load(m,false)=ok;purge(r,m,c)=ok;replied(r,purge,{true,true})");
        AtomicLong observed = new AtomicLong();
        Rejection rejection = Rejection.of(trace(text.toString()), Profile.SEED, false, counting(JUDGES, observed));
        assertEquals(List.of("spawn(c,nowhere,[])=ok", "load(m,false)=ok", "load(m,false)=ok", "purge(r,m,c)=ok",
                "replied(r,purge,{true,true})"), shown(rejection));
        assertTrue(observed.get() < 2L * rejection.failing().size(), observed::toString);
    }

    /** The same judges; how many events they are shown is counted. */
    private static Judges counting(Judges judges, AtomicLong observed) {
        return proxy(Judges.class, judges, (method, result) -> result instanceof Judge judge ? counting(judge, observed) : result);
    }

    private static Judge counting(Judge judge, AtomicLong observed) {
        return proxy(Judge.class, judge, (method, result) -> {
            if (method.equals("observe")) {
                observed.incrementAndGet();
                return counting((Judge) result, observed);
            }
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, T of, BiFunction<String, Object, Object> change) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (self, method, arguments) -> change.apply(method.getName(), method.invoke(of, arguments))));
    }

    @Test
    @DisplayName("every shorter trace is legal but for its last event")
    void lastAlone() {
        Rejection rejection = of(NOISE + "soft_purge(r1,x,n2)=ok;replied(r1,soft_purge,false)", false);
        Judge judge = JUDGES.start(Profile.SEED, false);
        for (Label label : rejection.shorter().subList(0, rejection.shorter().size() - 1)) {
            judge = judge.observe(label);
            assertEquals(Judge.Verdict.CONFORMS, judge.verdict(), () -> Notation.label(label));
        }
        assertEquals(Judge.Verdict.VIOLATED, judge.observe(rejection.shorter().get(rejection.shorter().size() - 1)).verdict());
        assertTrue(rejection.shorter().size() < rejection.failing().size());
    }

    @Test
    @DisplayName("a response that is not legal is a violation like any other")
    void response() {
        Rejection rejection = of(NOISE + "load(m,false)=ok;check_old_code(m)=true", false);
        assertEquals(List.of("check_old_code(m)=true"), shown(rejection));
        assertEquals(List.of("check_old_code(m) -> false"), rejection.legal());
    }

    @Test
    @DisplayName("one pair that goes only together is left out")
    void pairs() {
        Rejection rejection = of("load(m,false)=ok;pause(purger)=no_effect;hold=ok;quiet(blocked,[]);release=ok;quiet(idle,[]);"
                + "spawn(c,nowhere,[])=ok;soft_purge(r1,m,c)=ok;quiet(idle,[])", false);
        assertEquals(List.of("spawn(c,nowhere,[])=ok", "soft_purge(r1,m,c)=ok", "quiet(idle,[])"), shown(rejection));
    }

    private static final String STUCK = "load(m,false)=ok;spawn(p1,in_module(m,waiting),[])=ok;load(m,false)=ok;spawn(c,nowhere,[])=ok;"
            + "purge(r1,m,c)=ok;showed(prepared(m,true));showed(snapshot([purger,p1,c]));showed(requested(purger));showed(requested(p1));"
            + "showed(requested(c));showed(answered(purger,false));";

    @Test
    @DisplayName("of a stuck purger with one open request and no outstanding kill it is said who has not answered")
    void missingReply() {
        Rejection rejection = of(STUCK + "showed(answered(p1,true));showed(monitored(p1));showed(kill_issued(p1));down(p1,killed);"
                + "showed(killed(p1));quiet(stalled,[])", true);
        assertEquals(List.of("the answer to its check request from c"), AwaitedText.lines(rejection.awaited(), true));
        assertTrue(rejection.blamed().contains(Rule.LIVE_5), rejection.blamed()::toString);
    }

    @Test
    @DisplayName("of a stuck purger with an outstanding kill it is said whose DOWN has not come")
    void missingDown() {
        Rejection rejection = of(STUCK + "showed(answered(c,false));showed(answered(p1,true));showed(monitored(p1));"
                + "showed(kill_issued(p1));down(p1,killed);quiet(stalled,[])", true);
        assertEquals(List.of("the DOWN message of p1"), AwaitedText.lines(rejection.awaited(), true));
    }

    @Test
    @DisplayName("from outside alone, all that may be missing is listed")
    void fromOutside() {
        Rejection rejection = of("load(m,false)=ok;spawn(p1,in_module(m,waiting),[])=ok;load(m,false)=ok;spawn(c,nowhere,[])=ok;"
                + "purge(r1,m,c)=ok;quiet(stalled,[])", false);
        assertEquals(List.of("the answer to its check request from one of c, p1, purger", "the DOWN message of p1",
                "(without effects nobody can tell which of them is missing)"), AwaitedText.lines(rejection.awaited(), false));
    }

    @Test
    @DisplayName("a trace that is legal, or is not before its last event, is no rejection")
    void noRejection() {
        assertThrows(IllegalArgumentException.class, () -> of("load(m,false)=ok", false));
        assertThrows(IllegalArgumentException.class, () -> of("load(m,false)=not_purged;load(m,false)=not_purged", false));
    }

    @Test
    @DisplayName("a trace survives its line of text, and a garbled line is refused")
    void line() {
        TraceLine line = new TraceLine(Profile.OTP_25.withKillLimit(2).withRequestsInFlight(3), true,
                new Gaps(ImmutableSet.of(Unseen.DEATHS, Unseen.QUIET), true),
                trace(STUCK + "replied(r9,purge,{true,false});spawn(\"a\\u0020b\",nowhere,[trap_exit])=ok"));
        assertEquals(line, TraceLine.parse(line.toString()));
        assertTrue(TraceLine.isOne(line.toString()));
        for (String[] change : new String[][]{{"profile=otp-25", "profile=x"}, {"limit=2", "limit=0"}, {"effects=true", "effects=1"},
                {"requests=3", "colour=3"}, {"=deaths", "=births"}, {"=middle", "=end"}, {"prepared(m,true)", "prepared(m)"},
                {" limit=2", ""}}) {
            assertThrows(IllegalArgumentException.class, () -> TraceLine.parse(line.toString().replace(change[0], change[1])), change[1]);
        }
        TraceLine highest = new TraceLine(Profile.OTP_25.withKillLimit(1_000_000).withRequestsInFlight(1_000_000), true, Gaps.NONE,
                trace(STUCK));
        assertEquals(highest, TraceLine.parse(highest.toString()));
        assertThrows(IllegalArgumentException.class, () -> TraceLine.parse(highest.toString().replace("t=1000000", "t=1000001")));
        assertEquals(ImmutableSet.of(), ImmutableSet.copyOf(TraceLine.parse("codepurger1 profile=seed limit=1 effects=false trace=hold=ok")
                .trace().stream().filter(Label.Observation.class::isInstance).toList()));
    }
}
