package dev.codepurger.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a seed. */
final class Seeds implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    Context.quoted(text) + " is not a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
        }
    }
}
