package dev.codepurger.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of the module that the profile {@code seed} describes.
 *
 * @param first the first line, counted from one
 * @param last the last line, not before the first
 */
public record LineRange(int first, int last) {
    private static final Pattern FORM = Pattern.compile("L([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?");

    /** Checks the order of the two lines. */
    public LineRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("not a range of lines: " + first + "-" + last);
        }
    }

    /**
     * Reads one range.
     *
     * @param text a range such as {@code L34} or {@code L258-266}
     * @return the range
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static LineRange parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a range of lines such as L34 or L258-266: " + text);
        }
        int first = Integer.parseInt(matcher.group(1));
        String last = matcher.group(2);
        return new LineRange(first, last == null ? first : Integer.parseInt(last));
    }

    /**
     * Reads ranges that are separated by a comma and a space; {@code none} stands for an empty list.
     *
     * @param text the list
     * @return the ranges, in the order of the text
     * @throws IllegalArgumentException if a part of the text is not a range
     */
    public static List<LineRange> parseList(String text) {
        if (text.equals("none")) {
            return List.of();
        }
        List<LineRange> ranges = new ArrayList<>();
        for (String part : text.split(", ", -1)) {
            ranges.add(parse(part));
        }
        return List.copyOf(ranges);
    }

    @Override
    public String toString() {
        return first == last ? "L" + first : "L" + first + "-" + last;
    }
}
