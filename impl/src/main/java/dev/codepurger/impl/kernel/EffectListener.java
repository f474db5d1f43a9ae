package dev.codepurger.impl.kernel;

/**
 * Gets effects, one at a time, in one total order together with what a node's observers get. An effect comes no later than anything it causes.
 * The listener is called with locks held: it must be quick, and must not call back.
 */
@FunctionalInterface
public interface EffectListener {

    /**
     * Called for each effect.
     *
     * @param effect what happens
     */
    void effect(Effect effect);
}
