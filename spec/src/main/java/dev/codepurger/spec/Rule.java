package dev.codepurger.spec;

import static dev.codepurger.spec.Level.MUST;
import static dev.codepurger.spec.Level.SHOULD;
import static dev.codepurger.spec.Observability.BLACK_BOX;
import static dev.codepurger.spec.Observability.EFFECTS;
import static dev.codepurger.spec.Observability.EXPLORED;
import static dev.codepurger.spec.Observability.PAUSED;
import static dev.codepurger.spec.Observability.STALLED;
import static dev.codepurger.spec.Rule.Scope.ALL;
import static dev.codepurger.spec.Rule.Scope.HARDENED;
import static dev.codepurger.spec.Rule.Scope.OTP;
import static dev.codepurger.spec.Rule.Scope.SEED_DEFECT;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules, for code that has to name one. The text of a rule is in {@code SPEC.md}, see {@link RuleCatalogue}; a test
 * holds both to each other. The constants are in the order of the document. An id never changes and is never used again.
 */
// The collections are unmodifiable copies.
@SuppressWarnings("ImmutableEnumChecker")
public enum Rule {
    DISPATCH_1("A well-formed request is handled", MUST, ALL, "L32-47", BLACK_BOX),
    DISPATCH_2("Any other message taken as a request is dropped without effect or answer",
            MUST, ALL, "L48-49", BLACK_BOX),
    DISPATCH_3("When idle, messages are taken one at a time in mailbox order", MUST, ALL, "L30-31", BLACK_BOX),
    DISPATCH_4("Exactly one reply, to the requester, with its kind and its ref", MUST, ALL, "L34, L38, L43", BLACK_BOX),
    DISPATCH_5("A dead requester changes nothing: the request is carried out and the reply is lost",
            MUST, ALL, "L34, L38, L43", BLACK_BOX),
    DISPATCH_6("Exit signals to the purger are messages, dropped as garbage", MUST, ALL, "L28, L48-49", BLACK_BOX),
    DISPATCH_7("A killed purger takes the node with it, and nothing is answered afterwards",
            MUST, ALL, "none", BLACK_BOX),
    DISPATCH_8("A test_purge whose type is not boolean does nothing and is not answered",
            MUST, ALL, "L292-293", BLACK_BOX),
    DISPATCH_9("Without a registered purger the client functions fail with badarg", SHOULD, ALL, "L92, L113, L132"),
    DISPATCH_10("A change_prio changes the purger's priority and is answered with the former one",
            MUST, OTP, "none", BLACK_BOX),
    DISPATCH_11("A change_prio to what is no priority changes nothing and is answered with error",
            MUST, OTP, "none", BLACK_BOX),

    PURGE_1("Without old code the result is {false, false} at once", MUST, ALL, "L98-100", BLACK_BOX, PAUSED, EFFECTS),
    PURGE_2("prepare marks the module before anything else of the purge", MUST, ALL, "L98, L119", STALLED, EFFECTS),
    PURGE_3("The result of a completed hard purge is {true, killed flag}", MUST, ALL, "L102-105", BLACK_BOX),
    PURGE_4("The old code is removed when the check has ended and before the reply",
            MUST, ALL, "L102-106", BLACK_BOX, PAUSED, EFFECTS),
    PURGE_5("When a hard purge completes, every process that answered true is dead", MUST, ALL, "L102-104", BLACK_BOX),
    PURGE_6("A process that does not refer to the old code when it answers survives", MUST, ALL, "L196-198", BLACK_BOX),
    PURGE_7("A hard purge of the purger's own old code kills the purger", MUST, ALL, "L102, L264-265", BLACK_BOX),

    SOFT_1("Without old code the result is true at once", MUST, ALL, "L119-121", BLACK_BOX, PAUSED, EFFECTS),
    SOFT_2("When nobody refers to the old code it is removed and the result is true",
            MUST, ALL, "L122-125, L191-193", BLACK_BOX),
    SOFT_3("When a process refers to the old code the purge is aborted and the result is false",
            MUST, ALL, "L123-125, L199-207", BLACK_BOX),
    SOFT_4("A soft purge kills nobody", MUST, ALL, "L199-207", BLACK_BOX, EFFECTS),
    SOFT_5("The first true answer aborts at once", MUST, ALL, "L199-207", PAUSED),

