/** The oracle: what the model could have shown after what was seen. */
@NullMarked
package dev.codepurger.model.oracle;

import org.jspecify.annotations.NullMarked;
