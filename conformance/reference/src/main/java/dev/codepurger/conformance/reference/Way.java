package dev.codepurger.conformance.reference;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.subject.Capability;

/** How a fault can be seen: what a case must be able to do to see it. */
public enum Way {
    /** With requests, deaths and answers alone. */
    BLACK_BOX("black-box"),
    /** By keeping processes, or the purger, from going on. */
    PAUSED("paused"),
    /** By keeping prepare from returning. */
    STALLED("stalled"),
    /** In what the purger says of itself. */
    EFFECTS("effects"),
    /** By doing several things at once. */
    CONCURRENT("concurrent");

    private final String id;

    Way(String id) {
        this.id = id;
    }

    /** In words. */
    public String id() {
        return id;
    }

    /** What this case sees with; of several ways the one that fewest subjects offer. */
    public static Way of(ConformanceCase one) {
        if (one.id().startsWith("concurrent-")) {
            return CONCURRENT;
        }
        if (one.effects()) {
            return EFFECTS;
        }
        if (one.needs().contains(Capability.STALL_PREPARE)) {
            return STALLED;
        }
        boolean pauses = one.needs().contains(Capability.PAUSE) || one.needs().contains(Capability.HOLD);
        return pauses ? PAUSED : BLACK_BOX;
    }

    @Override
    public String toString() {
        return id;
    }
}