    ONLOAD_1("With keep true the pending code becomes current and the reply is ok",
            MUST, ALL, "L40-44, L137-141", BLACK_BOX),
    ONLOAD_2("With keep false the pending code is removed after a hard check and the reply is ok",
            MUST, ALL, "L137-138, L142-153", BLACK_BOX),
    ONLOAD_3("Processes in the failed on_load code are killed", MUST, ALL, "L147-150", BLACK_BOX),
    ONLOAD_4("Old code present meanwhile is set aside, spared, and back afterwards",
            MUST, ALL, "L143-150", BLACK_BOX, PAUSED),
    ONLOAD_5("A finish for a module without a pending on_load takes the purger down",
            MUST, SEED_DEFECT, "L138", BLACK_BOX),
    ONLOAD_6("A finish for a module without a pending on_load is answered with the error term",
            MUST, HARDENED, "L138", BLACK_BOX),

    CHECK_1("The snapshot of processes is taken after prepare", MUST, ALL, "L98, L102, L119, L123", STALLED, EFFECTS),
    CHECK_2("Every process of the snapshot is asked, and only an abort ends a check with answers missing",
            MUST, ALL, "L183-193, L271-275", PAUSED, EFFECTS),
    CHECK_3("Only answers with the tag of the check count", MUST, ALL, "L178, L195-199, L221-223", BLACK_BOX, PAUSED),
    CHECK_4("Unknown DOWN messages change nothing", MUST, ALL, "L213-215, L238-243", BLACK_BOX),
    CHECK_5("A process refers to code that it runs, waits in or will return to, not to a fun on its heap",
            MUST, ALL, "none", BLACK_BOX),
    CHECK_6("A process that dies before it answers counts as not referring", MUST, ALL, "L196-198", BLACK_BOX, PAUSED),
    CHECK_7("Suspended, dirty and low-priority processes answer as others do", MUST, ALL, "L270", BLACK_BOX),
    CHECK_8("A process spawned after the snapshot is not asked", MUST, ALL, "L102, L123", PAUSED, EFFECTS),
    CHECK_9("Open requests and outstanding kills together never exceed the limit", MUST, OTP, "none", PAUSED, EFFECTS),
    CHECK_10("While there is room the next process is asked", MUST, OTP, "none", PAUSED, EFFECTS),
    CHECK_11("An abort asks nobody any more", MUST, OTP, "none", EFFECTS),

    KILL_1("Never more kills are outstanding than the kill limit", MUST, ALL, "L259-261", PAUSED, EFFECTS),
    KILL_2("A victim is monitored before it is killed", MUST, ALL, "L253-254, L264-265", EFFECTS),
    KILL_3("Waiting victims are killed last in, first out", MUST, ALL, "L250-258, L261", PAUSED, EFFECTS),
    KILL_4("The killed flag is set when a kill is issued, and only then",
            MUST, ALL, "L258, L268", BLACK_BOX, PAUSED, EFFECTS),
    KILL_5("A hard check ends only when no kill is outstanding and no victim waits",
            MUST, ALL, "L184-190", PAUSED, EFFECTS),
    KILL_6("Each DOWN of an outstanding kill frees its slot for the next waiting victim",
            MUST, ALL, "L213-215, L231-258", BLACK_BOX, PAUSED, EFFECTS),
    KILL_7("A waiting victim is killed on its answer, even if it has left the code meanwhile",
            MUST, ALL, "L250-258", PAUSED),
    KILL_8("The kill cannot be trapped", MUST, ALL, "L254, L265", BLACK_BOX),
    KILL_9("A victim is killed at once while a slot is free", MUST, ALL, "L262-268", PAUSED, EFFECTS),

    QUEUE_1("Purge requests that arrive during a check are saved and served after it, first in first out",
            MUST, ALL, "L216-220, L225-226", BLACK_BOX),
    QUEUE_2("Malformed purge requests are saved too, and dropped when their turn comes",
            MUST, ALL, "L216-220, L48-49", BLACK_BOX, EFFECTS),
    QUEUE_3("Newly saved requests go behind those saved before", MUST, ALL, "L225-226", BLACK_BOX),
    QUEUE_4("Saved requests are served before anything still in the mailbox", MUST, ALL, "L50-53", BLACK_BOX),
    QUEUE_5("A finish_after_on_load consumed by a check is dropped and never answered",
            MUST, SEED_DEFECT, "L216-223", BLACK_BOX),
    QUEUE_6("A finish_after_on_load consumed by a check is saved and answered like the others",
            MUST, HARDENED, "L216-223", BLACK_BOX),
    QUEUE_7("Each saved request is judged by the modules as they are when it is taken", MUST, ALL, "L50-53", BLACK_BOX),
    QUEUE_8("Anything else consumed by a check is dropped", MUST, ALL, "L221-223", BLACK_BOX, EFFECTS),
    QUEUE_9("A change_prio consumed by a check is answered at once", MUST, OTP, "none", BLACK_BOX),

