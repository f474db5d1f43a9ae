package dev.codepurger.model.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the module table.
 *
 * @param current what fully qualified calls run
 * @param old what a purge removes
 * @param pending on_load code that has not ended
 * @param failed its end was to throw the pending code away, which has not happened yet
 * @param aside while failed on_load code is purged: the old code from before
 * @param onLoadPurge the old code is failed on_load code
 * @param purging {@code prepare} was called and neither complete nor abort
 * @param offered the error handler can load it
 * @param loads how many loads there were
 */
public record Module(@Nullable Code current, @Nullable Code old, @Nullable Code pending, boolean failed, @Nullable Code aside,
        boolean onLoadPurge, boolean purging, boolean offered, int loads) {

    /** Of a module that nobody ever loaded. */
    public static final Module UNKNOWN = new Module(null, null, null, false, null, false, false, false, 0);

    // Written out, as in Local, for the same reason.
    @Override
    public int hashCode() {
        int hash = loads << 4 | (failed ? 1 : 0) | (onLoadPurge ? 2 : 0) | (purging ? 4 : 0) | (offered ? 8 : 0);
        hash = 31 * hash + hash(current);
        hash = 31 * hash + hash(old);
        hash = 31 * hash + hash(pending);
        return 31 * hash + hash(aside);
    }

    private static int hash(@Nullable Code code) {
        return code == null ? 0 : 31 * code.version() + code.identity();
    }

    /** Loads new code; with {@code identical} the code that is current, or if there is none the old code, once more. */
    public Module load(boolean identical) {
        Code last = current != null ? current : old;
        return current(new Code(loads + 1, identical && last != null ? last.identity() : loads + 1));
    }

    /** Loads new code under a number that nothing bears any more. */
    public Module loadAs(int version) {
        return current(new Code(version, version));
    }

    /** New current code; what was current becomes old. */
    Module current(Code code) {
        return new Module(code, current == null ? old : current, pending, failed, aside, onLoadPurge, purging, offered,
                Math.max(loads, code.version()));
    }

    /** The same where it is known who is in the old code. */
    Module knowingOld() {
        return old == null ? this
                : new Module(current, new Code(old.version(), old.identity()), pending, failed, aside, onLoadPurge, purging, offered,
                        loads);
    }

    /** Is {@code in} the old code? */
    boolean isOld(Instance in) {
        return old != null && old.version() == in.version();
    }

    /** The current code becomes old. */
    public Module delete() {
        return new Module(null, /* old= */ current, pending, failed, aside, onLoadPurge, purging, offered, loads);
    }

    /** New pending code. */
    public Module beginOnLoad() {
        return new Module(current, old, new Code(loads + 1, loads + 1), false, aside, onLoadPurge, purging, offered, loads + 1);
    }

    Module offer() {
        return new Module(current, old, pending, failed, aside, onLoadPurge, purging, true, loads);
    }

    /** The pending code becomes current. */
    public Module keepOnLoad() {
        return new Module(pending, current == null ? old : current, null, false, aside, onLoadPurge, purging, offered, loads);
    }

    /** The pending code is to be thrown away. */
    public Module failOnLoad() {
        return new Module(current, old, pending, true, aside, onLoadPurge, purging, offered, loads);
    }

    /** The old code is marked. */
    public Module prepare() {
        return new Module(current, old, pending, failed, aside, onLoadPurge, true, offered, loads);
    }

    /** The failed code takes the place of the old code, which is set aside, and is marked. */
    public Module prepareOnLoad() {
        return new Module(current, /* old= */ pending, /* pending= */ null, false, /* aside= */ old, true, true, offered, loads);
    }

    /** What can become of code set aside by a node that need not obey ONLOAD-4: it is lost, or purged in place of the failed code. */
    public List<Module> notSparingAside() {
        return aside == null ? List.of()
                : List.of(new Module(current, old, pending, failed, null, onLoadPurge, purging, offered, loads),
                        new Module(current, aside, pending, failed, null, onLoadPurge, purging, offered, loads));
    }

    /** What was marked is gone, and what was set aside is old again. */
    public Module complete() {
        return new Module(current, onLoadPurge ? aside : null, pending, failed, null, false, false, offered, loads);
    }

    /** The mark is gone. */
    public Module abort() {
        return new Module(current, old, pending, failed, aside, onLoadPurge, false, offered, loads);
    }
}
