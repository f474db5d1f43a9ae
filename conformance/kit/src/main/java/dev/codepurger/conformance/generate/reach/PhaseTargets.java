package dev.codepurger.conformance.generate.reach;

import dev.codepurger.model.purger.Message;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every phase is entered; every message lies there when it begins, and comes while it lasts. */
final class PhaseTargets {

    private PhaseTargets() {
    }

    static List<Target> all() {
        return Stream.concat(Arrays.stream(PhaseName.values()).map(PhaseTargets::entered),
                Arrays.stream(PhaseName.values()).filter(phase -> !phase.isOver()).flatMap(PhaseTargets::messages)).toList();
    }

    private static Target entered(PhaseName phase) {
        return Target.of("entered-" + phase.id(), "there is a moment " + phase.when(), (moment, past) -> moment.enters(phase.type()))
                .needing(phase.needs());
    }

    private static Stream<Target> messages(PhaseName phase) {
        return Arrays.stream(MessageName.values()).flatMap(message -> Stream.of(early(message, phase), late(message, phase)));
    }

    private static Target early(MessageName message, PhaseName phase) {
        return Target.of(message.id() + "-early-in-" + phase.id(), message.words() + " lies in the mailbox already " + phase.when(),
                (moment, past) -> moment.enters(phase.type()) && moment.after().mailbox().stream().anyMatch(message.type()::isInstance))
                .needing(message.needs()).needing(phase.needs()).under(message::isKnownTo);
    }

    private static Target late(MessageName message, PhaseName phase) {
        return Target.of(message.id() + "-late-in-" + phase.id(), message.words() + " comes " + phase.when(),
                (moment, past) -> phase.type().isInstance(moment.phase()) && isSent(moment, message.type()))
                .needing(message.needs()).needing(phase.needs()).under(message::isKnownTo);
    }

    private static boolean isSent(Moment moment, Class<? extends Message> type) {
        return moment.sent().filter(type::isInstance).isPresent();
    }
}