    HANDSHAKE_1("started is sent after prepare and before the snapshot, and the purger waits for continue",
            MUST, ALL, "L295-296, L308-309, L326-332", BLACK_BOX, STALLED, EFFECTS),
    HANDSHAKE_2("continued is sent when the check has ended and before complete or abort, and the purger waits for complete",
            MUST, ALL, "L302-305, L315-318, L333-339", BLACK_BOX),
    HANDSHAKE_3("The result goes to the tester after complete or abort", MUST, ALL, "L284-291", BLACK_BOX),
    HANDSHAKE_4("Both handshakes happen without old code too", MUST, ALL, "L297-300, L310-313", BLACK_BOX),
    HANDSHAKE_5("Only the ref of continue and complete counts, not their sender", MUST, ALL, "L331, L338", BLACK_BOX),
    HANDSHAKE_6("Only the awaited message or the death of the tester ends a wait",
            MUST, ALL, "L329-332, L336-339", BLACK_BOX),
    HANDSHAKE_7("While the purger waits, other messages stay in the mailbox in order",
            MUST, ALL, "L329-332, L336-339", BLACK_BOX),
    HANDSHAKE_8("A complete sent before continue is lost when there is old code",
            MUST, SEED_DEFECT, "L221-223", BLACK_BOX),
    HANDSHAKE_9("Without old code an early complete is accepted", MUST, ALL, "L310-313, L336-339", BLACK_BOX),
    HANDSHAKE_10("A continue or complete for no existing session is dropped when it is taken",
            MUST, ALL, "L48-49, L221-223", BLACK_BOX),
    HANDSHAKE_11("A continue or complete of a held or saved session is kept until that session waits for it",
            MUST, HARDENED, "L221-223, L329-339", BLACK_BOX),
    HANDSHAKE_12("When the tester dies at started the session runs to its end without further waiting",
            MUST, ALL, "L321-325, L330", BLACK_BOX),
    HANDSHAKE_13("When the tester dies between continue and continued the session ends",
            MUST, ALL, "L333-337", BLACK_BOX),
    HANDSHAKE_14("When the tester dies at continued the session ends", MUST, ALL, "L337", BLACK_BOX),
    HANDSHAKE_15("When the tester is dead before its request is taken the session runs in full without waiting",
            MUST, ALL, "L321-330", BLACK_BOX),
    HANDSHAKE_16("A tester in the old code is killed by its own hard session, which ends",
            MUST, ALL, "L315-318, L337", BLACK_BOX),
    HANDSHAKE_17("A second test_purge is started only after the first has ended",
            MUST, ALL, "L216-220, L329-339", BLACK_BOX),
    HANDSHAKE_18("The purger itself as tester waits until others send continue and complete",
            MUST, ALL, "L326-339", BLACK_BOX),
    HANDSHAKE_19("The verdict of a soft session is fixed at continued", MUST, ALL, "L302-305", BLACK_BOX),

    LAMBDA_1("A caller of a fun of old code is suspended while the purge is pending", MUST, ALL, "L54-61", BLACK_BOX),
    LAMBDA_2("After an abort the suspended call succeeds in the old code", MUST, ALL, "L61-83", BLACK_BOX),
    LAMBDA_3("After completion with another current version the call fails with badfun",
            MUST, ALL, "L61-83", BLACK_BOX),
    LAMBDA_4("After completion without a current version that can be loaded the call fails with undef",
            MUST, ALL, "L61-83", BLACK_BOX),
    LAMBDA_5("After completion without a current version, if the module can be loaded, it is loaded and the call succeeds",
            MUST, ALL, "L61-83", BLACK_BOX),
    LAMBDA_6("A suspended caller can be killed, and the purge is not affected", MUST, ALL, "none", BLACK_BOX),
    LAMBDA_7("A caller is not suspended for code that is current", MUST, ALL, "none", BLACK_BOX),
    LAMBDA_8("A process spawned on an old fun is suspended too, and answers false", MUST, ALL, "L61-83", BLACK_BOX),
    LAMBDA_9("Every suspended caller is resumed by complete and by abort", MUST, ALL, "L54-60", BLACK_BOX),
    LAMBDA_10("A suspended tester cannot answer its handshake, and killing it frees the purger",
            MUST, ALL, "L326-332", BLACK_BOX),

