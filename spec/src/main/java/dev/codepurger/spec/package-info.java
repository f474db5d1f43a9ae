/**
 * The normative rules of Erlang-style code purging: the document {@code SPEC.md} and its catalogue.
 */
@NullMarked
package dev.codepurger.spec;

import org.jspecify.annotations.NullMarked;
