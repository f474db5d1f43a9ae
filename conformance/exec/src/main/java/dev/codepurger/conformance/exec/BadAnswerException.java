package dev.codepurger.conformance.exec;

/** What an adapter wrote is not what it should be; the message is a clause about it, such as {@code is not JSON}. */
final class BadAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    BadAnswerException(String clause) {
        super(clause);
    }

    BadAnswerException(String clause, Throwable cause) {
        super(clause, cause);
    }

    String clause() {
        return String.valueOf(getMessage());
    }
}
