/** The reference implementation, and variants of it that are wrong on purpose, as subjects of the suite. */
@NullMarked
package dev.codepurger.conformance.reference;

import org.jspecify.annotations.NullMarked;
