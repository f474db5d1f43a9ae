package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Message;
import org.jspecify.annotations.Nullable;

/** What travels to a process. Each is delivered once, so it can carry the link of the queue that it is in. */
abstract sealed class Signal {
    @Nullable Signal next;

    /** Asks whether the process refers to old code. */
    static final class Check extends Signal {
        final ModuleEntry module;
        final Object tag;

        Check(ModuleEntry module, Object tag) {
            this.module = module;
            this.tag = tag;
        }
    }

    /** Asks for a message when the process is dead. */
    static final class Monitor extends Signal {
        final MonitorRef ref;

        Monitor(MonitorRef ref) {
            this.ref = ref;
        }
    }

    /** Takes that back. */
    static final class Demonitor extends Signal {
        final MonitorRef ref;

        Demonitor(MonitorRef ref) {
            this.ref = ref;
        }
    }

    /** Ends the process. */
    static final class Kill extends Signal {
        final String reason;

        Kill(String reason) {
            this.reason = reason;
        }
    }

    /** Brings a message. */
    static final class Delivery extends Signal {
        final Message message;

        Delivery(Message message) {
            this.message = message;
        }
    }

    /** Lets a suspended call try again. */
    static final class Retry extends Signal {}

    /** Who sends: signals of one sender stay in order. */
    enum Sender {
        PURGER,
        HARNESS
    }
}
