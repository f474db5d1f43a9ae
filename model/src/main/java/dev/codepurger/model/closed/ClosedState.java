package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.world.Module;

/**
 * A state of a closed world.
 *
 * @param module the row of the module table
 * @param phase where the purger is
 * @param mailbox what it has got and not taken
 * @param actors the processes, in the order of the configuration
 * @param loads how often new code may still be loaded
 * @param unasked those of the snapshot of a check that have not been asked yet, in their order; nobody where all are asked at once
 */
public record ClosedState(Module module, Phase phase, ImmutableList<Message> mailbox, ImmutableList<Actor> actors, int loads,
        ImmutableSet<Pid> unasked) {}
