/** Reports of mutation testing: the published JSON, one page to be read, a summary to be compared with, and the survivors that are accepted. */
@NullMarked
package dev.codepurger.cli.mutation;

import org.jspecify.annotations.NullMarked;
