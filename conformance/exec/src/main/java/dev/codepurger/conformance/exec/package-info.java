/** Programs in any language as subjects: {@code exec:COMMAND}, driven over standard input and output as {@code spec/protocol} says. */
@NullMarked
package dev.codepurger.conformance.exec;

import org.jspecify.annotations.NullMarked;
