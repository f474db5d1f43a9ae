/** The closed world once more, for speed: states are a few words each. The readable one stays the reference, and each step is compared with it. */
@NullMarked
package dev.codepurger.model.closed.packed;

import org.jspecify.annotations.NullMarked;
