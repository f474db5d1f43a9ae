package dev.codepurger.impl.jvm;

/** How a call of a fun or a function ended. */
public sealed interface Outcome {

    /**
     * It ran.
     *
     * @param version the version of the code that ran, from 1
     */
    record Ran(int version) implements Outcome {}

    /** The code of the fun is gone, and there is other code. */
    record BadFun() implements Outcome {}

    /** There is no code, and none could be loaded. */
    record Undef() implements Outcome {}
}
