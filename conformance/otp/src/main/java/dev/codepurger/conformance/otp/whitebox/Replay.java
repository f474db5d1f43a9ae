package dev.codepurger.conformance.otp.whitebox;

import static dev.codepurger.conformance.otp.whitebox.Trail.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.model.purger.Choices;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Purger;
import dev.codepurger.model.purger.Saved;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a log with the model: the model takes the messages that the purger took, in its own time, and everything that it does, and what it knows after
 * each message of a check, must be what the log says of the purger.
 */
final class Replay {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Trail trail;
    private final Letters letters = new Letters();
    private final LoggedNode node;
    private final Purger purger;
    private Phase phase = new Phase.WaitForRequest();
    private @Nullable Message consumed;

    private Replay(PurgerLog log, Profile profile, Choices rules) {
        trail = new Trail(log);
        trail.during(() -> String.valueOf(phase));
        node = new LoggedNode(trail, letters, letters.pid(log.purger()));
        purger = new Purger(profile, node, rules);
    }

    /**
     * Goes through the log to its end, or to the first difference.
     *
     * @param rules the choices of the model
     */
    static WhiteBoxResult run(PurgerLog log, Profile profile, Choices rules) {
        Replay replay = new Replay(log, profile, rules);
        try {
            while (true) {
                replay.step();
            }
        } catch (Trail.End end) {
            return replay.trail.result(Optional.empty());
        } catch (Trail.Parted parted) {
            return replay.trail.result(Optional.of(parted.difference()));
        }
    }

    private void step() {
        Phase before = phase;
        consumed = null;
        phase = switch (before) {
            case Phase.WaitForRequest p -> takeRequest(p);
            case Phase.CheckRequests p -> takeSaved(p);
            case Phase.Started p -> waitForTester(p, "continue " + p.work().ref());
            case Phase.Continued p -> waitForTester(p, "complete " + p.work().ref());
            case Phase.Check p -> consume(p);
            case Phase.Hung p -> silence(p);
            case Phase.Terminated p -> silence(p);
            case Phase.OnLoadFailed p -> purger.proceed(p);
            case Phase.Prepared p -> purger.proceed(p);
            case Phase.Checked p -> purger.proceed(p);
            case Phase.Finish p -> purger.proceed(p);
            case Phase.Answer p -> purger.proceed(p);
        };
        if (phase instanceof Phase.Check check) {
            compare(state(check));
        } else if (before instanceof Phase.Check check) {
            if (!endsAtOnce(check)) {
                compare(ended(check, phase.saved()));
            }
            node.checkEnded();
        }
    }

    // ---------------------------------------------------------------------------------------------- messages

    private JsonNode head(String what) {
        if (trail.waiting() == 0) {
            trail.await(what);
        }
        return trail.message(0);
    }

    private Phase takeRequest(Phase.WaitForRequest p) {
        JsonNode head = head("any message");
        trail.expect(taken(head, p.saved().requests()));
        letters.forget();
        return received(p, letters.message(trail.take(0), node));
    }

    private Phase takeSaved(Phase.CheckRequests p) {
        List<Message> requests = p.saved().requests();
        trail.expect(taken(letters.term(requests.get(0)), requests.subList(1, requests.size())));
        return purger.proceed(p);
    }

    private ObjectNode taken(JsonNode message, List<Message> left) {
        ObjectNode taken = event("take");
        taken.set("message", message);
        return taken.set("saved", terms(left));
    }

    private ArrayNode terms(Collection<Message> messages) {
        ArrayNode terms = JSON.arrayNode();
        messages.forEach(message -> terms.add(letters.term(message)));
        return terms;
    }

    private Phase received(Phase before, Message message) {
        consumed = message;
        Phase next = purger.receive(before, message);
        if (next == null) {
            throw new IllegalStateException("left in the mailbox by " + before + ": " + message);
        }
        return next;
    }

    /** Takes the first message that fits, and leaves the others where they are. */
    private Phase waitForTester(Phase before, String what) {
        for (int i = 0;; i++) {
            if (i == trail.waiting()) {
                trail.await(what + ", or the death of the tester");
            }
            Phase next = purger.receive(before, letters.message(trail.message(i), node));
            if (next != null) {
                trail.take(Math.min(i, trail.waiting() - 1));
                node.waitEnded();
                return next;
            }
        }
    }

    private Phase consume(Phase.Check check) {
        head("an answer, a DOWN or a request");
        return received(check, letters.message(trail.take(0), node));
    }

    private Phase silence(Phase p) {
        trail.expect(event("nothing"));
        return p;
    }

    // ---------------------------------------------------------------------------------------------- the state of a check

    /** A soft check ends with the answer, before anybody looks at its state again. */
    private boolean endsAtOnce(Phase.Check check) {
        return !check.hard() && consumed instanceof Message.CheckReply(Message.Tag tag, Pid process, boolean refers) && refers
                && tag == Message.Tag.CURRENT;
    }

    private ObjectNode ended(Phase.Check check, Saved saved) {
        return state(check, 0, 0, new KillState(KillState.NONE.outstanding(), KillState.NONE.waiting(), check.kill().killed()), saved);
    }

    private ObjectNode state(Phase.Check check) {
        return state(check, check.open(), check.left(), check.kill(), check.saved());
    }

    private ObjectNode state(Phase.Check check, int open, int left, KillState kill, Saved saved) {
        ObjectNode state = event("check").put("hard", check.hard()).put("module", check.work().module());
        state.set("tag", node.tag());
        state.put("open", open).put("left", left);
        state.set("outstanding", names(kill.outstanding().stream().map(Pid::name).sorted().toList()));
        state.put("kills", kill.outstanding().size());
        state.set("waiting", names(kill.waiting().stream().map(Pid::name).toList()));
        state.put("killed", kill.killed());
        return state.set("saved", terms(saved.requests()));
    }

    private static ArrayNode names(List<String> all) {
        ArrayNode names = JSON.arrayNode();
        all.forEach(names::add);
        return names;
    }

    /** The log has the monitors of those who were killed, the model has who they are. */
    private void compare(ObjectNode wanted) {
        Event event = trail.act();
        ObjectNode fields = event.fields().deepCopy();
        if (event.name().equals("check")) {
            List<String> outstanding = new ArrayList<>();
            event.list("outstanding")
                    .forEach(monitor -> outstanding.add(node.watched(monitor.asText()).map(Pid::name).orElse(monitor.asText())));
            outstanding.sort(null);
            fields.set("outstanding", names(outstanding));
        }
        trail.same(wanted, event, fields);
    }
}
