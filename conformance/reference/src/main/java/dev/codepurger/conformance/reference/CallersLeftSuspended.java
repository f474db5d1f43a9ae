package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;

/** Complete and abort do all but their last part. */
final class CallersLeftSuspended extends Variation {

    @Override
    Kernel kernel(Kernel right) {
        return new ForwardingKernel(right) {
            @Override
            public void resumeCallers(String module) {
                // That is the fault.
            }
        };
    }
}
