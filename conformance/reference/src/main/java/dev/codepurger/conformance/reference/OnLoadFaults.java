package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.List;

/** Faults in the end of an on_load. */
final class OnLoadFaults {
    private OnLoadFaults() {
    }

    /** Takes one of the two outcomes for the other. */
    static final class OutcomeMistaken extends ChangedMail {
        private final boolean mistaken;

        OutcomeMistaken(boolean mistaken) {
            this.mistaken = mistaken;
        }

        @Override
        Message taken(Waiting place, Message message) {
            return message instanceof Message.FinishAfterOnLoad(String module, Boolean keep, Pid from, var ref) && keep == mistaken
                    ? new Message.FinishAfterOnLoad(module, !keep, from, ref)
                    : message;
        }
    }

    /** Removes failed code without a look at who is in it. */
    static final class NobodyChecked extends ForwardingKernel {
        private boolean failed;

        NobodyChecked(Kernel right) {
            super(right);
        }

        @Override
        public boolean prepareOnLoad(String module) {
            failed = super.prepareOnLoad(module);
            return failed;
        }

        @Override
        public List<Pid> processes() {
            boolean none = failed;
            failed = false;
            return none ? List.of() : super.processes();
        }
    }

    /** What was set aside for failed code goes with it. */
    static final class SetAsideLost extends ForwardingKernel {
        private boolean failed;

        SetAsideLost(Kernel right) {
            super(right);
        }

        @Override
        public boolean prepareOnLoad(String module) {
            failed = super.prepareOnLoad(module);
            return failed;
        }

        @Override
        public void complete(String module) {
            super.complete(module);
            if (failed && super.prepare(module)) {
                super.complete(module);
            }
            failed = false;
        }
    }
}
