package dev.codepurger.conformance.generate.reach;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** {@code continue} and {@code complete}: early, in time and late, twice, and from others. */
final class WordTargets {

    /** A word of a handshake as it comes into the mailbox. */
    private record Word(Message message, String ref, String from) {
    }

    private interface Reader {
        Optional<Word> read(Moment moment);
    }

    private WordTargets() {
    }

    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        add(all, "continue", WordTargets::go, Phase.Started.class);
        add(all, "complete", WordTargets::complete, Phase.Continued.class);
        all.add(Target.of("word-kept", "a continue or complete is kept for its session",
                (moment, past) -> moment.after().phase().saved().kept().size() > moment.phase().saved().kept().size())
                .under(Profile::handshakeKept));
        all.add(Target.of("kept-continue-used", "a session finds its continue kept, and does not wait at started",
                (moment, past) -> isUsed(moment, Phase.Prepared.class, Message.Continue.class)).under(Profile::handshakeKept));
        all.add(Target.of("kept-complete-used", "a session finds its complete kept, and does not wait at continued",
                (moment, past) -> isUsed(moment, Phase.Checked.class, Message.Complete.class)).under(Profile::handshakeKept));
        return all;
    }

    private static boolean isUsed(Moment moment, Class<? extends Phase> phase, Class<? extends Message> word) {
        return phase.isInstance(moment.phase())
                && moment.phase().saved().kept().stream().filter(word::isInstance).count() > moment.after().phase().saved().kept().stream()
                        .filter(word::isInstance).count();
    }

    private static void add(List<Target> all, String name, Reader reader, Class<? extends Phase> wait) {
        String a = "a " + name + " comes ";
        all.add(of(name, "before-its-request", a + "before the request of its session is sent", reader,
                (moment, word) -> word.ref().startsWith("r") && !isNobodys(word), true));
        all.add(of(name, "before-its-request-is-taken", a + "when its session lies in the mailbox", reader,
                (moment, word) -> isRequested(moment.before().mailbox(), word), false));
        all.add(of(name, "of-a-saved-session", a + "when its session is saved", reader,
                (moment, word) -> isRequested(moment.phase().saved().requests(), word), false));
        for (PhaseName phase : List.of(PhaseName.PREPARED, PhaseName.STARTED, PhaseName.CHECK, PhaseName.CHECKED, PhaseName.CONTINUED,
                PhaseName.FINISH, PhaseName.ANSWER)) {
            all.add(of(name, "of-its-own-session-in-" + phase.id(), a + "for the session that runs, " + phase.when(), reader,
                    (moment, word) -> phase.type().isInstance(moment.phase()) && isRunning(moment, word), false));
        }
        all.add(Target.of(name + "-after-its-session", a + "when its session is over", (moment, past) -> reader.read(moment)
                .filter(word -> past.wasSent(word.ref()) && !isRunning(moment, word) && !isRequested(moment.before().mailbox(), word)
                        && !isRequested(moment.phase().saved().requests(), word))
                .isPresent()));
        all.add(of(name, "of-nobody", a + "for no session at all", reader, (moment, word) -> isNobodys(word), true));
        all.add(of(name, "twice", a + "when the same lies in the mailbox already", reader,
                (moment, word) -> moment.before().mailbox().contains(word.message()), false));
        all.add(of(name, "from-a-stranger", "another process than the tester sends the " + name + " that the purger waits for", reader,
                (moment, word) -> wait.isInstance(moment.phase()) && isRunning(moment, word)
                        && Past.tester(moment.phase()).filter(word.from()::equals).isEmpty(),
                false));
        all.add(of(name, "of-another-session", "while one session waits, a " + name + " for another comes", reader,
                (moment, word) -> wait.isInstance(moment.phase()) && !isRunning(moment, word) && !isNobodys(word), false));
    }

    private static Target of(String name, String id, String sentence, Reader reader, BiPredicate<Moment, Word> when, boolean unsent) {
        return Target.of(name + "-" + id, sentence, (moment, past) -> reader.read(moment)
                .filter(word -> (!unsent || !past.wasSent(word.ref())) && when.test(moment, word)).isPresent());
    }

    private static Optional<Word> go(Moment moment) {
        return moment.did(Stimulus.Continue.class).map(one -> new Word(new Message.Continue(one.ref()), one.ref(), one.from()));
    }

    private static Optional<Word> complete(Moment moment) {
        return moment.did(Stimulus.Complete.class).map(one -> new Word(new Message.Complete(one.ref()), one.ref(), one.from()));
    }

    private static boolean isNobodys(Word word) {
        return word.ref().equals("nobody");
    }

    private static boolean isRunning(Moment moment, Word word) {
        return moment.phase().working() instanceof Message.TestPurge test && test.ref().equals(word.ref());
    }

    private static boolean isRequested(List<Message> messages, Word word) {
        return messages.stream().anyMatch(one -> one instanceof Message.TestPurge test && test.ref().equals(word.ref()));
    }
}
