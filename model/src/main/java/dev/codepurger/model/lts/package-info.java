/** Labelled transition systems, knowing nothing of purging. */
@NullMarked
package dev.codepurger.model.lts;

import org.jspecify.annotations.NullMarked;
