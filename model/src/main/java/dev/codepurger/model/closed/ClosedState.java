package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.world.Module;
import org.jspecify.annotations.Nullable;

/**
 * A state of a closed world.
 *
 * @param module the row of the module table
 * @param phase where the purger is
 * @param mailbox what it has got and not taken
 * @param actors the processes, in the order of the configuration
 * @param loads how often new code may still be loaded
 */
public record ClosedState(Module module, Phase phase, ImmutableList<Message> mailbox, ImmutableList<Actor> actors, int loads) {

    // Written out: the generated method would also do, and takes twice the time.
    @Override
    public int hashCode() {
        int hash = phase.hashCode();
        hash = 31 * hash + mailbox.hashCode();
        hash = 31 * hash + actors.hashCode();
        return (31 * hash + module.hashCode()) * 31 + loads;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ClosedState s && loads == s.loads && actors.equals(s.actors) && mailbox.equals(s.mailbox)
                && phase.equals(s.phase) && module.equals(s.module));
    }
}
