/** The rules of the code purger as data: an id, a level and a text each. */
@NullMarked
package dev.codepurger.spec;

import org.jspecify.annotations.NullMarked;
