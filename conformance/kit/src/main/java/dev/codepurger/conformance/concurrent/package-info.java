/** Programs in which several act at once, and the histories that come of them. */
@NullMarked
package dev.codepurger.conformance.concurrent;

import org.jspecify.annotations.NullMarked;
