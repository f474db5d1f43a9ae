package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Faults in what the purger does to the node. */
final class KernelFaults {
    private KernelFaults() {
    }

    /** A right purger on a faulty kernel. */
    static Variation on(UnaryOperator<Kernel> faulty) {
        return new Variation() {
            @Override
            Kernel kernel(Kernel right) {
                return faulty.apply(right);
            }
        };
    }

    static final class CallersLeftSuspended extends ForwardingKernel {
        CallersLeftSuspended(Kernel right) {
            super(right);
        }

        @Override
        public void resumeCallers(String module) {
            // That is the fault.
        }
    }

    static final class CallersLeftByAbort extends ForwardingKernel {
        private boolean aborted;

        CallersLeftByAbort(Kernel right) {
            super(right);
        }

        @Override
        public void abort(String module) {
            aborted = true;
            super.abort(module);
        }

        @Override
        public void complete(String module) {
            aborted = false;
            super.complete(module);
        }

        @Override
        public void resumeCallers(String module) {
            if (!aborted) {
                super.resumeCallers(module);
            }
        }
    }

    static final class SnapshotBeforePrepare extends ForwardingKernel {
        private @Nullable List<Pid> early;

        SnapshotBeforePrepare(Kernel right) {
            super(right);
        }

        @Override
        public boolean prepare(String module) {
            early = super.processes();
            return super.prepare(module);
        }

        @Override
        public List<Pid> processes() {
            List<Pid> taken = early;
            early = null;
            return taken != null ? taken : super.processes();
        }
    }

    static final class AnsweredTwice extends ForwardingKernel {
        AnsweredTwice(Kernel right) {
            super(right);
        }

        @Override
        public void send(Pid to, Message message) {
            super.send(to, message);
            if (message instanceof Message.Reply || message instanceof Message.TestPurgeResult) {
                super.send(to, message);
            }
        }
    }
}
