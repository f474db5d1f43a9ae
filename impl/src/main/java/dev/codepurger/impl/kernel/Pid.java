package dev.codepurger.impl.kernel;

/**
 * The identity of a process. A pid outlives its process: what is sent to a dead one vanishes, a monitor of it fires with the
 * reason {@code noproc}, a check of it answers {@code false}. Pids are compared by identity.
 */
public interface Pid {

    /**
     * Returns the name of the process.
     *
     * @return the name, unique among the living processes of a node
     */
    String name();
}
