/** What a run found, as text, JSON and XML. */
@NullMarked
package dev.codepurger.cli.report;

import org.jspecify.annotations.NullMarked;
