/** Many clients at one node for a long time, judged as it goes on. */
@NullMarked
package dev.codepurger.conformance.soak;

import org.jspecify.annotations.NullMarked;
