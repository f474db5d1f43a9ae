/** The conformance suite as JUnit tests in a build of your own. */
@NullMarked
package dev.codepurger.conformance.junit;

import org.jspecify.annotations.NullMarked;
