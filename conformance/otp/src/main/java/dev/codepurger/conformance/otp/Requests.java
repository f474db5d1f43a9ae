package dev.codepurger.conformance.otp;

/** How the requests of the harness come to the purger of a node. */
public enum Requests {
    /** As messages, and whatever is sent in answer is seen. */
    MESSAGES,
    /**
     * By the functions {@code purge/1}, {@code soft_purge/1} and {@code finish_after_on_load/2} of its module, each called by a process of its own,
     * and what they return is seen. Tests have no function, and remain messages. Without effects, and without new code of the purger's module.
     */
    FUNCTIONS
}
