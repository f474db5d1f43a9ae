package dev.codepurger.conformance.otp.whitebox;

import static dev.codepurger.conformance.otp.whitebox.Letters.array;
import static dev.codepurger.conformance.otp.whitebox.Trail.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Node;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Result;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The node that the model runs on here: it does nothing, and wants to find in the log that the purger has done it. What comes back from it did so there. */
final class LoggedNode implements Node, Letters.Knowledge {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Trail trail;
    private final Letters letters;
    private final Pid self;
    private final Map<String, Pid> kills = new HashMap<>();
    private final Deque<String> listed = new ArrayDeque<>();
    /** The module of the check that runs. */
    private String checkedModule = "";
    private @Nullable JsonNode tag;
    private @Nullable String watch;
    private @Nullable Pid tester;

    LoggedNode(Trail trail, Letters letters, Pid self) {
        this.trail = trail;
        this.letters = letters;
        this.self = self;
    }

    // ---------------------------------------------------------------------------------------------- what the purger knows

    @Override
    public boolean isCurrent(JsonNode candidate) {
        return candidate.equals(tag);
    }

    @Override
    public Optional<Pid> watched(String monitor) {
        return monitor.equals(watch) ? Optional.ofNullable(tester) : Optional.ofNullable(kills.get(monitor));
    }

    /** The tag of the check that runs. */
    JsonNode tag() {
        return tag == null ? JSON.nullNode() : tag;
    }

    /** A check has ended: nothing that belongs to it counts any more. */
    void checkEnded() {
        kills.clear();
        listed.clear();
    }

    /** Nobody waits for a tester any more. */
    void waitEnded() {
        watch = null;
        tester = null;
    }

    // ---------------------------------------------------------------------------------------------- modules

    @Override
    public boolean prepare(String module) {
        return trail.expect(event("prepare").put("module", module)).truth("result");
    }

    @Override
    public boolean prepareOnLoad(String module) {
        return trail.expect(event("prepare_on_load").put("module", module)).truth("result");
    }

    @Override
    public boolean finishAfterOnLoad(String module, boolean keep) {
        trail.expect(event("finish").put("module", module).put("keep", keep));
        return true;
    }

    @Override
    public void complete(String module) {
        trail.expect(event("complete").put("module", module).put("result", true));
    }

    @Override
    public void abort(String module) {
        trail.expect(event("abort").put("module", module));
    }

    // ---------------------------------------------------------------------------------------------- checks

    @Override
    public int requestAll(String asked) {
        int all = listAll(asked);
        request(all);
        return all;
    }

    @Override
    public int listAll(String asked) {
        listed.clear();
        trail.expect(event("snapshot")).list("processes").forEach(pid -> listed.add(pid.asText()));
        tag = null;
        checkedModule = asked;
        return listed.size();
    }

    @Override
    public void request(int count) {
        for (int i = 0; i < count; i++) {
            ObjectNode wanted = event("request").put("module", checkedModule).put("process", listed.remove());
            JsonNode found = trail.expect(tag == null ? wanted : wanted.set("tag", tagOf(wanted))).value("tag");
            tag = found.path(0);
        }
    }

    private JsonNode tagOf(ObjectNode request) {
        return array(tag(), request.path("process"));
    }

    // ---------------------------------------------------------------------------------------------- processes

    @Override
    public void monitor(Pid process) {
        kills.put(trail.expect(event("monitor").put("process", process.name())).text("monitor"), process);
    }

    @Override
    public void kill(Pid process) {
        trail.expect(event("exit").put("process", process.name()).put("reason", "kill"));
    }

    @Override
    public void monitorTester(Pid process) {
        watch = trail.expect(event("monitor").put("process", process.name())).text("monitor");
        tester = process;
    }

    @Override
    public void demonitorTester(Pid process) {
        String monitor = String.valueOf(watch);
        trail.expect(event("demonitor").put("monitor", monitor).set("options", array(JSON.textNode("flush"))));
        trail.flush(monitor);
    }

    // ---------------------------------------------------------------------------------------------- words

    @Override
    public void started(Pid to, String ref) {
        send(to, array(JSON.textNode("started"), letters.refTerm(ref)));
    }

    @Override
    public void continued(Pid to, String ref) {
        send(to, array(JSON.textNode("continued"), letters.refTerm(ref)));
    }

    @Override
    public void reply(Message.Request request, Result result) {
        JsonNode ref = letters.refTerm(request.ref());
        send(request.from(), switch (request) {
            case Message.Purge r -> array(JSON.textNode("reply"), JSON.textNode("purge"), Letters.result(result), ref);
            case Message.SoftPurge r -> array(JSON.textNode("reply"), JSON.textNode("soft_purge"), Letters.result(result), ref);
            case Message.FinishAfterOnLoad r ->
                array(JSON.textNode("reply"), JSON.textNode("finish_after_on_load"), Letters.result(result), ref);
            case Message.TestPurge r -> array(JSON.textNode("test_purge"), Letters.result(result), ref);
        });
    }

    private void send(Pid to, JsonNode message) {
        trail.expect(event("send").put("to", to.name()).set("message", message));
    }

    @Override
    public Priority priority(Priority now) {
        return Letters.before(trail.expect(event("priority").set("priority", Letters.result(new Result.Was(now)))));
    }

    @Override
    public void replyPriority(Message.ChangePrio request, Result result) {
        send(request.from(), array(letters.refTerm(request.ref()), Letters.result(result)));
    }

    // ---------------------------------------------------------------------------------------------- what no event shows: the state does

    @Override
    public void saved(Message message) {
        // shows in the saved requests
    }

    @Override
    public void dropped(Message message) {
        // shows in a state that has not changed
    }

    @Override
    public void answered(Pid process, boolean refers) {
        // shows in the number of open requests
    }

    @Override
    public void killConfirmed(Pid process) {
        // shows in the outstanding kills
    }

    @Override
    public boolean isSelf(Pid process) {
        return process.equals(self);
    }

    @Override
    public boolean isDying(Pid process) {
        // The log does not say, and no right purger asks.
        return false;
    }

    @Override
    public void requeue(Message message) {
        trail.requeue(letters.term(message));
    }
}
