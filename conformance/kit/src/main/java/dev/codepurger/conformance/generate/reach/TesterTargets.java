package dev.codepurger.conformance.generate.reach;

import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Each death by which a session goes on without its tester, as the purger comes to hear of it. */
final class TesterTargets {

    /** What kind of session it is. */
    private enum Session {
        HARD("a hard session"), SOFT("a soft session"), NO_OLD("a session without old code");

        private final String words;

        Session(String words) {
            this.words = words;
        }

        private boolean is(Message.TestPurge work, boolean old) {
            return old ? this == (work.type() == TestType.SOFT ? SOFT : HARD) : this == NO_OLD;
        }
    }

    private TesterTargets() {
    }

    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        for (Session session : Session.values()) {
            all.add(death("before", session, "finds its tester dead when it is taken", (moment, past) -> before(moment, session)));
            all.add(death("at-started", session, "loses its tester at started", (moment, past) -> atStarted(moment, past, session)));
            all.add(death("between", session, "loses its tester between continue and continued",
                    (moment, past) -> between(moment, session)));
            all.add(death("at-continued", session, "loses its tester at continued",
                    (moment, past) -> atContinued(moment, past, session)));
        }
        all.add(Target.of("tester-killed-by-its-own-purge", "a hard session kills its tester",
                (moment, past) -> !killsTester(moment.before().phase()) && killsTester(moment.after().phase())));
        all.add(Target.of("tester-suspended-at-started", "a tester is suspended in an old fun while its session waits for it",
                (moment, past) -> moment.phase() instanceof Phase.Started held
                        && !Past.isSuspended(moment.before(), held.work().from().name())
                        && Past.isSuspended(moment.after(), held.work().from().name()))
                .needing(Capability.FUNS));
        all.add(Target.of("suspended-tester-dies", "a tester that is suspended in an old fun dies, and frees the purger",
                (moment, past) -> moment.phase() instanceof Phase.Started held && moment.struckDown()
                        .filter(one -> one.equals(held.work().from().name()) && Past.isSuspended(moment.before(), one)).isPresent())
                .needing(Capability.FUNS));
        return all;
    }

    private static Target death(String when, Session session, String words, Target.Sight sight) {
        return Target.of("tester-gone-" + when + "-" + session.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                session.words + " " + words, sight);
    }

    private static boolean before(Moment moment, Session session) {
        return moment.enters(Phase.Prepared.class) && moment.after().phase() instanceof Phase.Prepared prepared
                && prepared.work() instanceof Message.TestPurge work && session.is(work, prepared.old())
                && !moment.before().isAlive(work.from().name());
    }

    private static boolean atStarted(Moment moment, Past past, Session session) {
        return moment.phase() instanceof Phase.Started held && goesOnAlone(moment, Phase.Started.class)
                && past.testerWasWell() && session.is(held.work(), held.old());
    }

    private static boolean between(Moment moment, Session session) {
        return moment.enters(Phase.Continued.class) && moment.after().phase() instanceof Phase.Continued held
                && session.is(held.work(), held.ending() != Ending.NOTHING) && !moment.before().isAlive(held.work().from().name());
    }

    private static boolean atContinued(Moment moment, Past past, Session session) {
        return moment.phase() instanceof Phase.Continued held && goesOnAlone(moment, Phase.Continued.class)
                && past.testerWasWell() && session.is(held.work(), held.ending() != Ending.NOTHING);
    }

    /** The wait ends, and not by a message of the harness. */
    private static boolean goesOnAlone(Moment moment, Class<? extends Phase> wait) {
        return moment.leaves(wait) && moment.label().isEmpty() && moment.taken().isEmpty();
    }

    private static boolean killsTester(Phase phase) {
        Predicate<String> isTester = name -> Past.tester(phase).filter(name::equals).isPresent();
        return phase instanceof Phase.Check check && check.kill().outstanding().stream().anyMatch(pid -> isTester.test(pid.name()));
    }
}
