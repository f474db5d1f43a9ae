package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;

/** Faults in the answers to requests. */
final class AnswerFaults {
    private AnswerFaults() {
    }

    /** A kernel on whose way answers are changed. */
    abstract static class ChangedAnswer extends ForwardingKernel {
        private boolean old;

        ChangedAnswer(Kernel right) {
            super(right);
        }

        abstract Answer changed(Answer answer, boolean hadOld);

        @Override
        public boolean prepare(String module) {
            old = super.prepare(module);
            return old;
        }

        @Override
        public void send(Pid to, Message message) {
            super.send(to, switch (message) {
                case Message.Reply(var kind, var answer, var ref) -> new Message.Reply(kind, changed(answer, old), ref);
                case Message.TestPurgeResult(var answer, var ref) -> new Message.TestPurgeResult(changed(answer, old), ref);
                default -> message;
            });
        }
    }

    static final class OldCodeClaimed extends ChangedAnswer {
        OldCodeClaimed(Kernel right) {
            super(right);
        }

        @Override
        Answer changed(Answer answer, boolean hadOld) {
            return answer instanceof Answer.Hard(var old, var killed) && !hadOld ? new Answer.Hard(true, killed) : answer;
        }
    }

    static final class OldCodeForgotten extends ChangedAnswer {
        OldCodeForgotten(Kernel right) {
            super(right);
        }

        @Override
        Answer changed(Answer answer, boolean hadOld) {
            return answer instanceof Answer.Hard(var old, var killed) && hadOld ? new Answer.Hard(false, killed) : answer;
        }
    }

    static final class SoftWithoutOldCodeFails extends ChangedAnswer {
        SoftWithoutOldCodeFails(Kernel right) {
            super(right);
        }

        @Override
        Answer changed(Answer answer, boolean hadOld) {
            return answer instanceof Answer.Soft && !hadOld ? new Answer.Soft(false) : answer;
        }
    }

    static final class TestResultLost extends ForwardingKernel {
        TestResultLost(Kernel right) {
            super(right);
        }

        @Override
        public void send(Pid to, Message message) {
            if (!(message instanceof Message.TestPurgeResult)) {
                super.send(to, message);
            }
        }
    }
}
