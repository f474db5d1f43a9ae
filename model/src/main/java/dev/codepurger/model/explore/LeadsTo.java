package dev.codepurger.model.explore;

import java.util.function.Predicate;

/**
 * The claim that something happens in the end: whenever a state is like {@code when}, it is one like {@code then}, or a later one is. Nothing is null.
 *
 * @param name what reports call it; the id of a rule, perhaps with something behind it
 * @param claim what is claimed, as a sentence
 * @param when what calls for it
 * @param then what must come
 * @param <S> states
 */
public record LeadsTo<S>(String name, String claim, Predicate<S> when, Predicate<S> then) {

    /** The claim that there is always a state like {@code then} still to come. */
    public static <S> LeadsTo<S> again(String name, String claim, Predicate<S> then) {
        return new LeadsTo<>(name, claim, state -> true, then);
    }
}
