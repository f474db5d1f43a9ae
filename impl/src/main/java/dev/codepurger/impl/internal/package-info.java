/** The purger itself, in small steps. Not API: only faulty purgers, which must be rejected, are built from here. */
@NullMarked
package dev.codepurger.impl.internal;

import org.jspecify.annotations.NullMarked;
