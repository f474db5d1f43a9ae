@NullMarked
package dev.codepurger.conformance.exec;

import org.jspecify.annotations.NullMarked;
