@NullMarked
package dev.codepurger.conformance.otp.mutant;

import org.jspecify.annotations.NullMarked;
