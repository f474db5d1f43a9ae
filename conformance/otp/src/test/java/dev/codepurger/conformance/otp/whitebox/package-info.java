@NullMarked
package dev.codepurger.conformance.otp.whitebox;

import org.jspecify.annotations.NullMarked;
