package dev.codepurger.conformance.generate;

import static dev.codepurger.conformance.generate.Move.Kind.CALLERS;
import static dev.codepurger.conformance.generate.Move.Kind.DEATHS;
import static dev.codepurger.conformance.generate.Move.Kind.DEATHS_ON_THE_WAY;
import static dev.codepurger.conformance.generate.Move.Kind.FUN;
import static dev.codepurger.conformance.generate.Move.Kind.HOLD;
import static dev.codepurger.conformance.generate.Move.Kind.LAST;
import static dev.codepurger.conformance.generate.Move.Kind.LIFE;
import static dev.codepurger.conformance.generate.Move.Kind.LOOK;
import static dev.codepurger.conformance.generate.Move.Kind.MESSAGES;
import static dev.codepurger.conformance.generate.Move.Kind.MESSAGES_ON_THE_WAY;
import static dev.codepurger.conformance.generate.Move.Kind.MODULE;
import static dev.codepurger.conformance.generate.Move.Kind.NESTING;
import static dev.codepurger.conformance.generate.Move.Kind.NOISE;
import static dev.codepurger.conformance.generate.Move.Kind.ON_LOAD;
import static dev.codepurger.conformance.generate.Move.Kind.PAUSE;
import static dev.codepurger.conformance.generate.Move.Kind.REQUEST;
import static dev.codepurger.conformance.generate.Move.Kind.STAGED_KILLS;
import static dev.codepurger.conformance.generate.Move.Kind.TEST;
import static dev.codepurger.conformance.generate.Move.Kind.VICTIM;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.generate.Move.Kind;
import dev.codepurger.spec.Rule;

/**
 * What a generated case dwells on. Every theme can make every move that has a weight, so that what belongs to different chapters still meets.
 *
 * @param name part of the id of the case
 * @param title what must happen
 * @param weights how often each kind of move is made; absent for never
 * @param moves how many moves a sequence has at most; few where most of them are scenes
 * @param rules what it is most likely to show
 */
record Theme(String name, String title, ImmutableMap<Kind, Integer> weights, int moves, ImmutableSet<Rule> rules) {
    private static final int MANY = 24;
    private static final int FEW = 5;

    static final Theme ALL = new Theme("everything", "Whatever is done, what is seen conforms",
            ImmutableMap.<Kind, Integer>builder().put(MODULE, 3).put(VICTIM, 4).put(LIFE, 2).put(PAUSE, 2).put(FUN, 2).put(REQUEST, 5)
                    .put(TEST, 3).put(ON_LOAD, 2).put(NOISE, 1).put(HOLD, 1).put(LOOK, 3).buildOrThrow(),
            MANY, ImmutableSet.of(Rule.LIVE_1, Rule.LIVE_3));
    static final Theme KILLS = new Theme("kills", "Whatever stands in the way of kills, they go by their rules",
            ImmutableMap.of(MODULE, 2, VICTIM, 5, LIFE, 2, PAUSE, 5, REQUEST, 4, HOLD, 1, LOOK, 3), MANY,
            ImmutableSet.of(Rule.KILL_1, Rule.KILL_3, Rule.KILL_5, Rule.KILL_6, Rule.LIVE_5));
    static final Theme HANDSHAKES = new Theme("handshakes", "Whoever speaks or dies when, both handshakes go by their rules",
            ImmutableMap.of(MODULE, 2, VICTIM, 2, LIFE, 3, REQUEST, 2, TEST, 6, HOLD, 1, LOOK, 3), MANY,
            ImmutableSet.of(Rule.HANDSHAKE_6, Rule.HANDSHAKE_7, Rule.HANDSHAKE_17, Rule.LIVE_4));
    static final Theme QUEUE = new Theme("queue", "Whatever waits while the purger is busy is served in order",
            ImmutableMap.of(MODULE, 3, VICTIM, 2, REQUEST, 6, TEST, 2, NOISE, 2, HOLD, 3, ON_LOAD, 2, PAUSE, 1, LOOK, 2), MANY,
            ImmutableSet.of(Rule.QUEUE_1, Rule.QUEUE_3, Rule.QUEUE_4, Rule.QUEUE_7, Rule.DISPATCH_3));
    static final Theme FUNS = new Theme("funs", "Whoever calls old funs when, each call ends as it must",
            ImmutableMap.of(MODULE, 3, VICTIM, 1, LIFE, 2, FUN, 6, REQUEST, 3, TEST, 4, PAUSE, 1, LOOK, 3), MANY,
            ImmutableSet.of(Rule.LAMBDA_1, Rule.LAMBDA_9, Rule.LIVE_2));
    static final Theme LOADS = new Theme("on-load", "Whatever on_load code comes to, both versions are as they must be",
            ImmutableMap.of(MODULE, 3, VICTIM, 3, LIFE, 1, REQUEST, 3, ON_LOAD, 6, TEST, 1, HOLD, 1, FUN, 1, LOOK, 3), MANY,
            ImmutableSet.of(Rule.ONLOAD_2, Rule.ONLOAD_3, Rule.ONLOAD_4, Rule.MODULE_5));
    static final Theme MESSAGES_EVERYWHERE = new Theme("messages",
            "Whatever message comes when, it is taken, saved, left or dropped as it must be",
            ImmutableMap.of(MESSAGES, 4, MESSAGES_ON_THE_WAY, 8, LAST, 3, LOOK, 1), FEW,
            ImmutableSet.of(Rule.DISPATCH_2, Rule.QUEUE_8, Rule.HANDSHAKE_7));
    static final Theme DEATHS_EVERYWHERE = new Theme("deaths", "Whoever dies when, everybody else gets what is due",
            ImmutableMap.of(DEATHS, 3, DEATHS_ON_THE_WAY, 12, LAST, 10, LOOK, 1), FEW,
            ImmutableSet.of(Rule.DISPATCH_5, Rule.DISPATCH_7, Rule.HANDSHAKE_16, Rule.LIVE_4));
    static final Theme SESSIONS = new Theme("sessions",
            "However sessions and saved requests lie within each other, all are served in order",
            ImmutableMap.of(NESTING, 5, LAST, 2, LOOK, 1), FEW,
            ImmutableSet.of(Rule.QUEUE_3, Rule.QUEUE_7, Rule.HANDSHAKE_9, Rule.HANDSHAKE_17));
    static final Theme VICTIMS = new Theme("victims", "Whatever victims do before their time, kills and answers go by their rules",
            ImmutableMap.of(STAGED_KILLS, 5, LAST, 2, LOOK, 1), FEW, ImmutableSet.of(Rule.KILL_7, Rule.CHECK_3, Rule.CHECK_6, Rule.SOFT_5));
    static final Theme SUSPENDED = new Theme("suspended", "However a purge ends, whoever was suspended in old code goes on as it must",
            ImmutableMap.of(CALLERS, 5, LAST, 2, LOOK, 1), FEW,
            ImmutableSet.of(Rule.LAMBDA_2, Rule.LAMBDA_3, Rule.LAMBDA_4, Rule.LAMBDA_5, Rule.LAMBDA_6));

    /** Are there so many things for it to come to that it takes more sequences than others? */
    boolean many() {
        return weights.containsKey(MESSAGES) || weights.containsKey(DEATHS) || weights.containsKey(STAGED_KILLS);
    }

    /** Every theme. */
    static ImmutableList<Theme> all() {
        return ImmutableList.of(ALL, KILLS, HANDSHAKES, QUEUE, FUNS, LOADS, MESSAGES_EVERYWHERE, DEATHS_EVERYWHERE, SESSIONS, VICTIMS,
                SUSPENDED);
    }
}
