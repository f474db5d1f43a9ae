package dev.codepurger.impl.jvm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The living processes by name, oldest first. */
final class ProcessTable {
    private final Map<String, JvmProcess> processes = new LinkedHashMap<>();

    /** Returns false if one of that name is alive. */
    synchronized boolean add(JvmProcess process) {
        return processes.putIfAbsent(process.name(), process) == null;
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
