/** Tests that hold the document, the constants and the parser to each other. */
@NullMarked
package dev.codepurger.spec;

import org.jspecify.annotations.NullMarked;
