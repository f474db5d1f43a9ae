package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Profile;
import java.util.Optional;

/** The profiles that a subject can be judged by, by name. */
public final class Profiles {
    private static final ImmutableList<Profile> ALL = ImmutableList.of(Profile.SEED, Profile.HARDENED, Profile.OTP_25,
            Profile.OTP_25_HARDENED);

    private Profiles() {
    }

    /** The profile of this name. */
    public static Optional<Profile> find(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** All names. */
    public static ImmutableList<String> names() {
        return ALL.stream().map(Profile::name).collect(ImmutableList.toImmutableList());
    }
}
