package dev.codepurger.cli;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** The entry point of the command line, and the only place that ends the process. */
public final class Main {
    private Main() {
    }

    /** Runs one command. */
    public static void main(String[] args) {
        Interrupts interrupts = new Interrupts();
        Console console = Console.of(System.in, System.out, System.err, StandardCharsets.UTF_8);
        Cli cli = new Cli(console, interrupts);
        // A run that is ended from outside still says what it has found; then the code has to be set from in here.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            OptionalInt code = interrupts.interrupt();
            cli.close();
            if (code.isPresent()) {
                Runtime.getRuntime().halt(code.getAsInt());
            }
        }, "interrupt"));
        int code = cli.run(args);
        console.flush();
        interrupts.forget();
        System.exit(code);
    }
}
