package dev.codepurger.cli.bench;

/** Something that can be measured. */
public interface Bench {

    /** What, in a clause. */
    String description();

    /** Measures; takes seconds. */
    Measurements measure();
}
