package dev.codepurger.conformance.concurrent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.world.Stimulus;

/**
 * What several actors do at once. All of it is known before anything runs.
 *
 * @param setup what is done before, one after the other, with rest at the end of it
 * @param actors what each actor does, by its name
 * @param ending what is done when all actors are through, with rest before and after each
 */
public record Program(ImmutableList<Stimulus> setup, ImmutableMap<String, ImmutableList<Act>> actors, ImmutableList<Stimulus> ending) {

    /** One thing that an actor does. */
    public sealed interface Act {

        /** Does something to the node. */
        record Do(Stimulus stimulus) implements Act {
        }

        /** Waits for a word of the purger, though not for ever: others may see to it that it never comes. */
        record Await(Word word, String ref) implements Act {
        }
    }

    /** What an actor can wait for. */
    public enum Word {
        /** The answer to a request. */
        REPLIED,
        /** The first handshake of a test. */
        STARTED,
        /** The second one. */
        CONTINUED
    }

    /** How many acts there are. */
    public int size() {
        return actors.values().stream().mapToInt(ImmutableList::size).sum();
    }
}
