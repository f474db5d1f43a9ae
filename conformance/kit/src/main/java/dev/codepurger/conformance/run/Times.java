package dev.codepurger.conformance.run;

import dev.codepurger.conformance.explain.Printable;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them. */
public final class Times {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,7})(ms|s|m)");
    private static final Duration LONGEST = Duration.ofDays(1);

    private Times() {
    }

    /**
     * Reads {@code 500ms}, {@code 10s} or {@code 2m}; a day at most.
     *
     * @throws IllegalArgumentException if it is nothing of this kind, with what is wrong as a clause
     */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(Printable.quoted(text) + " is not a time such as 500ms, 10s or 2m");
        }
        long number = Long.parseLong(matcher.group(1));
        Duration time = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(Printable.quoted(text) + " is longer than a day");
        }
        return time;
    }
}
