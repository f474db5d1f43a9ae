package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;

/** How a purger differs from a right one. As it stands, in nothing. One variation serves one node, so it may remember things. */
class Variation {

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
}
