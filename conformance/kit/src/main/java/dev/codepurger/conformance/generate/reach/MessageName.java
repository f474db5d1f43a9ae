package dev.codepurger.conformance.generate.reach;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Profile;
import java.util.Arrays;
import java.util.Locale;

/** The messages that a harness can put into the purger's mailbox. */
enum MessageName {
    PURGE(Message.Purge.class, "a purge"),
    SOFT_PURGE(Message.SoftPurge.class, "a soft_purge"),
    FINISH_AFTER_ON_LOAD(Message.FinishAfterOnLoad.class, "a finish_after_on_load", Capability.ON_LOAD),
    TEST_PURGE(Message.TestPurge.class, "a test_purge"),
    CHANGE_PRIO(Message.ChangePrio.class, "a change_prio", Capability.CHANGE_PRIO),
    MALFORMED(Message.Malformed.class, "a malformed request", Capability.JUNK),
    CONTINUE(Message.Continue.class, "a continue"),
    COMPLETE(Message.Complete.class, "a complete"),
    CHECK_REPLY(Message.CheckReply.class, "a forged check reply", Capability.FORGE),
    DOWN(Message.Down.class, "a forged DOWN", Capability.FORGE),
    EXIT_SIGNAL(Message.ExitSignal.class, "an exit signal", Capability.JUNK),
    GARBAGE(Message.Garbage.class, "garbage", Capability.JUNK);

    private final Class<? extends Message> type;
    private final String words;
    private final ImmutableSet<Capability> needs;

    MessageName(Class<? extends Message> type, String words, Capability... needs) {
        this.type = type;
        this.words = words;
        this.needs = Sets.immutableEnumSet(Arrays.asList(needs));
    }

    Class<? extends Message> type() {
        return type;
    }

    String words() {
        return words;
    }

    Capability[] needs() {
        return needs.toArray(Capability[]::new);
    }

    /** Is it a message to a purger of this profile, and not garbage? */
    boolean isKnownTo(Profile profile) {
        return this != CHANGE_PRIO || profile.priorityChanged();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
