/** What a subject of the suite must be able to do, and what it may. */
@NullMarked
package dev.codepurger.conformance.subject;

import org.jspecify.annotations.NullMarked;
