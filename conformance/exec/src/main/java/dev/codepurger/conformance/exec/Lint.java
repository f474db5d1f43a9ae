package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Judges answers more strictly than needed to understand them. */
@FunctionalInterface
interface Lint {
    /** Accepts everything. */
    Lint NONE = (op, answer) -> {
    };

    /**
     * Looks at one answer.
     *
     * @throws BadAnswerException if it is not as the protocol says
     */
    void check(String op, ObjectNode answer) throws BadAnswerException;
}
