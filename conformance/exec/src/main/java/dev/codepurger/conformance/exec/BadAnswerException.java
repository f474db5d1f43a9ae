package dev.codepurger.conformance.exec;

/** What an adapter wrote is not what it should be; the message is a clause about it, such as {@code is not JSON}. */
final class BadAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String wanted;

    BadAnswerException(String clause) {
        super(clause);
        path = "";
        wanted = "";
    }

    BadAnswerException(String clause, Throwable cause) {
        super(clause, cause);
        path = "";
        wanted = "";
    }

    /** A part is not what it should be. */
    BadAnswerException(String clause, String path, String wanted) {
        super(clause);
        this.path = path;
        this.wanted = wanted;
    }

    String clause() {
        return String.valueOf(getMessage());
    }

    /** Where the wrong part stands, such as {@code seen.result}; empty for all of it. */
    String path() {
        return path;
    }

    /** What the wrong part should be; empty if it is not a part that is wrong. */
    String wanted() {
        return wanted;
    }
}
