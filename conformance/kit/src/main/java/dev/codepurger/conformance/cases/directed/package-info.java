/** Cases written by hand, one file a family of rules. */
@NullMarked
package dev.codepurger.conformance.cases.directed;

import org.jspecify.annotations.NullMarked;
