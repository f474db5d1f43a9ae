package dev.codepurger.conformance.exec;

/** A trace is not one: where it is wrong, what was expected there, and what there is. Its message says the first two. */
public final class TraceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final int column;

    TraceException(long line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** The line, counted from 1. */
    public long line() {
        return line;
    }

    /** The character of the line, counted from 1. */
    public int column() {
        return column;
    }

    /** What was expected, and what there is, in a clause that can be printed. */
    public String clause() {
        return String.valueOf(getMessage());
    }
}
