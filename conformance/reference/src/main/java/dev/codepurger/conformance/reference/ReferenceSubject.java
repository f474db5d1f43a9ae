package dev.codepurger.conformance.reference;

import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.OpenOptions.Driving;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.conformance.subject.Timed;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.impl.Profile;
import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Quiet;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A node of the reference implementation, right or faulty.
 *
 * <p>Under {@link SchedulerChoice#SEEDED} nothing happens between two calls; after each stimulus a random number of steps is taken, so that the
 * next one comes sometimes before, sometimes amid and sometimes after what this one leads to. Under {@link SchedulerChoice#THREADS}
 * everything runs by itself, and what is seen while a stimulus is under way counts as seen after it: it had to travel anyway. Effects do not
 * travel, and each stimulus has its place among them; so with them the node is at rest before each stimulus. When several threads drive it,
 * the journal's clock tells what came before what, and nothing else does.
 */
final class ReferenceSubject implements TimedSubject {
    /**
     * Whoever has not come to rest after so many steps never will: no case of the suite takes more than five hundred to come to it. Unlike the clock,
     * they come to the same on every machine.
     */
    private static final int MANY_STEPS = 100_000;
    private static final String RESTLESS = "did not come to rest";

    private final OpenOptions options;
    private final SchedulerChoice scheduler;
    private final SplittableRandom random;
    private final Journal journal = new Journal();
    private final JvmNode node;
    private final WatchedMailbox mailbox;
    private final Driver driver;
    private final Variation variation;

    ReferenceSubject(OpenOptions options, SchedulerChoice scheduler, Variation variation) {
        this.options = options;
        this.scheduler = scheduler;
        this.variation = variation;
        random = new SplittableRandom(options.seed());
        AtomicReference<@Nullable WatchedMailbox> watched = new AtomicReference<>();
        node = builder(variation).wrapMailbox(inner -> {
            WatchedMailbox outer = new WatchedMailbox(variation.mailbox(inner));
            watched.set(outer);
            return outer;
        }).start();
        mailbox = Objects.requireNonNull(watched.get());
        driver = new Driver(node, mailbox);
    }

    private JvmNode.Builder builder(Variation variation) {
        JvmNode.Builder builder = JvmNode.builder().profile(variation.profile(profile(options.profile()))).scheduling(scheduling())
                .listener(seen -> journal.add(variation.seen(Labels.of(seen)))).wrapKernel(variation::kernel).steps(variation::steps);
        if (options.effects()) {
            builder.effects(effect -> {
                Label.Showed shown = Labels.of(effect);
                if (shown != null) {
                    journal.add(shown);
                }
            });
        }
        return builder;
    }

    private Scheduling scheduling() {
        return switch (scheduler) {
            case THREADS -> Scheduling.threads();
            case SEEDED -> Scheduling.seeded(options.seed());
        };
    }

    private static Profile profile(dev.codepurger.model.purger.Profile asked) {
        return new Profile(asked.name(), asked.killLimit(), asked.requestsInFlight(), asked.finishSaved(), asked.finishRefusalAnswered(),
                asked.handshakeKept(), asked.priorityChanged());
    }

    @Override
    public Response apply(Stimulus stimulus) throws SubjectException {
        if (options.driving() == Driving.CONCURRENT) {
            return variation.respond(stimulus, driver::apply);
        }
        if (scheduler == SchedulerChoice.THREADS && options.effects()) {
            rest(options.timeout());
        }
        journal.mark();
        Response response = variation.respond(stimulus, driver::apply);
        if (response == Response.OK && stimulus.equals(new Stimulus.Kill(JvmNode.PURGER))) {
            return purgerKilled();
        }
        if (response == Response.OK && stimulus instanceof Stimulus.Hold) {
            return purgerHeld();
        }
        if (scheduler == SchedulerChoice.SEEDED) {
            node.step(someSteps());
        }
        return response;
    }

    private boolean isUp() {
        return node.alive(JvmNode.PURGER);
    }

    /** A kill takes effect when it arrives; with the purger's that is the end, so everything else came before it. */
    private Response purgerKilled() throws SubjectException {
        goOnUntil(() -> !isUp());
        journal.markBefore(Label.PurgerDown.class);
        return Response.OK;
    }

    /** A hold takes effect at the next receive. It leads to nothing that could be seen, so what is seen until then came before it. */
    private Response purgerHeld() throws SubjectException {
        goOnUntil(() -> mailbox.isReceiving() || !isUp());
        journal.mark();
        return isUp() ? Response.OK : Response.NO_EFFECT;
    }

    private void goOnUntil(BooleanSupplier there) throws SubjectException {
        if (scheduler == SchedulerChoice.THREADS) {
            rest(options.timeout());
            return;
        }
        int steps = 0;
        while (!there.getAsBoolean() && node.step(1) > 0) {
            if (++steps == MANY_STEPS) {
                throw new SubjectTimeoutException(RESTLESS, MANY_STEPS);
            }
        }
    }

    private int someSteps() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> 0;
            case 2, 3 -> 1 + random.nextInt(4);
            case 4, 5 -> 1 + random.nextInt(20);
            case 6 -> 1 + random.nextInt(80);
            default -> 1 + random.nextInt(400);
        };
    }

    @Override
    public List<Observation> seenBefore() {
        return journal.readBeforeMark();
    }

    @Override
    public List<Observation> poll() {
        return journal.readAll();
    }

    @Override
    public List<Observation> settle(Duration timeout) throws SubjectException {
        Quiet quiet = rest(timeout);
        List<Observation> seen = journal.readAll();
        seen.add(Labels.of(quiet));
        return seen;
    }

    @Override
    public long clock() {
        return journal.now();
    }

    @Override
    public List<Timed> pollTimed() {
        return journal.readAllTimed();
    }

    @Override
    public void awaitSeen(Duration atMost) throws InterruptedException {
        journal.await(atMost.toMillis());
    }

    @Override
    public List<Timed> settleTimed(Duration timeout) throws SubjectException {
        Quiet quiet = rest(timeout);
        List<Timed> seen = journal.readAllTimed();
        seen.add(Timed.at(Labels.of(quiet), journal.now()));
        return seen;
    }

    private Quiet rest(Duration timeout) throws SubjectTimeoutException {
        if (scheduler == SchedulerChoice.SEEDED && node.step(MANY_STEPS) == MANY_STEPS) {
            throw new SubjectTimeoutException(RESTLESS, MANY_STEPS);
        }
        Optional<Quiet> quiet = node.settle(timeout);
        return quiet.orElseThrow(() -> new SubjectTimeoutException(RESTLESS, timeout));
    }

    @Override
    public boolean repeatable() {
        return scheduler == SchedulerChoice.SEEDED;
    }

    @Override
    public void close() {
        node.close();
    }
}
