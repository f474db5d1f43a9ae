package dev.codepurger.model.explore;

/** Looks whether a state decides something: breaks a claim, or meets a goal. For one thread. */
@FunctionalInterface
public interface Probe {

    /** Has nothing to decide. */
    Probe NOTHING = (state, rests, open) -> 0;

    /**
     * Looks at a state and at the steps from it.
     *
     * @param state not to be changed
     * @param rests is nothing to happen in it that must happen
     * @param open a bit for each question that is open still
     * @return those of these bits whose questions the state, or a step from it, decides
     */
    long decides(long[] state, boolean rests, long open);
}
