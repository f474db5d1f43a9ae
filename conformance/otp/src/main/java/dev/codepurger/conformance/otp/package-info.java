/** A real Erlang node as the subject {@code otp}: an adapter written in Erlang, which runs in the node that it drives. */
@NullMarked
package dev.codepurger.conformance.otp;

import org.jspecify.annotations.NullMarked;
