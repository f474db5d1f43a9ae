package dev.codepurger.conformance.generate.reach;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What happens to requests that come while others run. */
final class QueueTargets {

    private QueueTargets() {
    }

    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        saved(all, MessageName.PURGE, profile -> true);
        saved(all, MessageName.SOFT_PURGE, profile -> true);
        saved(all, MessageName.TEST_PURGE, profile -> true);
        saved(all, MessageName.MALFORMED, profile -> true);
        saved(all, MessageName.FINISH_AFTER_ON_LOAD, Profile::finishSaved);
        all.add(Target.of("finish-lost-in-check", "a check takes a finish_after_on_load and loses it",
                (moment, past) -> moment.phase() instanceof Phase.Check && moment.taken()
                        .filter(Message.FinishAfterOnLoad.class::isInstance).isPresent())
                .needing(Capability.ON_LOAD).under(profile -> !profile.finishSaved()));
        all.add(Target.of("saved-behind-saved", "the check of a saved request saves another one behind those that wait",
                (moment, past) -> isSaved(moment).isPresent() && past.savedAtEntry() > 0));
        all.add(Target.of("saved-session-starts", "a saved session comes to started",
                (moment, past) -> moment.after().phase() instanceof Phase.Started held && moment.enters(Phase.Started.class)
                        && past.wasSaved(held.work().ref())));
        all.add(Target.of("saved-for-another-module", "a request for another module is saved", (moment, past) -> isSaved(moment)
                .filter(one -> one instanceof Message.Request request && moment.phase() instanceof Phase.Check check
                        && !request.module().equals(check.work().module()))
                .isPresent()));
        all.add(Target.of("several-requesters-wait", "requests of three requesters wait at once", (moment, past) -> waiting(moment)
                .map(one -> one.from().name()).distinct().count() >= 3));
        all.add(Target.of("several-testers-wait", "sessions of two testers wait while a third runs",
                (moment, past) -> Past.tester(moment.after().phase()).isPresent() && Stream
                        .concat(waiting(moment).filter(Message.TestPurge.class::isInstance).map(one -> one.from().name()),
                                Past.tester(moment.after().phase()).stream())
                        .distinct().count() >= 3));
        between(all, "load", (moment, next) -> moment.did(Stimulus.Load.class).filter(one -> one.module().equals(next)).isPresent());
        between(all, "delete", (moment, next) -> moment.did(Stimulus.Delete.class).filter(one -> one.module().equals(next)).isPresent());
        return all;
    }

    private static void saved(List<Target> all, MessageName message, Predicate<Profile> possible) {
        all.add(Target.of(message.id() + "-saved", "a check saves " + message.words(),
                (moment, past) -> isSaved(moment).filter(message.type()::isInstance).isPresent()).needing(message.needs()).under(possible));
    }

    private static void between(List<Target> all, String what, BiPredicate<Moment, String> change) {
        all.add(Target.of(what + "-before-the-next-saved",
                "a " + what + " changes the module between a reply and the next saved request for it",
                (moment, past) -> moment.phase() instanceof Phase.CheckRequests p
                        && p.saved().requests().get(0) instanceof Message.Request next && change.test(moment, next.module())));
    }

    private static Optional<Message> isSaved(Moment moment) {
        ImmutableList<Message> now = moment.after().phase().saved().requests();
        boolean more = moment.phase() instanceof Phase.Check check && check.saved().requests().size() < now.size();
        return more ? Optional.of(now.get(now.size() - 1)) : Optional.empty();
    }

    private static Stream<Message.Request> waiting(Moment moment) {
        return Stream.concat(moment.after().mailbox().stream(), moment.after().phase().saved().requests().stream())
                .filter(Message.Request.class::isInstance).map(Message.Request.class::cast);
    }
}
