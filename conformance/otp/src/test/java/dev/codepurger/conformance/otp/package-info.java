@NullMarked
package dev.codepurger.conformance.otp;

import org.jspecify.annotations.NullMarked;
