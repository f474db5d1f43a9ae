package dev.codepurger.cli.mutation;

/**
 * A part of a file. Lines and columns start at one, and the end is the place behind it.
 *
 * @param line where it begins
 * @param column where it begins
 * @param endLine where it ends
 * @param endColumn where it ends
 */
public record Span(int line, int column, int endLine, int endColumn) {

    /** The whole of a line, without its end. A line that is not there is an empty one. */
    public static Span ofLine(String text, int line) {
        int from = 0;
        for (int i = 1; i < line && from >= 0; i++) {
            int end = text.indexOf('\n', from);
            from = end < 0 ? -1 : end + 1;
        }
        int to = from < 0 ? -1 : text.indexOf('\n', from);
        int length = from < 0 ? 0 : (to < 0 ? text.length() : to) - from;
        return new Span(Math.max(1, line), 1, Math.max(1, line), length + 1);
    }
}
