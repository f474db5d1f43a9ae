package dev.codepurger.conformance.otp.mutant;

/**
 * A copy of a purger with one small change that was made without knowing what it means.
 *
 * @param name function, kind of change, and a number, such as {@code cpc_list_rm-2.clause-dropped.1}
 * @param operator the kind of change
 * @param line where it is in the source that the purger was built from
 * @param change what was there, and what is there now
 * @param trouble why it cannot be loaded; empty if it can
 */
public record PurgerVariant(String name, String operator, int line, String change, String trouble) {
}
