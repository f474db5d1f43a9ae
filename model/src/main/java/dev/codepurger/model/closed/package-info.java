/** The purger in a small world without an outside, to be explored. Every signal is on its way for itself, and nothing is merged. */
@NullMarked
package dev.codepurger.model.closed;

import org.jspecify.annotations.NullMarked;
