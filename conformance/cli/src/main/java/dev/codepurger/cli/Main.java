package dev.codepurger.cli;

/** The entry point of the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.err.println("usage: codepurger COMMAND");
        System.exit(2);
    }
}
