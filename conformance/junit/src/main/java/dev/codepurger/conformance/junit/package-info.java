/** The conformance suite for builds that test with JUnit. */
@NullMarked
package dev.codepurger.conformance.junit;

import org.jspecify.annotations.NullMarked;
