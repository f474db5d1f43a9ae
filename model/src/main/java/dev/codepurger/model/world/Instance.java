package dev.codepurger.model.world;

import org.jspecify.annotations.Nullable;

/** One load of a module: what a process can be in. */
record Instance(String module, int version) {

  @Override
  public int hashCode() {
    return 31 * module.hashCode() + version;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Instance i && version == i.version && module.equals(i.module);
  }
}
