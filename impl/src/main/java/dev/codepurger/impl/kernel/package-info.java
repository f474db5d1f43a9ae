/** What the purger asks of the system around it. */
@NullMarked
package dev.codepurger.impl.kernel;

import org.jspecify.annotations.NullMarked;
