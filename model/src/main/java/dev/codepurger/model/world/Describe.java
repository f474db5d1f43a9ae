package dev.codepurger.model.world;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A world in one line, for reports. */
final class Describe {

    private Describe() {}

    static String world(World world) {
        StringJoiner line = new StringJoiner("; ");
        line.add("purger " + phase(world.phase) + (world.held ? " (held by the harness)" : "")
                + (world.stall == Stall.NONE ? "" : world.stall == Stall.LATE ? " (prepare stalled too late)" : " (prepare stalled)"));
        if (!words(world.mailbox).isEmpty()) {
            line.add("mailbox " + words(world.mailbox));
        }
        world.modules.forEach((name, module) -> {
            if (!name.equals(World.PURGER_MODULE)) {
                line.add(name + " " + module(module));
            }
        });
        for (Group group : world.groups) {
            String local = local(group.local());
            if (!local.isEmpty()) {
                line.add((group.count() > 1 ? group.count() + " of " : "") + group.pid() + " " + local);
            }
        }
        if (!world.pending.isEmpty()) {
            line.add("unseen " + world.pending.stream().map(Pending::observation).toList());
        }
        return line.toString();
    }

    private static String phase(Phase phase) {
        return switch (phase) {
            case Phase.WaitForRequest p -> "waits for a request";
            case Phase.CheckRequests p -> "takes a saved request of " + p.saved().requests().size();
            case Phase.OnLoadFailed p -> "is about to prepare the failed on_load of " + p.work().module();
            case Phase.Prepared p -> "has prepared " + p.work().module();
            case Phase.Started p -> "waits for continue of " + p.work().ref();
            case Phase.Check p -> (p.hard() ? "checks " : "checks softly ") + p.work().module() + ", open " + p.open() + ", outstanding "
                    + p.kill().outstanding() + (p.left() == 0 ? "" : ", not yet asked " + p.left()) + ", waiting " + p.kill().waiting()
                    + ", saved " + words(p.saved().requests());
            case Phase.Checked p -> "has checked " + p.work().module();
            case Phase.Continued p -> "waits for complete of " + p.work().ref();
            case Phase.Finish p -> "is about to " + p.ending().name().toLowerCase(Locale.ROOT) + " " + p.work().module();
            case Phase.Answer p -> "is about to answer " + p.work().ref();
            case Phase.Hung p -> "takes nothing any more";
            case Phase.Terminated p -> "is dead (" + p.reason() + ")";
        };
    }

    /** Messages, but not the marks between them. */
    private static List<String> words(List<Message> messages) {
        return messages.stream().filter(message -> !message.equals(World.MARK)).map(Describe::word).toList();
    }

    private static String word(Message message) {
        return switch (message) {
            case Message.Request request -> MessageTags.of(request) + "(" + request.ref() + ", " + request.module() + ")";
            case Message.Continue go -> "continue(" + go.ref() + ")";
            case Message.Complete go -> "complete(" + go.ref() + ")";
            case Message.ChangePrio change -> "change_prio(" + change.ref() + ")";
            case Message other -> MessageTags.of(other);
        };
    }

    private static String module(Module module) {
        return "current " + version(module.current()) + " old " + version(module.old())
                + (module.pending() != null ? " on_load pending" : "")
                + (module.purging() ? " being purged" : "");
    }

    private static String version(@Nullable Code code) {
        return code == null ? "none" : version(code.version());
    }

    private static String version(int version) {
        return version > 0 ? "v" + version
                : version == 0 ? "on_load code of before" : version == -1 ? "code of before" : "older code of before";
    }

    private static String local(Local local) {
        StringJoiner words = new StringJoiner(", ");
        if (local.in() != null) {
            words.add(Strangers.isUnknown(local.in()) ? "somewhere" : "in " + local.in().module() + " " + version(local.in().version()));
        }
        if (local.paused()) {
            words.add("paused");
        }
        if (local.suspended()) {
            words.add("suspended");
        }
        if (local.call() != null) {
            words.add(local.call().blocked() ? "waits in a call of " + local.call().fun() : "calls");
        }
        switch (local.ask()) {
            case NONE -> {
                // not asked
            }
            case LISTED -> words.add("to be asked");
            case PERHAPS -> words.add("to be asked, or has answered false");
            case ASKED -> words.add("asked");
            case TRUE -> words.add("answered true");
            case FALSE -> words.add("answered false");
        }
        if (local.watch() != Local.Watch.NONE) {
            words.add("monitored");
        }
        if (local.life() == Local.Life.DYING || local.life() == Local.Life.DEAD) {
            words.add(local.life() == Local.Life.DEAD ? "dead" : "dying");
        }
        return words.toString();
    }
}
