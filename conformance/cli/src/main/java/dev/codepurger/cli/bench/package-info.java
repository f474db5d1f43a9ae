/** What can be measured. */
@NullMarked
package dev.codepurger.cli.bench;

import org.jspecify.annotations.NullMarked;
