package dev.codepurger.model.explore;

import java.util.function.Predicate;

/**
 * An assumption about a class of steps: that whoever may take them is not passed over for ever. Nothing is null.
 *
 * @param name what reports call the class
 * @param strength how much is assumed
 * @param includes which steps are in the class, by their labels
 * @param <L> labels
 */
public record Fairness<L>(String name, Strength strength, Predicate<L> includes) {

    /** When a class of steps may not be passed over for ever. */
    public enum Strength {
        /** If from some time on a step of the class is always possible, one is taken some time. */
        WEAK,
        /** If again and again a step of the class is possible, one is taken some time. */
        STRONG
    }

    /** Of a class of which a step is taken if one stays possible. */
    public static <L> Fairness<L> weak(String name, Predicate<L> includes) {
        return new Fairness<>(name, Strength.WEAK, includes);
    }

    /** Of a class of which a step is taken if one is possible again and again. */
    public static <L> Fairness<L> strong(String name, Predicate<L> includes) {
        return new Fairness<>(name, Strength.STRONG, includes);
    }
}
