package dev.codepurger.model.lts;

import java.util.List;

/** A system that is only asked whether it can do this label or that: nothing is known of any of them beforehand. For tests that compare systems. */
public interface Tried<S, L> extends OpenSystem<S, L> {

    @Override
    default List<L> outputs(S state) {
        throw new UnsupportedOperationException("labels are tried, all of them");
    }

    @Override
    default boolean persistent(S state, L label) {
        return false;
    }

    @Override
    default boolean unnoticed(L label) {
        return false;
    }
}
