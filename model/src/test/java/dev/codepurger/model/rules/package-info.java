/** One short story or two for each rule: what the model accepts, and what it rejects because of that rule. */
@NullMarked
package dev.codepurger.model.rules;

import org.jspecify.annotations.NullMarked;
