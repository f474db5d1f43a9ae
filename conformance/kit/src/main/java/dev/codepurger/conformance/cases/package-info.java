/** The directed cases and their catalogue. */
@NullMarked
package dev.codepurger.conformance.cases;

import org.jspecify.annotations.NullMarked;
