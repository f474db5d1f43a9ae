/**
 * The words of {@code spec/protocol} as JSON: programs in any language as subjects ({@code exec:COMMAND}), driven over standard input and output;
 * test vectors; traces.
 */
@NullMarked
package dev.codepurger.conformance.exec;

import org.jspecify.annotations.NullMarked;
