package dev.codepurger.conformance.explain;

import java.util.Locale;

/** Text that cannot do anything to a terminal or an XML reader, whatever a subject put into it. */
public final class Printable {
    private static final int LONGEST = 100;

    private Printable() {
    }

    /** The text with everything that is not to be seen written as a backslash, a u and four digits; lines stay. */
    public static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || isVisible(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return out.toString();
    }

    /** The same on one line. */
    public static String line(String text) {
        return text(text.replace("\n", "\\u000a"));
    }

    /** On one line, in quotes, and cut if it is long: for a word in a message that somebody else has chosen. */
    public static String quoted(String text) {
        return '"' + line(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + '"';
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
