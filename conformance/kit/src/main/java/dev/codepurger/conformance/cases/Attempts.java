package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableSet;

import dev.codepurger.conformance.subject.Capability;

/** Gives a case fresh nodes to try scripts on. */
public interface Attempts {

    /** Plays the script on a fresh node. Never throws what the subject throws: that is an ending too. */
    Attempt attempt(Script script);

    /** What the subject can do. */
    ImmutableSet<Capability> capabilities();

    /** What decides everything that the case chooses. */
    long seed();
}
