/** What a case came to, in words for a reader, whoever ran it. */
@NullMarked
package dev.codepurger.conformance.explain;

import org.jspecify.annotations.NullMarked;
