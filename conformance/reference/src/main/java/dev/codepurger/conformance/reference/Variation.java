package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.function.Function;

/** How a purger, or the node that it is in, differs from a right one. As it stands, in nothing. One variation serves one node, so it may remember things. */
class Variation {

    /** Which purger it is, whatever it claims to be. */
    Profile profile(Profile claimed) {
        return claimed;
    }

    /** What the purger takes for its kernel. */
    Kernel kernel(Kernel right) {
        return right;
    }

    /** What the purger takes for its mailbox; messages are put from all threads. */
    Mailbox mailbox(Mailbox right) {
        return right;
    }

    /** The purger's decisions. */
    Steps steps(Profile profile) {
        return new Steps(profile);
    }

    /** What the node does when it is told something. */
    Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
        return right.apply(stimulus);
    }

    /** What the node shows in the place of this; called with locks held, from any thread. */
    Observation seen(Observation right) {
        return right;
    }
}
