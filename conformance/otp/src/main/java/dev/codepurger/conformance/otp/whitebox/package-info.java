/** Validation of the model by what a real purger does inside: its log is replayed by {@code model.purger}, step by step. */
@NullMarked
package dev.codepurger.conformance.otp.whitebox;

import org.jspecify.annotations.NullMarked;
