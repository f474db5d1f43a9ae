/** Exploration of a world, breadth first. */
@NullMarked
package dev.codepurger.model.explore;

import org.jspecify.annotations.NullMarked;
