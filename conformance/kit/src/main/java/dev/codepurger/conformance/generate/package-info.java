/** Generated cases. */
@NullMarked
package dev.codepurger.conformance.generate;

import org.jspecify.annotations.NullMarked;
