/** The purger alone: an explicit state machine, in the order of the Erlang module. */
@NullMarked
package dev.codepurger.model.purger;

import org.jspecify.annotations.NullMarked;
