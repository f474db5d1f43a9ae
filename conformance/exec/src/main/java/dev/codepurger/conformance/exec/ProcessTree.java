package dev.codepurger.conformance.exec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A process with all that it has started, which ends with it, and at the latest with this one. */
final class ProcessTree {
    private static final Set<ProcessTree> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(ProcessTree::destroy), "adapters"));
    }

    private final Process root;
    private volatile List<ProcessHandle> noted = List.of();

    private ProcessTree(Process root) {
        this.root = root;
    }

    static ProcessTree of(Process root) {
        ProcessTree tree = new ProcessTree(root);
        LIVING.add(tree);
        return tree;
    }

    /** Remembers who belongs to it now, for when their parent is gone and nothing says any more whose they are. */
    void note() {
        // Whoever is missing now may have lost its parent since.
        noted = Stream.concat(noted.stream().filter(ProcessHandle::isAlive), root.descendants()).distinct().toList();
    }

    /** Ends all of it at once, without asking. Who was started since it was last noted, and has outlived its parent, is not found any more. */
    void destroy() {
        // From the top, so that nobody starts another one meanwhile; those below are listed before their parent is gone.
        Set<ProcessHandle> below = new LinkedHashSet<>(noted);
        root.descendants().forEach(below::add);
        root.destroyForcibly();
        for (int round = 0; round < 3 && !below.isEmpty(); round++) {
            Set<ProcessHandle> next = new LinkedHashSet<>();
            below.forEach(one -> one.descendants().forEach(next::add));
            below.forEach(ProcessHandle::destroyForcibly);
            below = next;
        }
        LIVING.remove(this);
    }
}
