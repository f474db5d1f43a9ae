package dev.codepurger.model.lts;

/**
 * A closed transition system whose states are a fixed number of words each, for those who look at millions of them. Its states are equal if, and
 * only if, their words are.
 */
public interface PackedSystem {

    /** How many words a state has, at least 1. */
    int words();

    /** Writes the state in which it begins. */
    void initial(long[] state);

    /** Something that takes steps; for one thread, and for as long as that likes. */
    Stepper stepper();

    /** Is a step of this label taken some time, if it stays possible? */
    boolean mustHappen(int label);

    /** Takes steps. */
    interface Stepper {

        /**
         * Hands on all that can happen next, each once, in an order that is the same each time.
         *
         * @param state not changed
         */
        void from(long[] state, Sink sink);

        /**
         * Replaces a state by the one that stands for all that differ from it only in which of several equal processes is which.
         *
         * @return for how many states it stands, itself included
         */
        default int reduce(long[] state) {
            return 1;
        }
    }

    /** Gets steps. */
    @FunctionalInterface
    interface Sink {

        /**
         * One step.
         *
         * @param label what happens
         * @param target where it leads; may be changed, and is another state after the call
         */
        void step(int label, long[] target);
    }
}
