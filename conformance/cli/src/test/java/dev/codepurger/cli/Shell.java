package dev.codepurger.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command line in this process. */
record Shell(int code, String out, String err) {

    static Shell run(String... args) {
        return run(new Interrupts(), args);
    }

    static Shell run(Interrupts interrupts, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = Console.of(new PrintWriter(out), new PrintWriter(err));
        int code = new Cli(console, interrupts).run(args);
        console.flush();
        return new Shell(code, out.toString(), err.toString());
    }
}
