package dev.codepurger.conformance.subject;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a subject may or may not be able to do. A case that needs something a subject lacks is skipped, with this as the reason. What every
 * subject must offer (modules, processes, requests, handshakes, kills, {@code settle}) has no constant.
 */
public enum Capability {
    /** Single processes can be paused and resumed. */
    PAUSE("processes can be paused"),
    /** The purger can be held before its next message. */
    HOLD("the purger can be held"),
    /** {@code prepare} can be kept from returning. */
    STALL_PREPARE("prepare can be stalled"),
    /** There is a channel of effects. */
    EFFECTS("effects are shown"),
    /** The effects are shown up to the very end, also those with which the purger takes its node down. */
    LAST_EFFECTS("effects are shown to the end of the node"),
    /** The effects are shown in their order also where few requests may be in flight. */
    LIMITED_EFFECTS("effects are shown where few requests may be in flight"),
    /** Processes can be suspended. */
    SUSPEND("processes can be suspended"),
    /** Code can be pending on its on_load function. */
    ON_LOAD("on_load code can be pending"),
    /** Processes can make and call funs. */
    FUNS("funs can be made and called"),
    /** Processes can trap exits, have low priority, or be in dirty native code. */
    TRAITS("processes can have traits"),
    /** Check replies and {@code DOWN}s can be forged. */
    FORGE("check replies and DOWN messages can be forged"),
    /** Messages that are no requests can be sent. */
    JUNK("junk can be sent to the purger"),
    /** The purger can be killed. */
    KILL_PURGER("the purger can be killed"),
    /** The purger's own module can be loaded and purged. */
    PURGER_CODE("the purger's own code can be purged"),
    /** The purger itself can be named as the sender of a request. */
    PURGER_AS_SENDER("the purger can be named as a requester"),
    /** The kill limit is taken from the profile it is opened with, instead of being fixed. */
    KILL_LIMIT("the kill limit can be chosen"),
    /** The limit of requests in flight is taken from the profile it is opened with, where the profile has one. */
    REQUEST_LIMIT("the limit of requests in flight can be chosen"),
    /** A {@code change_prio} can be sent, whatever becomes of it. */
    CHANGE_PRIO("change_prio can be sent to the purger"),
    /** A process can load the code that a call does not find. */
    AUTO_LOAD("a module can be offered for loading on demand"),
    /** Several threads can drive it at once, and it tells when things happened: it is a {@link TimedSubject}. */
    CONCURRENT("several threads can drive it at once");

    private final String description;

    Capability(String description) {
        this.description = description;
    }

    /** What the subject can do, as a clause without a full stop. */
    public String description() {
        return description;
    }

    /** The name in reports and on the wire, such as {@code stall-prepare}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The capability with this id, if there is one. */
    public static Optional<Capability> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id();
    }
}
