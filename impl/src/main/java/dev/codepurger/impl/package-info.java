/** The reference implementation of the code purger, written in direct style over a small kernel interface. */
@NullMarked
package dev.codepurger.impl;

import org.jspecify.annotations.NullMarked;
