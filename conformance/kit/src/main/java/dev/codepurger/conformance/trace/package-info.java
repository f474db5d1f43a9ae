/** Traces that nobody asked for: judged as they are, and what is to be said where one is not legal. */
@NullMarked
package dev.codepurger.conformance.trace;

import org.jspecify.annotations.NullMarked;
