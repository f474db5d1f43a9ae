package dev.codepurger.impl.jvm;

import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/** Names of processes. */
final class Names {
    private Names() {}

    /** In the same order. */
    static Set<String> of(Collection<JvmProcess> processes) {
        Set<String> names = Sets.newLinkedHashSetWithExpectedSize(processes.size());
        processes.forEach(process -> names.add(process.name()));
        return Collections.unmodifiableSet(names);
    }
}
