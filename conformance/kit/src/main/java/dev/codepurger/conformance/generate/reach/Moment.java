package dev.codepurger.conformance.generate.reach;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Probe;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.Optional;

/**
 * One step of a walk of the model.
 *
 * @param before the world before it
 * @param label what the harness did or saw, empty for a step of the world's own
 * @param after the world after it
 */
record Moment(Probe before, Optional<Label> label, Probe after) {

    /** The phase in which it happened. */
    Phase phase() {
        return before.phase();
    }

    /** Has the purger come into such a phase? */
    boolean enters(Class<? extends Phase> phase) {
        return phase.isInstance(after.phase()) && !phase.isInstance(before.phase());
    }

    /** Has the purger gone out of such a phase? */
    boolean leaves(Class<? extends Phase> phase) {
        return phase.isInstance(before.phase()) && !phase.isInstance(after.phase());
    }

    /** What was done, if it was a stimulus of this kind that took effect. */
    <S extends Stimulus> Optional<S> did(Class<S> kind) {
        return label.filter(one -> one instanceof Label.Did did && did.response() == Response.OK && kind.isInstance(did.stimulus()))
                .map(one -> kind.cast(((Label.Did) one).stimulus()));
    }

    /** What was seen, if it was an observation of this kind. */
    <O extends Label.Observation> Optional<O> saw(Class<O> kind) {
        return label.filter(kind::isInstance).map(kind::cast);
    }

    /** The message that has come into the mailbox. */
    Optional<Message> sent() {
        return did(Stimulus.Send.class).map(send -> after.mailbox().get(after.mailbox().size() - 1));
    }

    /** The message that the purger has taken out of the mailbox. */
    Optional<Message> taken() {
        return label.isEmpty() && after.mailbox().size() < before.mailbox().size() ? firstMissing() : Optional.empty();
    }

    private Optional<Message> firstMissing() {
        for (int i = 0; i < after.mailbox().size(); i++) {
            if (!before.mailbox().get(i).equals(after.mailbox().get(i))) {
                return Optional.of(before.mailbox().get(i));
            }
        }
        return Optional.of(before.mailbox().get(after.mailbox().size()));
    }

    /** The process that was killed, or made to exit, while it was well. */
    Optional<String> struckDown() {
        return did(Stimulus.Kill.class).map(Stimulus.Kill::process).or(() -> did(Stimulus.Exit.class).map(Stimulus.Exit::process))
                .filter(before::isAlive);
    }
}
