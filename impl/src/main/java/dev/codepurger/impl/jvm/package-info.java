/** An embedded kernel: processes, code versions and signals inside one Java virtual machine. */
@NullMarked
package dev.codepurger.impl.jvm;

import org.jspecify.annotations.NullMarked;
