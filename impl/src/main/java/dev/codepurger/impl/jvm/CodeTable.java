package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.NoPendingOnLoadException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a node. One lock for all: loading and purging are rare, and what a check needs is read without it. Effects are recorded under the lock, so
 * that nobody sees a change whose effect is not recorded yet.
 */
final class CodeTable {
    private final Recorder recorder;
    private final Map<String, ModuleEntry> modules = new ConcurrentHashMap<>();
    private final Map<String, Call.Fun> funs = new HashMap<>();

    CodeTable(Recorder recorder) {
        this.recorder = recorder;
    }

    ModuleEntry entry(String module) {
        return modules.computeIfAbsent(module, ModuleEntry::new);
    }

    /** Does several things as one: no code is loaded, purged or called by others meanwhile. */
    synchronized <T> T alone(Supplier<T> what) {
        return what.get();
    }

    // Loading

    synchronized Response load(String module, boolean identical) {
        ModuleEntry entry = entry(module);
        if (entry.onLoadPending()) {
            return Response.ON_LOAD_PENDING;
        }
        CodeInstance replaced = entry.current;
        if (replaced != null) {
            if (entry.old != null) {
                return Response.NOT_PURGED;
            }
            entry.old = replaced;
        }
        CodeInstance last = replaced != null ? replaced : entry.old;
        entry.current = entry.newInstance(identical && last != null ? last.code() : new Object());
        return Response.OK;
    }

    synchronized Response delete(String module) {
        ModuleEntry entry = entry(module);
        if (entry.old != null) {
            return Response.NOT_PURGED;
        }
        if (entry.current == null) {
            return Response.UNDEFINED;
        }
        if (entry.onLoadPending()) {
            return Response.ON_LOAD_PENDING;
        }
        entry.old = entry.current;
        entry.current = null;
        return Response.OK;
    }

    synchronized Response beginOnLoad(String module) {
        ModuleEntry entry = entry(module);
        if (entry.onLoadPending()) {
            return Response.ON_LOAD_PENDING;
        }
        if (entry.current != null && entry.old != null) {
            return Response.NOT_PURGED;
        }
        entry.pending = entry.newInstance(new Object());
        return Response.OK;
    }

    synchronized void offer(String module) {
        entry(module).offered = true;
    }

    synchronized boolean hasOld(String module) {
        return entry(module).old != null;
    }

    synchronized @Nullable CodeInstance current(String module) {
        return entry(module).current;
    }

    synchronized @Nullable CodeInstance pending(String module) {
        return entry(module).pending;
    }

    // Purging

    synchronized boolean prepare(String module) {
        ModuleEntry entry = entry(module);
        boolean hadOld = entry.old != null;
        recorder.effect(new Effect.Prepared(module, hadOld));
        entry.purging |= hadOld;
        return hadOld;
    }

    synchronized boolean prepareOnLoad(String module) {
        ModuleEntry entry = entry(module);
        boolean hadFailed = entry.failed != null;
        recorder.effect(new Effect.PreparedOnLoad(module, hadFailed));
        if (hadFailed) {
            entry.savedOld = entry.old;
            entry.old = entry.failed;
            entry.failed = null;
            entry.purging = true;
        }
        return hadFailed;
    }

    synchronized void complete(String module) {
        recorder.effect(new Effect.Completed(module));
        ModuleEntry entry = entry(module);
        if (entry.purging) {
            entry.old = entry.savedOld;
            entry.savedOld = null;
            entry.purging = false;
        }
    }

    synchronized void abort(String module) {
        recorder.effect(new Effect.Aborted(module));
        entry(module).purging = false;
    }

    synchronized List<JvmProcess> takeSuspendedCallers(String module) {
        ModuleEntry entry = entry(module);
        List<JvmProcess> callers = List.copyOf(entry.suspendedCallers);
        entry.suspendedCallers.clear();
        return callers;
    }

    synchronized void finishAfterOnLoad(String module, boolean keep) {
        ModuleEntry entry = entry(module);
        CodeInstance pending = entry.pending;
        if (pending == null) {
            throw new NoPendingOnLoadException(module);
        }
        recorder.effect(new Effect.Finished(module, keep));
        entry.pending = null;
        if (keep) {
            if (entry.current != null) {
                entry.old = entry.current;
            }
            entry.current = pending;
        } else {
            entry.failed = pending;
        }
    }

    // Calling

    synchronized Response makeFun(String fun, String module) {
        CodeInstance current = entry(module).current;
        if (current == null) {
            return Response.UNDEF;
        }
        funs.put(fun, new Call.Fun(module, current.code()));
        return Response.OK;
    }

    synchronized Call.@Nullable Fun fun(String name) {
        return funs.get(name);
    }

    /** Tries a call; one that is suspended is remembered here, under the same lock that complete and abort take. */
    synchronized Call.Attempt attempt(JvmProcess caller, Call.Target target) {
        return switch (target) {
            case Call.Function(String module) -> {
                ModuleEntry entry = entry(module);
                yield entry.current != null ? new Call.Ran(entry.current) : autoload(entry, new Object());
            }
            case Call.Fun(String module, Object code) -> attemptFun(caller, entry(module), code);
        };
    }

    private static Call.Attempt attemptFun(JvmProcess caller, ModuleEntry entry, Object code) {
        // The newest instance of the code owns the fun, so current code comes first.
        if (entry.current != null && entry.current.code().equals(code)) {
            return new Call.Ran(entry.current);
        }
        CodeInstance old = entry.old;
        if (old != null && old.code().equals(code)) {
            if (!entry.purging) {
                return new Call.Ran(old);
            }
            entry.suspendedCallers.add(caller);
            return new Call.Suspended();
        }
        if (entry.savedOld != null && entry.savedOld.code().equals(code)) {
            return new Call.Ran(entry.savedOld);
        }
        if (entry.current != null) {
            return new Call.Failed(new Outcome.BadFun());
        }
        return autoload(entry, code);
    }

    /** What the error handler does when there is no current code. */
    private static Call.Attempt autoload(ModuleEntry entry, Object code) {
        if (!entry.offered || entry.onLoadPending()) {
            return new Call.Failed(new Outcome.Undef());
        }
        CodeInstance loaded = entry.newInstance(code);
        entry.current = loaded;
        return new Call.Ran(loaded);
    }

    synchronized void forgetCaller(JvmProcess caller, Call.Target target) {
        if (target instanceof Call.Fun fun) {
            entry(fun.module()).suspendedCallers.remove(caller);
        }
    }

    synchronized Set<String> suspendedCallers() {
        Set<String> names = new TreeSet<>();
        for (ModuleEntry entry : modules.values()) {
            entry.suspendedCallers.forEach(caller -> names.add(caller.name()));
        }
        return names;
    }
}
