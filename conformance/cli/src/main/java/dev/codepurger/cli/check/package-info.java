/** Traces of files judged, and what is printed about them. */
@NullMarked
package dev.codepurger.cli.check;

import org.jspecify.annotations.NullMarked;
