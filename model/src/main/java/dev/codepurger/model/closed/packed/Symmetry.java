package dev.codepurger.model.closed.packed;

import com.google.common.collect.Collections2;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import com.google.common.math.BigIntegerMath;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Messages;
import dev.codepurger.model.closed.Plan;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Pid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Processes that begin alike and may do the same are interchangeable: of the states that differ only in which of them is which, one stands for all. */
final class Symmetry {

    /** More would be slower than to look at every state. */
    private static final int MOST = 5040;

    private final Layout at;
    private final List<Exchange> exchanges;
    private final long[] least;
    private final long[] other;

    /** Each process by the one that takes its place, and each message by the one that it then is. */
    private static final class Exchange {
        private final int[] process;
        private final int[] message;

        Exchange(int[] process, int[] message) {
            this.process = process;
            this.message = message;
        }
    }

    private Symmetry(Layout layout, List<Exchange> exchanges) {
        at = layout;
        this.exchanges = exchanges;
        least = new long[layout.words()];
        other = new long[layout.words()];
    }

    static Symmetry of(Configuration configuration, Layout layout) {
        List<List<Integer>> orders = orders(configuration);
        List<Exchange> exchanges = new ArrayList<>();
        for (List<Integer> order : orders) {
            int[] process = order.stream().mapToInt(i -> i).toArray();
            // The first is the one that leaves everything as it is.
            exchanges.add(new Exchange(process, messages(configuration, layout.alphabet, process)));
        }
        return new Symmetry(layout, exchanges.subList(1, exchanges.size()));
    }

    /** All ways to put each process into the place of one that is like it; the first leaves all as they are. */
    private static List<List<Integer>> orders(Configuration configuration) {
        List<Plan> plans = configuration.processes();
        ListMultimap<List<Object>, Integer> alike = MultimapBuilder.linkedHashKeys().arrayListValues().build();
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            alike.put(List.of(plan.place(), plan.requests(), plan.freedoms()), i);
        }
        List<List<Integer>> orders = List.of(IntStream.range(0, plans.size()).boxed().toList());
        for (List<Integer> group : Multimaps.asMap(alike).values()) {
            if (orders.size() * BigIntegerMath.factorial(group.size()).doubleValue() > MOST) {
                throw new IllegalArgumentException(configuration.name() + ": too many processes are alike");
            }
            orders = orders.stream().flatMap(order -> Collections2.orderedPermutations(group).stream()
                    .map(permuted -> withOrder(order, group, permuted))).toList();
        }
        return orders;
    }

    private static List<Integer> withOrder(List<Integer> order, List<Integer> group, List<Integer> permuted) {
        List<Integer> now = new ArrayList<>(order);
        for (int i = 0; i < group.size(); i++) {
            now.set(group.get(i), permuted.get(i));
        }
        return now;
    }

    private static int[] messages(Configuration configuration, Alphabet alphabet, int[] process) {
        int[] messages = new int[alphabet.size()];
        for (int number = 1; number < messages.length; number++) {
            int sender = process[alphabet.sender[number]];
            Pid pid = Messages.pid(configuration, sender);
            messages[number] = switch (alphabet.message(number)) {
                case Message.CheckReply m -> alphabet.number(new Message.CheckReply(m.tag(), pid, m.refers()));
                case Message.Down m when m.known() -> alphabet.down[sender];
                case Message.Continue m -> alphabet.continues[request(alphabet, process, alphabet.request[number])];
                case Message.Complete m -> alphabet.completes[request(alphabet, process, alphabet.request[number])];
                default -> request(alphabet, process, number);
            };
        }
        return messages;
    }

    private static int request(Alphabet alphabet, int[] process, int request) {
        int sender = alphabet.sender[request];
        return request - alphabet.firstRequest[sender] + alphabet.firstRequest[process[sender]];
    }

    /** Replaces a state by the first, in the order of their words, of those that it can be exchanged for, and says how many these are. */
    int reduce(long[] state) {
        int same = 1;
        System.arraycopy(state, 0, least, 0, least.length);
        for (Exchange exchange : exchanges) {
            exchange(state, exchange);
            int order = Arrays.compareUnsigned(other, least);
            if (order < 0) {
                System.arraycopy(other, 0, least, 0, least.length);
                same = 1;
            } else if (order == 0) {
                same++;
            }
        }
        System.arraycopy(least, 0, state, 0, least.length);
        // As many lead to the least as leave it as it is.
        return (exchanges.size() + 1) / same;
    }

    private void exchange(long[] state, Exchange by) {
        System.arraycopy(state, 0, other, 0, other.length);
        long victims = 0;
        long unasked = 0;
        for (int i = 0; i < at.processes; i++) {
            at.actor(other, by.process[i], at.actor(state, i));
            victims |= ((at.victims.get(state) >>> i) & 1) << by.process[i];
            unasked |= ((at.unasked.get(state) >>> i) & 1) << by.process[i];
        }
        at.victims.set(other, victims);
        at.unasked.set(other, unasked);
        at.work.set(other, by.message[at.work.number(state)]);
        at.saved.set(other, at.requestLists.replaceAll(at.saved.get(state), by.message));
        at.kept.set(other, at.wordLists.replaceAll(at.kept.get(state), by.message));
        long waiting = 0;
        for (long left = at.waiting.get(state); left != 0; left = at.processLists.rest(left)) {
            waiting = at.processLists.append(waiting, by.process[at.processLists.first(left) - 1] + 1);
        }
        at.waiting.set(other, waiting);
        at.mailbox.replaceAll(other, by.message);
    }
}
