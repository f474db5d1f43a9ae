package dev.codepurger.impl.jvm;

/**
 * Gets observations, one at a time, in an order in which causes come before what they cause. It is called with locks held: it must be quick, and must not
 * call the node.
 */
@FunctionalInterface
public interface NodeListener {

    /**
     * Called for each observation.
     *
     * @param observation what was seen
     */
    void observed(Observation observation);
}
