/** The run of a catalogue against a subject, and what came of it. */
@NullMarked
package dev.codepurger.conformance.run;

import org.jspecify.annotations.NullMarked;
