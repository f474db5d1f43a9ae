package dev.codepurger.cli.mutation;

/**
 * In what one text differs from another.
 *
 * @param span the part that differs, in the text as it was
 * @param replacement what stands in its place
 */
public record Change(Span span, String replacement) {

    /** The smallest part in whole words in which they differ; the beginning of both if they are the same. */
    public static Change between(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int from = 0;
        while (from < shorter && before.charAt(from) == after.charAt(from)) {
            from++;
        }
        int tail = 0;
        while (tail < shorter - from && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        if (from == before.length() && from == after.length()) {
            return new Change(new Span(1, 1, 1, 1), "");
        }
        while (from > 0 && isWord(before, from - 1) && (isWord(before, from) || isWord(after, from))) {
            from--;
        }
        while (tail > 0 && isWord(before, before.length() - tail)
                && (isWord(before, before.length() - tail - 1) || isWord(after, after.length() - tail - 1))) {
            tail--;
        }
        int end = before.length() - tail;
        return new Change(new Span(line(before, from), column(before, from), line(before, end), column(before, end)),
                after.substring(from, after.length() - tail));
    }

    private static boolean isWord(String text, int at) {
        char c = at < 0 || at >= text.length() ? ' ' : text.charAt(at);
        return Character.isLetterOrDigit(c) || c == '_' || c == '@';
    }

    private static int line(String text, int at) {
        return (int) text.chars().limit(at).filter(c -> c == '\n').count() + 1;
    }

    private static int column(String text, int at) {
        return at - text.lastIndexOf('\n', at - 1);
    }
}
