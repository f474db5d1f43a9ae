package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** What one attempt does with a fresh node. */
@FunctionalInterface
public interface Script {

    /** Plays to the end, or until the session stops it. */
    void play(Session session);

    /** Plays a list of steps. */
    static Script of(List<Step> steps) {
        ImmutableList<Step> all = ImmutableList.copyOf(steps);
        return session -> all.forEach(session::step);
    }
}
