package dev.codepurger.impl.jvm;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The versions of one module. Guarded by its {@link CodeTable}, but for {@link #old}, which processes read when they answer a check. */
final class ModuleEntry {
    final String name;
    @Nullable CodeInstance current;
    volatile @Nullable CodeInstance old;
    /** Its {@code on_load} is running: neither current nor callable. */
    @Nullable CodeInstance pending;
    /** Its {@code on_load} failed, and it is not yet being purged. */
    @Nullable CodeInstance failed;
    /** The old code, while that of a failed {@code on_load} is being purged in its place. */
    @Nullable CodeInstance savedOld;
    /** Whether the old code is being purged. */
    boolean purging;
    /** Whether the error handler can load it. */
    boolean offered;
    /** In the order in which they were suspended. */
    final Set<JvmProcess> suspendedCallers = new LinkedHashSet<>();

    private int versions;

    ModuleEntry(String name) {
        this.name = name;
    }

    CodeInstance newInstance(Object code) {
        versions++;
        return new CodeInstance(name, versions, code);
    }

    boolean onLoadPending() {
        return pending != null || failed != null;
    }
}
