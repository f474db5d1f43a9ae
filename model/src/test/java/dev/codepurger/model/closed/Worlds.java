package dev.codepurger.model.closed;

import dev.codepurger.model.purger.Profile;
import java.util.List;
import java.util.stream.Stream;

/** The small worlds with the purgers that they are looked at with: one as it was given, and one with the defects repaired. */
public final class Worlds {

    private Worlds() {}

    /** A world with one of its purgers. */
    public record WithPurger(Configuration configuration, Profile profile) {
        @Override
        public String toString() {
            return configuration.name() + " " + profile.name();
        }
    }

    /** All pairs, in the order of the worlds. */
    public static Stream<WithPurger> withPurgers() {
        return Stream.concat(with(Configurations.all(), Profile.HARDENED, Profile.SEED),
                with(Configurations.limited(), Profile.OTP_25_HARDENED, Profile.OTP_25));
    }

    /** Each of these worlds with each of these purgers. */
    public static Stream<WithPurger> with(List<Configuration> configurations, Profile... profiles) {
        return configurations.stream().flatMap(one -> Stream.of(profiles).map(profile -> new WithPurger(one, profile)));
    }
}