    MODULE_1("load makes the current code old and the new code current", MUST, ALL, "none", BLACK_BOX),
    MODULE_2("load is refused with not_purged while there are both current and old code", MUST, ALL, "none", BLACK_BOX),
    MODULE_3("delete makes the current code old, and is refused while there is old code", MUST, ALL, "none", BLACK_BOX),
    MODULE_4("complete removes the old code only", MUST, ALL, "L104, L125", BLACK_BOX),
    MODULE_5("Pending on_load code is neither current nor callable until it is finished", MUST, ALL, "none", BLACK_BOX),
    MODULE_6("abort leaves both versions as they were", MUST, ALL, "L125", BLACK_BOX),
    MODULE_7("A fully qualified call runs the current code", MUST, ALL, "none", BLACK_BOX),

    LIVE_1("Every well-formed request is answered", MUST, ALL, "L32-53", BLACK_BOX, EXPLORED),
    LIVE_2("Every suspended caller is resumed or killed", MUST, ALL, "L54-60", BLACK_BOX, EXPLORED),
    LIVE_3("The purger returns to idle", MUST, ALL, "L30-53", BLACK_BOX, EXPLORED),
    LIVE_4("The death of a tester never stops the purger", MUST, ALL, "L321-339", BLACK_BOX, EXPLORED),
    LIVE_5("A check whose processes have all answered and whose kills are all confirmed ends",
            MUST, ALL, "L184-193", BLACK_BOX, EXPLORED);

    private final String title;
    private final Level level;
    private final Scope scope;
    private final List<LineRange> seedLines;
    private final Set<Observability> observability;

    Rule(String title, Level level, Scope scope, String seedLines, Observability... observability) {
        this.title = title;
        this.level = level;
        this.scope = scope;
        this.seedLines = LineRange.parseList(seedLines);
        EnumSet<Observability> ways = EnumSet.noneOf(Observability.class);
        ways.addAll(Arrays.asList(observability));
        this.observability = Collections.unmodifiableSet(ways);
    }

    /**
     * The id, as written in the document and in reports.
     *
     * @return the id, such as {@code KILL-3}
     */
    public String id() {
        return name().replace('_', '-');
    }

    /**
     * The family, which is the first part of the id.
     *
     * @return the family
     */
    public Family family() {
        return Family.valueOf(name().substring(0, name().indexOf('_')));
    }

    /**
     * The rule in one sentence.
     *
     * @return the title, without a full stop
     */
    public String title() {
        return title;
    }

    /**
     * How binding the rule is.
     *
     * @return the level
     */
    public Level level() {
        return level;
    }

    /**
     * The names of the profiles for which the rule holds.
     *
     * @return an unmodifiable set in the order of the document
     */
    public Set<String> profiles() {
        return scope.profiles;
    }

    /**
     * Tells whether the rule holds for a profile.
     *
     * @param profile the name of the profile
     * @return whether {@link #profiles()} contains it
     */
    public boolean holdsFor(String profile) {
        return scope.profiles.contains(profile);
    }

    /**
     * Tells whether the rule describes a defect that another profile repairs.
     *
     * @return whether the document marks the rule {@code DEFECT}
     */
    public boolean isDefect() {
        return scope.defect;
    }

    /**
     * The lines of the described module that the rule was read from.
     *
     * @return an unmodifiable list, empty if the rule comes from the system around the module
     */
    public List<LineRange> seedLines() {
        return seedLines;
    }

    /**
     * The ways in which a violation can be seen.
     *
     * @return an unmodifiable set, empty if there is none; the document then gives the reason
     */
    public Set<Observability> observability() {
        return observability;
    }

    /**
     * Finds the rule with an id.
     *
     * @param id an id such as {@code KILL-3}
     * @return the rule, or nothing if there is none with this id
     */
    public static Optional<Rule> find(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id();
    }

    enum Scope {
        ALL(false, "seed", "hardened", "otp-25", "otp-25-hardened"), SEED_DEFECT(true, "seed", "otp-25"),
        HARDENED(false, "hardened", "otp-25-hardened"), OTP(false, "otp-25", "otp-25-hardened");

        private final boolean defect;
        private final Set<String> profiles;

        Scope(boolean defect, String... profiles) {
            this.defect = defect;
            this.profiles = Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(profiles)));
        }
    }
}
