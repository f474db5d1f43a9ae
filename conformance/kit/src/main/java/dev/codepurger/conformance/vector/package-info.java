/** Cases as data: what is done, and everything that the model allows to be seen, for those who judge without this suite. */
@NullMarked
package dev.codepurger.conformance.vector;

import org.jspecify.annotations.NullMarked;
