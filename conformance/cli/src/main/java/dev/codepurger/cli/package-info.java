/** The command line. */
@NullMarked
package dev.codepurger.cli;

import org.jspecify.annotations.NullMarked;
