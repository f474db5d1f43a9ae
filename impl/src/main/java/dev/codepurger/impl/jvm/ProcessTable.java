package dev.codepurger.impl.jvm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The living processes by name, oldest first. */
final class ProcessTable {
    private final Map<String, JvmProcess> processes = new LinkedHashMap<>();

    /** Adds one whose name nobody has who is alive. */
    synchronized void add(JvmProcess process) {
        processes.put(process.name(), process);
    }

    synchronized void remove(JvmProcess process) {
        processes.remove(process.name(), process);
    }

    synchronized @Nullable JvmProcess find(String name) {
        return processes.get(name);
    }

    synchronized List<JvmProcess> all() {
        return List.of(processes.values().toArray(new JvmProcess[0]));
    }
}
