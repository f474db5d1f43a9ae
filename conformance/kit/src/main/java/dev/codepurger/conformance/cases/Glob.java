package dev.codepurger.conformance.cases;

import java.util.regex.Pattern;

/** A pattern with {@code *} for any text and {@code ?} for any character. */
public final class Glob {
    private final Pattern pattern;

    /** Takes every other character for itself. */
    public Glob(String glob) {
        StringBuilder regex = new StringBuilder();
        glob.chars().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf((char) c)));
            }
        });
        pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** Does the whole text fit? */
    public boolean fits(String text) {
        return pattern.matcher(text).matches();
    }
}
