/** Mutants of a real purger: copies of its source with one change each, which run in real nodes, and are to be rejected. */
@NullMarked
package dev.codepurger.conformance.otp.mutant;

import org.jspecify.annotations.NullMarked;
