package dev.codepurger.conformance.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A process with all that it has started, which ends with it, and at the latest with this one. */
final class ProcessTree {
    private static final Set<ProcessTree> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(ProcessTree::destroy), "adapters"));
    }

    private final Process root;

    private ProcessTree(Process root) {
        this.root = root;
    }

    static ProcessTree of(Process root) {
        ProcessTree tree = new ProcessTree(root);
        LIVING.add(tree);
        return tree;
    }

    /**
     * Ends all of it at once, without asking. Whoever has made itself independent of its parent, by outliving it, is not found any more.
     */
    void destroy() {
        // Stopped from the top, so that nobody starts another one meanwhile; those below are listed before their parent is gone.
        List<ProcessHandle> below = new ArrayList<>(root.descendants().toList());
        root.destroyForcibly();
        for (int round = 0; round < 3 && !below.isEmpty(); round++) {
            List<ProcessHandle> next = new ArrayList<>();
            below.forEach(one -> next.addAll(one.descendants().toList()));
            below.forEach(ProcessHandle::destroyForcibly);
            below = next;
        }
        LIVING.remove(this);
    }
}
