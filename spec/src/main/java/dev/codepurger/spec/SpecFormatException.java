package dev.codepurger.spec;

/** Says that the document of the rules is not of the form that it describes itself. */
public final class SpecFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    SpecFormatException(int line, String problem) {
        super("SPEC.md line " + line + ": " + problem);
        this.line = line;
    }

    /**
     * Where the problem is.
     *
     * @return the line of the document, counted from one
     */
    public int line() {
        return line;
    }
}
