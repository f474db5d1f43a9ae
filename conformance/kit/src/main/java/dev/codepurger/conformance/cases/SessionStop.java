package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableList;

/**
 * Ends a script at once. Unchecked, so that a script reads as the sequence that it is; no script should catch it.
 */
public final class SessionStop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Ending ending;
    // Transient, because a list of words need not survive serialisation; nobody serialises this.
    private final transient ImmutableList<String> legal;
    private final transient ImmutableList<String> states;

    SessionStop(Ending ending, String message, ImmutableList<String> legal, ImmutableList<String> states, Throwable... cause) {
        super(message, cause.length == 0 ? null : cause[0], false, cause.length != 0);
        this.ending = ending;
        this.legal = legal;
        this.states = states;
    }

    SessionStop(Ending ending, String message, Throwable... cause) {
        this(ending, message, ImmutableList.of(), ImmutableList.of(), cause);
    }

    /** How the attempt ends. */
    public Ending ending() {
        return ending;
    }

    /** What would have been legal. */
    public ImmutableList<String> legal() {
        return legal;
    }

    /** Some of the states that were possible. */
    public ImmutableList<String> states() {
        return states;
    }
}
