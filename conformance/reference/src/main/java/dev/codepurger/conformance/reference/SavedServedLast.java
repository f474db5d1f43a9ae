package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Saved requests go back into the mailbox, behind those that came later. */
final class SavedServedLast extends Variation {
    private @Nullable Kernel kernel;

    @Override
    Kernel kernel(Kernel right) {
        kernel = right;
        return right;
    }

    @Override
    Steps steps(Profile profile) {
        return new Steps(profile) {
            @Override
            protected List<Message> merge(List<Message> savedBefore, List<Message> savedNow) {
                Kernel here = Objects.requireNonNull(kernel);
                savedNow.forEach(request -> here.mailbox().put(here.self(), request));
                return savedBefore;
            }
        };
    }
}
