package dev.codepurger.model.lts;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What can be told of an {@link OpenSystem} by somebody who knows which labels are still to come, though not in which order. It spares a search what
 * leads nowhere, or only to where something else leads as well; it never hides an order. Nothing is null.
 *
 * @param <S> states
 * @param <L> labels
 */
public interface Foresight<S, L> {

    /** What a label has to do with, in words of the system's own; nothing if that cannot be told, and nothing can be told where it is to come. */
    Optional<ImmutableSet<String>> topics(L label);

    /** The name of the question, if the label is one. */
    Optional<String> asks(L label);

    /** The name of the question that the label answers, if it is an answer. */
    Optional<String> answers(L label);

    /**
     * Is it settled in {@code state} that one of these answers can never be shown?
     *
     * @param answers by the name of the question, which is asked and answered once
     */
    boolean contradicts(S state, Map<String, L> answers);

    /**
     * An internal step that can as well be taken now: neither another internal step nor anything that is to come makes it impossible or is made
     * impossible by it, nor changes what it leads to. Empty if there is none, or it cannot be told.
     *
     * @param ahead has anything that is still to come to do with this topic?
     */
    List<S> settled(S state, Predicate<String> ahead);

    /**
     * The same of a label that is to come and possible: can it as well come now?
     *
     * @param others has anything that is still to come of others, of which it is not known whether they come first, to do with this topic?
     * @param later has anything that is still to come after it, of others or of who does it?
     */
    boolean settled(S state, L label, Predicate<String> others, Predicate<String> later);
}
