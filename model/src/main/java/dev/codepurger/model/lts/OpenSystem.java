package dev.codepurger.model.lts;

import java.util.List;

/**
 * A labelled transition system that an environment acts on: from each state there are internal steps, which nobody sees, and labels,
 * which somebody does or sees. States and labels are values: immutable, with {@code equals}.
 *
 * @param <S> states
 * @param <L> labels
 */
public interface OpenSystem<S, L> {

    /** Where it begins. */
    S initial();

    /** The states that one internal step leads to. */
    List<S> internal(S state);

    /**
     * The same, but those may be left out behind which {@code label} can no longer be the next that is done or seen. What is left out only saves
     * time.
     */
    default List<S> internalBefore(S state, L label) {
        return internal(state);
    }

    /** The states that {@code label} leads to; empty if it cannot happen in {@code state}. */
    List<S> after(S state, L label);

    /** The labels that the system can show in {@code state}, without any internal step before. */
    List<L> outputs(S state);

    /**
     * Is {@code label}, in {@code state}, one that no internal step can take away, and that takes away no internal step? Whatever is
     * reached by internal steps, the label and internal steps must then be reached by the label and internal steps. So it need not be
     * looked for behind that state.
     */
    boolean persistent(S state, L label);

    /**
     * Is {@code label} an output that, once it can be shown, neither an internal step nor anything that the environment does can take away, and
     * that nobody notices but who sees it? Then it need not be looked for later than at the first opportunity.
     */
    boolean unnoticed(L label);
}
