/** The purger in a closed world: modules, processes, signals, clients and testers. */
@NullMarked
package dev.codepurger.model.world;

import org.jspecify.annotations.NullMarked;
