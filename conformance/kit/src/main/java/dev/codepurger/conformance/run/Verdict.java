package dev.codepurger.conformance.run;

/** What a run comes to, with the words and the exit code for it: the only place where either stands. */
public enum Verdict {
    /** Everything planned ran, or was skipped for a reason, and conforms. */
    CONFORMS(0, "conforms"),
    /** A case failed. */
    VIOLATED(1, "violated"),
    /** The command was wrong; nothing ran. */
    USAGE(2, "wrong usage"),
    /** No case failed, but not everything planned could be judged. */
    INCONCLUSIVE(3, "inconclusive"),
    /** This program broke. */
    INTERNAL(4, "internal error");

    private final int code;
    private final String words;

    Verdict(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The exit code. */
    public int code() {
        return code;
    }

    /** The words for people and for reports. */
    public String words() {
        return words;
    }
}
