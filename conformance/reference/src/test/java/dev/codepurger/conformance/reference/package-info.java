/** Tests of the subjects themselves. */
@NullMarked
package dev.codepurger.conformance.reference;

import org.jspecify.annotations.NullMarked;
