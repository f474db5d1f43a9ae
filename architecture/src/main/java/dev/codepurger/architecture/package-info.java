/** Tests that hold the arrows between the modules; this module has nothing else. */
@NullMarked
package dev.codepurger.architecture;

import org.jspecify.annotations.NullMarked;
