package dev.codepurger.model.purger;

import java.util.ArrayList;
import java.util.List;

/** Writes down what the purger does. */
final class RecordingNode implements Node {
    boolean old = true;
    boolean pendingOnLoad = true;
    int processes;
    final List<String> calls = new ArrayList<>();

    /** What was done since the last look. */
    List<String> look() {
        List<String> seen = List.copyOf(calls);
        calls.clear();
        return seen;
    }

    @Override
    public boolean prepare(String module) {
        calls.add("prepare " + module);
        return old;
    }

    @Override
    public boolean prepareOnLoad(String module) {
        calls.add("prepareOnLoad " + module);
        return old;
    }

    @Override
    public boolean finishAfterOnLoad(String module, boolean keep) {
        calls.add("finish " + module + " " + keep);
        return pendingOnLoad;
    }

    @Override
    public void complete(String module) {
        calls.add("complete " + module);
    }

    @Override
    public void abort(String module) {
        calls.add("abort " + module);
    }

    @Override
    public int requestAll(String module) {
        calls.add("requestAll " + module);
        return processes;
    }

    @Override
    public int listAll(String module) {
        calls.add("listAll " + module);
        return processes;
    }

    @Override
    public void request(int count) {
        calls.add("request " + count);
    }

    @Override
    public void monitor(Pid process) {
        calls.add("monitor " + process);
    }

    @Override
    public void kill(Pid process) {
        calls.add("kill " + process);
    }

    @Override
    public void monitorTester(Pid tester) {
        calls.add("monitorTester " + tester);
    }

    @Override
    public void demonitorTester(Pid tester) {
        calls.add("demonitorTester " + tester);
    }

    @Override
    public void started(Pid tester, String ref) {
        calls.add("started " + tester + " " + ref);
    }

    @Override
    public void continued(Pid tester, String ref) {
        calls.add("continued " + tester + " " + ref);
    }

    @Override
    public void reply(Message.Request request, Result result) {
        calls.add("reply " + request.from() + " " + request.ref() + " " + result);
    }

    @Override
    public Priority priority(Priority now) {
        calls.add("priority " + now);
        return Priority.HIGH;
    }

    @Override
    public void replyPriority(Message.ChangePrio request, Result result) {
        calls.add("replyPriority " + request.from() + " " + request.ref() + " " + result);
    }

    @Override
    public void saved(Message message) {
        calls.add("saved " + message);
    }

    @Override
    public void dropped(Message message) {
        calls.add("dropped " + message);
    }

    @Override
    public void answered(Pid process, boolean refers) {
        calls.add("answered " + process + " " + refers);
    }

    @Override
    public void killConfirmed(Pid process) {
        calls.add("killConfirmed " + process);
    }

    @Override
    public boolean isSelf(Pid process) {
        return false;
    }

    @Override
    public boolean isDying(Pid process) {
        return false;
    }

    @Override
    public void requeue(Message message) {
        throw new AssertionError("no right purger puts anything back: " + message);
    }
}
