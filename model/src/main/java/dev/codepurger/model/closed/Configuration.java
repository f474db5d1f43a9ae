package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Module;
import java.util.HashSet;
import java.util.Set;

/**
 * What a closed world consists of.
 *
 * @param name what reports call it
 * @param about what it is there to show, in one line
 * @param codes which code there is at the beginning; versions are numbered from 1 in the order old, current, pending
 * @param processes the processes, but for the purger
 * @param loads how often new code may be loaded; {@link #ALWAYS} if there is no end to that
 * @param killLimit outstanding kills at most
 * @param requestLimit open check requests and outstanding kills at most, together, of a purger that has such a limit; 0 for one that no check of
 *        this world meets
 * @param goals what it must be able to come to
 */
public record Configuration(String name, String about, Codes codes, ImmutableList<Plan> processes, int loads, int killLimit,
        int requestLimit, ImmutableSet<Goal> goals) {

    /** New code may be loaded as often as there is room. So that there are not ever more versions, it gets the least number that is free. */
    public static final int ALWAYS = -1;

    /** Which code there is at the beginning. */
    public record Codes(boolean old, boolean current, boolean pending) {

        Module module() {
            Module row = Module.UNKNOWN;
            row = old ? row.load(false) : row;
            row = current ? row.load(false) : old ? row.delete() : row;
            return pending ? row.beginOnLoad() : row;
        }
    }

    /**
     * Checks that processes begin where there is code, and that there is no mistaking of one thing for another that bears its number.
     *
     * @throws IllegalArgumentException if one does not, or names are not unique, or there are more codes than a module can have, or numbers are
     *         used again that a fun or a word could mean
     */
    public Configuration {
        if (codes.old && codes.current && codes.pending) {
            throw new IllegalArgumentException(name + ": a module with old and current code has no pending code");
        }
        if (killLimit < 1 || requestLimit < 0 || loads < ALWAYS) {
            throw new IllegalArgumentException(name + ": kill limit must be positive, and request limit and loads must not be negative");
        }
        Set<String> names = new HashSet<>(Set.of("purger"));
        for (Plan plan : processes) {
            if (!names.add(plan.name())) {
                throw new IllegalArgumentException(name + ": two processes are called " + plan.name());
            }
            boolean there = switch (plan.place()) {
                case OLD -> codes.old;
                case CURRENT -> codes.current;
                case PENDING -> codes.pending;
                case ELSEWHERE -> true;
                case REMOTE -> true;
            };
            if (!there) {
                throw new IllegalArgumentException(name + ": no code for " + plan.name() + " to begin in");
            }
            if (loads == ALWAYS && plan.mayDo(Plan.Freedom.CALL)) {
                throw new IllegalArgumentException(
                        name + ": " + plan.name() + " calls a fun of version 1, which many codes may be in turn");
            }
            if (plan.mayDo(Plan.Freedom.AGAIN) && plan.requests().contains(Plan.Ask.FORGED_DOWN)) {
                throw new IllegalArgumentException(
                        name + ": " + plan.name() + " would send DOWNs without an end, for it waits for no answer");
            }
            if (plan.mayDo(Plan.Freedom.AGAIN) && (plan.mayDo(Plan.Freedom.EAGER) || plan.requests().isEmpty())) {
                throw new IllegalArgumentException(name + ": " + plan.name() + (plan.requests().isEmpty() ? " asks nothing, so not again"
                        : " is eager, so what it says could be meant for another of its sessions"));
            }
        }
    }

    /** Is there something that may be done over and over? Else every way comes to an end. */
    public boolean isEndless() {
        return loads == ALWAYS || processes.stream().anyMatch(plan -> plan.mayDo(Plan.Freedom.AGAIN) || plan.mayDo(Plan.Freedom.RETURN));
    }

    /** The profile for this configuration: the same with its limits. */
    Profile limited(Profile profile) {
        Profile kills = profile.withKillLimit(killLimit);
        return requestLimit > 0 && profile.limitsRequests() ? kills.withRequestsInFlight(requestLimit) : kills;
    }
}
