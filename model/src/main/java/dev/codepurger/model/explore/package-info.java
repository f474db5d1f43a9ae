/** Looks at every state of a transition system, knowing nothing of purging. */
@NullMarked
package dev.codepurger.model.explore;

import org.jspecify.annotations.NullMarked;
