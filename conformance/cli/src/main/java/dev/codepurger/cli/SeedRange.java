package dev.codepurger.cli;

import com.google.common.collect.ImmutableList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Several seeds, in the form {@code 7} or {@code 1-20}.
 *
 * @param from the first
 * @param to the last
 */
record SeedRange(long from, long to) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");

    ImmutableList<Long> all() {
        return LongStream.rangeClosed(from, to).boxed().collect(ImmutableList.toImmutableList());
    }

    @Override
    public String toString() {
        return from == to ? "seed " + from : "seeds " + from + "-" + to;
    }

    /** Reads one. */
    static final class Converter implements ITypeConverter<SeedRange> {
        @Override
        public SeedRange convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(Context.quoted(text) + " is no seed and no range of seeds such as 1-20");
            }
            long from = Long.parseLong(matcher.group(1));
            SeedRange range = new SeedRange(from, matcher.group(2) == null ? from : Long.parseLong(matcher.group(2)));
            if (range.to() < range.from()) {
                throw new TypeConversionException(Context.quoted(text) + " ends before it begins");
            }
            return range;
        }
    }
}
