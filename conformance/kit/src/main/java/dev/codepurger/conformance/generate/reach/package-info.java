/** What generated sequences must bring about, and whether they do. */
@NullMarked
package dev.codepurger.conformance.generate.reach;

import org.jspecify.annotations.NullMarked;
