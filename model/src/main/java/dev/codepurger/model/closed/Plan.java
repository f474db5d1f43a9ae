package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Set;

/**
 * One process of a closed world: where it begins, and what it may do.
 *
 * @param name what reports call it
 * @param place where it begins
 * @param requests what it asks of the purger, one after the other, each when the one before has been answered
 * @param freedoms what it may do besides, at a time of its choosing
 */
public record Plan(String name, Place place, ImmutableList<Ask> requests, ImmutableSet<Freedom> freedoms) {

    /** A process that asks nothing. */
    public static Plan of(String name, Place place, Freedom... freedoms) {
        return new Plan(name, place, ImmutableList.of(), ImmutableSet.copyOf(freedoms));
    }

    /** The same, asking this besides. */
    public Plan asks(Ask... more) {
        return new Plan(name, place, ImmutableList.<Ask>builder().addAll(requests).add(more).build(), freedoms);
    }

    /** The same, free to do this besides. */
    public Plan may(Freedom... more) {
        return new Plan(name, place, requests, ImmutableSet.<Freedom>builder().addAll(freedoms).addAll(Set.of(more)).build());
    }

    /** The process at its beginning, in this version of the code, or in none if that is 0. */
    Actor beginning(int in) {
        return Actor.at(in, mayDo(Freedom.CALL) ? Actor.Call.READY : Actor.Call.DONE);
    }

    /** Does it ask for a {@code test_purge}? */
    boolean isTester() {
        return requests.stream().anyMatch(Ask::isTest);
    }

    boolean mayDo(Freedom freedom) {
        return freedoms.contains(freedom);
    }

    /** Where a process begins. */
    public enum Place {
        /** In the old, the current, or the pending code of the module. */
        OLD, CURRENT, PENDING,
        /** On the node, in other code. */
        ELSEWHERE,
        /** On another node: it can ask, and is in no snapshot. */
        REMOTE;

        boolean isInCode() {
            return this == OLD || this == CURRENT || this == PENDING;
        }
    }

    /** What a process can ask of the purger. */
    public enum Ask {
        PURGE, SOFT_PURGE, TEST_PURGE, TEST_SOFT_PURGE, FINISH_KEEP, FINISH_DISCARD,
        /** Asks for nothing: sends a {@code DOWN} as if of itself, of a monitor that the purger never made. */
        FORGED_DOWN;

        boolean isAnswered() {
            return this != FORGED_DOWN;
        }

        boolean isTest() {
            return this == TEST_PURGE || this == TEST_SOFT_PURGE;
        }
    }

    /** What a process may do besides. */
    public enum Freedom {
        /** Dies of itself, or of somebody else's hand: at any time. */
        DIE,
        /** Goes over to the current code, or out of the module if there is none. */
        LEAVE,
        /** Calls, once, a fun of the code that was loaded first. */
        CALL,
        /** As a tester, does not wait for {@code started} and {@code continued}, but sends its words when it likes. */
        EAGER,
        /** After the last of its requests begins again with the first, and so never stops to ask. */
        AGAIN,
        /** When it is dead, and nothing tells of it any more, another process takes its place: in the current code, if it began in code. */
        RETURN
    }
}
