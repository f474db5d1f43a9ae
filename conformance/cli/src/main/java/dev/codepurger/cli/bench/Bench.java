package dev.codepurger.cli.bench;

import dev.codepurger.cli.Console;

/** Something that can be measured. */
public interface Bench {

    /** What, in a clause. */
    String description();

    /** Measures and prints. */
    void run(Console console);
}
