/** Settings that the tests of every module share: one place for engines, reports and the seed of generated tests. */
@NullMarked
package dev.codepurger.testing;

import org.jspecify.annotations.NullMarked;
