package dev.codepurger.conformance.subject;

/**
 * The form of names that carry an argument.
 *
 * @param form the name with a word in capitals in the place of the argument, such as {@code exec:COMMAND}
 * @param description who has such a name, in a few words
 */
public record SubjectForm(String form, String description) {
}
