package dev.codepurger.impl.internal;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Priority;
import java.util.Optional;

/** The purger's own priority, which others may change. Nothing here goes by it: it is kept for whoever wants to set it back. */
final class Priorities {
    private final Kernel kernel;
    private final Profile profile;
    private final Steps steps;
    private Priority current = Priority.HIGH;

    Priorities(Kernel kernel, Profile profile, Steps steps) {
        this.kernel = kernel;
        this.profile = profile;
        this.steps = steps;
    }

    /** Changes the priority and answers; returns false if the purger does not understand the request. */
    boolean change(Message.ChangePrio request) {
        if (!profile.priorityChanged() || !(request.from() instanceof Pid from)) {
            return false;
        }
        Optional<Priority> wanted = Priority.of(request.priority());
        Priority before = current;
        current = wanted.orElse(before);
        steps.priorityAnswer(before, wanted)
                .ifPresent(answer -> kernel.send(from, new Message.PriorityChanged(answer.old(), request.ref())));
        return true;
    }
}
