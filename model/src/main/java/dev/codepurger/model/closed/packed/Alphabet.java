package dev.codepurger.model.closed.packed;

import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Messages;
import dev.codepurger.model.closed.Plan;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.Tag;
import dev.codepurger.model.purger.Message.TestType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The messages that there can be in one configuration, numbered from 1. What processes ask comes first; requests are known by the same numbers elsewhere. */
final class Alphabet {

    /** What the purger does with a message of this kind. */
    static final int PURGE = 0;
    static final int FINISH = 1;
    static final int WORD = 2;
    static final int YES = 3;
    static final int NO = 4;
    static final int STALE = 5;
    static final int DOWN = 6;

    private final List<Message> messages = new ArrayList<>();
    private final Map<Message, Integer> numbers = new HashMap<>();

    /** How many requests there are, and forged messages with them. */
    final int requests;
    /** The number of the first request of a process; those behind it follow. */
    final int[] firstRequest;
    /** Of each message: its kind; who sends it; the request that it is or, for a word, belongs to, 0 for none. */
    final int[] kind;
    final int[] sender;
    final int[] request;
    /** Of each message: the same when the check has ended. */
    final int[] stale;
    /** Of each request: may it kill; has it a tester; the words of the tester. */
    final boolean[] hard;
    final boolean[] test;
    final boolean[] keeps;
    final int[] continues;
    final int[] completes;
    /** Of each process: its answers that do not refer, behind which come those that do; the same of an ended check; its DOWN. */
    final int[] answer;
    final int[] staleAnswer;
    final int[] down;

    Alphabet(Configuration configuration) {
        int processes = configuration.processes().size();
        firstRequest = new int[processes];
        answer = new int[processes];
        staleAnswer = new int[processes];
        down = new int[processes];
        messages.add(new Message.Garbage("no message"));
        for (int process = 0; process < processes; process++) {
            firstRequest[process] = messages.size();
            for (int count = 1; count <= configuration.processes().get(process).requests().size(); count++) {
                add(Messages.asked(configuration, process, count));
            }
        }
        requests = messages.size() - 1;
        hard = new boolean[requests + 1];
        test = new boolean[requests + 1];
        keeps = new boolean[requests + 1];
        continues = new int[requests + 1];
        completes = new int[requests + 1];
        for (int one = 1; one <= requests; one++) {
            if (messages.get(one) instanceof Message.Request request) {
                describe(one, request);
            }
        }
        for (int process = 0; process < processes; process++) {
            if (configuration.processes().get(process).place() != Plan.Place.REMOTE) {
                answer[process] = add(new Message.CheckReply(Tag.CURRENT, Messages.pid(configuration, process), false));
                add(new Message.CheckReply(Tag.CURRENT, Messages.pid(configuration, process), true));
                staleAnswer[process] = add(new Message.CheckReply(Tag.STALE, Messages.pid(configuration, process), false));
                add(new Message.CheckReply(Tag.STALE, Messages.pid(configuration, process), true));
            }
            down[process] = add(new Message.Down(Messages.pid(configuration, process), true, false));
        }
        int size = messages.size();
        kind = new int[size];
        sender = new int[size];
        request = new int[size];
        stale = new int[size];
        for (int number = 1; number < size; number++) {
            stale[number] = number;
            describe(number, messages.get(number));
        }
    }

    private int add(Message message) {
        messages.add(message);
        numbers.put(message, messages.size() - 1);
        return messages.size() - 1;
    }

    private void describe(int number, Message.Request one) {
        switch (one) {
            case Message.Purge m -> hard[number] = true;
            case Message.SoftPurge m -> hard[number] = false;
            case Message.FinishAfterOnLoad m -> {
                hard[number] = true;
                keeps[number] = m.keep();
            }
            case Message.TestPurge m -> {
                hard[number] = m.type() != TestType.SOFT;
                test[number] = true;
                continues[number] = add(new Message.Continue(m.ref()));
                completes[number] = add(new Message.Complete(m.ref()));
            }
        }
    }

    private void describe(int number, Message message) {
        switch (message) {
            case Message.FinishAfterOnLoad m -> request(number, FINISH, number, m);
            case Message.Request m -> request(number, PURGE, number, m);
            case Message.Continue m -> word(number, continues);
            case Message.Complete m -> word(number, completes);
            case Message.CheckReply m -> {
                kind[number] = m.tag() == Tag.STALE ? STALE : m.refers() ? YES : NO;
                sender[number] = m.process().number() - 1;
                stale[number] = number(new Message.CheckReply(Tag.STALE, m.process(), m.refers()));
            }
            case Message.Down m -> {
                // Nobody does more about a forged one than about a stale answer.
                kind[number] = m.known() ? DOWN : STALE;
                sender[number] = m.process().number() - 1;
            }
            default -> throw new IllegalArgumentException("nobody sends " + message);
        }
    }

    private void word(int number, int[] words) {
        int belongsTo = 1;
        while (words[belongsTo] != number) {
            belongsTo++;
        }
        request(number, WORD, belongsTo, (Message.Request) messages.get(belongsTo));
    }

    private void request(int number, int what, int belongsTo, Message.Request one) {
        kind[number] = what;
        sender[number] = one.from().number() - 1;
        request[number] = belongsTo;
    }

    /** How many messages there are, counting 0 for none. */
    int size() {
        return messages.size();
    }

    boolean isRequest(int number) {
        return kind[number] == PURGE || kind[number] == FINISH;
    }

    Message message(int number) {
        return messages.get(number);
    }

    Message.Request requested(int number) {
        return (Message.Request) messages.get(number);
    }

    /** @throws IllegalArgumentException if nobody sends it */
    int number(Message message) {
        Integer number = numbers.get(message);
        if (number == null) {
            throw new IllegalArgumentException("nobody sends " + message);
        }
        return number;
    }
}
