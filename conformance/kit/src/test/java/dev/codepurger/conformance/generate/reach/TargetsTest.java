package dev.codepurger.conformance.generate.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.Sets;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.world.Label.RequestKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Nothing falls out of the catalogue unnoticed: what it must hold is written down here once more, in another form; phases and messages are those of the
 * model itself.
 */
class TargetsTest {
    private static final List<String> SESSIONS = List.of("hard", "soft", "no-old");
    private static final List<String> WITH_WORK = List.of("prepared", "check", "finish", "answer");
    private static final List<String> OF_SESSIONS = List.of("prepared", "started", "check", "checked", "continued", "finish", "answer");

    /** No right purger hangs. */
    private static final Class<?> NEVER = Phase.Hung.class;
    /** Nothing comes into the mailbox of a dead purger. */
    private static final Class<?> DEAD = Phase.Terminated.class;

    private static Stream<String> phases() {
        return Arrays.stream(Phase.class.getPermittedSubclasses()).filter(one -> one != NEVER).map(TargetsTest::id);
    }

    private static Stream<String> livePhases() {
        return phases().filter(one -> !one.equals(id(DEAD)));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isInterface() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TargetsTest::leaves) : Stream.of(type);
    }

    private static String id(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> demanded() {
        return Stream.of(phases().map(phase -> "entered-" + phase), messages(), words(), testers(), deaths(), queues(), checks(), callers(),
                answers()).flatMap(all -> all);
    }

    private static Stream<String> messages() {
        return livePhases().flatMap(phase -> leaves(Message.class).map(TargetsTest::id)
                .flatMap(message -> Stream.of("early", "late").map(when -> message + "-" + when + "-in-" + phase)));
    }

    private static Stream<String> words() {
        return Stream.concat(Stream.of("continue", "complete").flatMap(word -> Stream.concat(
                Stream.of("before-its-request", "before-its-request-is-taken", "of-a-saved-session", "after-its-session", "of-nobody",
                        "of-another-session", "from-a-stranger", "twice"),
                OF_SESSIONS.stream().map(phase -> "of-its-own-session-in-" + phase)).map(when -> word + "-" + when)),
                Stream.of("word-kept", "kept-continue-used", "kept-complete-used"));
    }

    private static Stream<String> testers() {
        return Stream.concat(Stream.of("before", "at-started", "between", "at-continued")
                .flatMap(when -> SESSIONS.stream().map(session -> "tester-gone-" + when + "-" + session)),
                Stream.of("tester-killed-by-its-own-purge", "tester-suspended-at-started", "suspended-tester-dies"));
    }

    private static Stream<String> deaths() {
        return Stream.of(livePhases().map(phase -> "purger-dies-in-" + phase), livePhases().map(phase -> "next-dies-in-" + phase),
                WITH_WORK.stream().map(phase -> "client-dies-in-" + phase), Stream.of("client-dies-in-on-load-failed"),
                OF_SESSIONS.stream().flatMap(phase -> Stream.of("tester-dies-in-" + phase, "victim-dies-in-" + phase)),
                Stream.of("request-of-the-dead", "answer-to-the-dead")).flatMap(all -> all);
    }

    private static Stream<String> queues() {
        return Stream.concat(leaves(Message.Tagged.class).map(message -> id(message) + "-saved"),
                Stream.of("finish-lost-in-check", "saved-behind-saved", "saved-session-starts", "saved-for-another-module",
                        "several-requesters-wait", "several-testers-wait", "load-before-the-next-saved", "delete-before-the-next-saved"));
    }

    private static Stream<String> checks() {
        return Stream.concat(Stream.of("hard", "soft").flatMap(check -> Stream.of(true, false)
                .map(answer -> "stale-" + answer + "-in-a-later-" + check + "-check")),
                Stream.of("stale-answer-owed", "stale-answer-under-way", "victim-waits", "several-victims-wait", "waiting-victim-killed",
                        "waiting-victim-dies", "waiting-victim-leaves", "kill-waits-for-pause", "killed-victim-dies-otherwise",
                        "answer-waits-for-pause", "asked-victim-leaves", "asked-victim-dies", "asked-victim-paused", "spawned-in-check",
                        "spawned-on-fun-in-check", "spawned-before-snapshot", "soft-abort-leaves-answers", "hard-check-kills-nobody",
                        "soft-check-completes"));
    }

    private static Stream<String> callers() {
        return Stream.concat(Stream.of("caller", "spawned").flatMap(who -> Stream.of("runs-on-after-abort", "loads-the-code",
                "dies-suspended").map(outcome -> who + "-" + outcome)),
                Stream.of("caller-gets-badfun", "caller-gets-undef", "spawned-dies-of-badfun", "spawned-dies-of-undef",
                        "caller-paused-suspended", "several-callers-suspended", "call-of-code-set-aside"));
    }

    private static Stream<String> answers() {
        Stream<String> hard = Stream.of(RequestKind.PURGE, RequestKind.TEST_PURGE).flatMap(
                kind -> Stream.of("without-old-code", "killing-nobody", "killing").map(how -> answer(kind, how)));
        Stream<String> soft = Stream.of(RequestKind.SOFT_PURGE, RequestKind.TEST_PURGE).flatMap(
                kind -> Stream.of("true", "false").map(how -> answer(kind, how)));
        Stream<String> finish = Stream.of("ok", "refused").map(how -> answer(RequestKind.FINISH_AFTER_ON_LOAD, how));
        Stream<String> priority = Stream.of("changed", "refused").map(how -> answer(RequestKind.CHANGE_PRIO, how));
        return Stream.of(hard, soft, finish, priority).flatMap(all -> all);
    }

    private static String answer(RequestKind kind, String how) {
        return "answer-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + how;
    }

    @Test
    @DisplayName("the catalogue holds what is demanded, and nothing else")
    void complete() {
        Set<String> demanded = new TreeSet<>(demanded().toList());
        Set<String> there = new TreeSet<>(Targets.all().stream().map(Target::id).toList());
        assertEquals(Set.of(), Sets.difference(demanded, there), "missing from the catalogue");
        assertEquals(Set.of(), Sets.difference(there, demanded), "demanded nowhere");
    }

    @Test
    @DisplayName("no target stands twice, neither its id nor its sentence")
    void unique() {
        assertEquals(Targets.all().size(), Targets.all().stream().map(Target::id).distinct().count());
        assertEquals(Targets.all().size(), Targets.all().stream().map(Target::sentence).distinct().count());
        assertTrue(Targets.all().stream().noneMatch(one -> one.sentence().endsWith(".")));
    }
}
