/** What a purger needs from the system it serves, and the messages between the two. */
@NullMarked
package dev.codepurger.impl.kernel;

import org.jspecify.annotations.NullMarked;
