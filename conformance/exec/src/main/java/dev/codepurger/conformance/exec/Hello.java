package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.model.purger.Profile;

/**
 * What an adapter says about itself.
 *
 * @param info for the suite
 * @param repeatable whether the same seed and stimuli give the same run
 * @param answer as it came
 */
record Hello(SubjectInfo info, boolean repeatable, ObjectNode answer) {
    /** The version of the protocol that this speaks. */
    static final int PROTOCOL = 1;
    private static final int MOST_PROCESSES = 100_000;

    static ObjectNode request() {
        return Json.object().put("protocol", PROTOCOL);
    }

    /** Reads the answer; the name is the one that the command line knows the subject by. */
    static Hello read(Part answer, String name) throws BadAnswerException {
        answer.field("protocol").number(PROTOCOL, PROTOCOL);
        Part subject = answer.field("subject").object();
        String description = subject.field("name").name();
        Profile profile = profile(answer.field("profile"));
        ImmutableSet.Builder<String> profiles = ImmutableSet.builder();
        if (answer.has("profiles")) {
            for (Part one : answer.field("profiles").list()) {
                profiles.add(profile(one).name());
            }
        }
        ImmutableSet.Builder<Capability> capabilities = ImmutableSet.builder();
        for (Part one : answer.field("capabilities").list()) {
            capabilities.add(capability(one));
        }
        int processes = answer.field("limits").object().field("processes").number(1, MOST_PROCESSES);
        SubjectInfo info = new SubjectInfo(name, subject.field("version").name(), description, profile, profiles.build(), processes,
                capabilities.build());
        boolean repeatable = answer.has("repeatable") && answer.field("repeatable").truth();
        return new Hello(info, repeatable, (ObjectNode) answer.node());
    }

    private static Profile profile(Part part) throws BadAnswerException {
        String name = part.text();
        return Profiles.find(name).orElseThrow(() -> part.isNot("one of " + String.join(", ", Profiles.names())));
    }

    private static Capability capability(Part part) throws BadAnswerException {
        Capability found = Capability.find(part.text()).orElse(null);
        // Requests come one after the other here, so nobody can act at once.
        if (found == null || found == Capability.CONCURRENT) {
            throw part.isNot("a capability that can be had over this protocol");
        }
        return found;
    }
}
