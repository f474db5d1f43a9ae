package dev.codepurger.impl;

import com.google.common.base.Splitter;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Quiet;
import dev.codepurger.impl.jvm.Residence;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A node and what was seen of it. */
final class Harness implements AutoCloseable {
    /** Long enough to mean never; in mutation testing, where many nodes never come to rest, some seconds less. */
    static final Duration LONG = Patience.LONG;
    /** More than any test here takes to come to rest, one step at a time. */
    private static final int MANY_STEPS = 100_000;

    final JvmNode node;
    private final Scheduling scheduling;
    private final ConcurrentLinkedQueue<String> all = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final Semaphore observed = new Semaphore(0);

    Harness(Profile profile, Scheduling scheduling, UnaryOperator<JvmNode.Builder> more) {
        this.scheduling = scheduling;
        JvmNode.Builder builder = JvmNode.builder()
                .profile(profile)
                .scheduling(scheduling)
                .listener(observation -> {
                    seen.add(Texts.of(observation));
                    all.add(Texts.of(observation));
                    observed.release();
                })
                .effects(effect -> all.add(Texts.of(effect)));
        node = more.apply(builder).start();
    }

    static Harness seed(Scheduling scheduling) {
        return new Harness(Profile.SEED, scheduling, UnaryOperator.identity());
    }

    static Harness hardened(Scheduling scheduling) {
        return new Harness(Profile.HARDENED, scheduling, UnaryOperator.identity());
    }

    /** A mailbox in front of which this is done with whoever answers a check. */
    static UnaryOperator<Mailbox> beforeAnswers(Consumer<Pid> act) {
        return mailbox -> new ForwardingMailbox(mailbox) {
            @Override
            public void put(Pid sender, Message message) {
                if (message instanceof Message.CheckReply) {
                    act.accept(sender);
                }
                delegate.put(sender, message);
            }
        };
    }

    static Stream<Scheduling> schedulings() {
        return Stream.concat(
                Stream.of(Scheduling.threads(), new Scheduling.Threads(1)),
                seeded());
    }

    static Stream<Scheduling> seeded() {
        return LongStream.rangeClosed(1, 6).mapToObj(Scheduling::seeded);
    }

    @Override
    public void close() {
        node.close();
    }

    // Stimuli

    /** Spawns processes in no module. */
    Harness clients(String... names) {
        for (String name : names) {
            Response spawned = node.spawn(name, new Place.Nowhere());
            expect(Response.OK, spawned);
        }
        return this;
    }

    /** Loads a module twice, and spawns processes in the first version in between. */
    Harness lingering(String module, String... names) {
        expect(Response.OK, node.load(module));
        for (String name : names) {
            expect(Response.OK, node.spawn(name, new Place.InModule(module, Residence.WAITING)));
        }
        expect(Response.OK, node.load(module));
        return this;
    }

    static String[] names(String prefix, int count) {
        return LongStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    Harness purge(String ref, String module, String from) {
        return send(from, new Message.Purge(module, node.pid(from), ref));
    }

    Harness softPurge(String ref, String module, String from) {
        return send(from, new Message.SoftPurge(module, node.pid(from), ref));
    }

    Harness finish(String ref, String module, boolean keep, String from) {
        return send(from, new Message.FinishAfterOnLoad(module, keep, node.pid(from), ref));
    }

    Harness testPurge(String ref, String module, String from, boolean hard) {
        return send(from, new Message.TestPurge(module, node.pid(from), hard, ref));
    }

    Harness goOn(String ref, String from) {
        return send(from, new Message.Continue(ref));
    }

    Harness complete(String ref, String from) {
        return send(from, new Message.Complete(ref));
    }

    Harness send(String from, Message message) {
        expect(Response.OK, node.send(from, message));
        return this;
    }

    Harness then(Response response) {
        expect(Response.OK, response);
        return this;
    }

    static void expectOk(Response response) {
        expect(Response.OK, response);
    }

    private static void expect(Response expected, Response actual) {
        if (expected != actual) {
            throw new AssertionError("expected " + expected + " but was " + actual);
        }
    }

    /** The second word of a line, mostly a process. */
    static String second(String line) {
        return Splitter.on(' ').splitToList(line).get(1);
    }

    // What is seen

    /** Waits for rest and describes it: the kind, and who is suspended if anybody. */
    String settle() {
        if (scheduling instanceof Scheduling.Seeded && node.step(MANY_STEPS) == MANY_STEPS) {
            throw new AssertionError("not at rest after " + MANY_STEPS + " steps; seen: " + all);
        }
        Quiet quiet = node.settle(LONG).orElseThrow(() -> new AssertionError("not at rest; seen: " + all));
        String kind = quiet.kind().name().toLowerCase(Locale.ROOT);
        return quiet.suspended().isEmpty() ? kind : kind + " " + quiet.suspended();
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    /** Waits until so much has been seen: for what a thread does that is nobody's business while the node is at rest. */
    void awaitSeen(int count) {
        if (!Uninterruptibles.tryAcquireUninterruptibly(observed, count, LONG)) {
            throw new AssertionError("only seen: " + seen);
        }
    }

    /** Observations and effects. */
    List<String> all() {
        return List.copyOf(all);
    }

    List<String> all(String... prefixes) {
        List<String> found = new ArrayList<>();
        for (String line : all) {
            if (Stream.of(prefixes).anyMatch(line::startsWith)) {
                found.add(line);
            }
        }
        return found;
    }

    List<String> seen(String... prefixes) {
        List<String> found = all(prefixes);
        found.retainAll(seen());
        return found;
    }

    /** What was seen since the last call of this. */
    List<String> news() {
        List<String> fresh = new ArrayList<>();
        for (String line = seen.poll(); line != null; line = seen.poll()) {
            fresh.add(line);
        }
        return fresh;
    }
}
