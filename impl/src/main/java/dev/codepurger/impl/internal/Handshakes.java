package dev.codepurger.impl.internal;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import dev.codepurger.impl.kernel.Watch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The waits of a test purge (seed L321-339). Unlike the rest of the purger they leave in the mailbox what they do not wait for. A dead tester is not waited for:
 * the purge must not stay half done.
 */
final class Handshakes {
    private final Kernel kernel;
    private final Profile profile;
    private final Steps steps;
    private final SavedRequests saved;
    /** Came too early, for a session that exists; only if the profile keeps them. In the order in which they came. */
    private final List<Message.Go> kept = new ArrayList<>();

    private @Nullable Session session;
    private boolean present;

    private record Session(Pid tester, @Nullable Object ref) {}

    Handshakes(Kernel kernel, Profile profile, Steps steps, SavedRequests saved) {
        this.kernel = kernel;
        this.profile = profile;
        this.steps = steps;
        this.saved = saved;
    }

    void begin(Pid tester, @Nullable Object ref) {
        session = new Session(tester, ref);
        present = true;
    }

    void end() {
        session = null;
    }

    boolean testerPresent() {
        return present;
    }

    /** Tells the tester and waits for it to go on or die; at once if it is known to be dead. */
    void await(Handshake handshake) {
        Session held = session;
        if (held == null || !present) {
            return;
        }
        kernel.send(
                held.tester(),
                handshake == Handshake.STARTED
                        ? new Message.Started(held.ref())
                        : new Message.Continued(held.ref()));
        Object monitor = kernel.monitor(held.tester(), Watch.TESTER);
        if (!takeKept(handshake, held.ref())) {
            Message message = kernel.mailbox()
                    .receiveFirst(
                            Waiting.HANDSHAKE,
                            m -> letsGo(handshake, held.ref(), m) || isDeath(handshake, monitor, m));
            present = message instanceof Message.Go;
        }
        if (present) {
            kernel.demonitor(held.tester(), monitor);
        }
    }

    private boolean letsGo(Handshake handshake, @Nullable Object ref, Message message) {
        return switch (message) {
            case Message.Continue go -> handshake == Handshake.STARTED && steps.sameSession(ref, go.ref());
            case Message.Complete go -> handshake == Handshake.CONTINUED && steps.sameSession(ref, go.ref());
            default -> false;
        };
    }

    private boolean isDeath(Handshake handshake, Object monitor, Message message) {
        return message instanceof Message.Down down
                && monitor.equals(down.monitor())
                && steps.noticesDeath(handshake, down);
    }

    private boolean takeKept(Handshake handshake, @Nullable Object ref) {
        for (Iterator<Message.Go> each = kept.iterator(); each.hasNext();) {
            if (letsGo(handshake, ref, each.next())) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    /** Returns whether a check is to keep this message. */
    boolean expects(Message.Go go) {
        return profile.handshakeKept() && exists(go.ref());
    }

    void keep(Message.Go go) {
        kernel.note(new Effect.Kept(go));
        kept.add(go);
    }

    /** Drops what was kept for sessions that have ended. */
    void dropOrphans() {
        for (Iterator<Message.Go> each = kept.iterator(); each.hasNext();) {
            Message.Go go = each.next();
            if (!exists(go.ref())) {
                each.remove();
            }
        }
    }

    private boolean exists(@Nullable Object ref) {
        Session held = session;
        return (held != null && steps.sameSession(held.ref(), ref)) || saved.hasSession(ref);
    }
}
