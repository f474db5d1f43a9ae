package dev.codepurger.conformance.subject;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.model.purger.Profile;
import java.util.Set;

/**
 * What a subject says about itself before it is opened.
 *
 * @param name what the command line calls it, such as {@code reference} or {@code fault:lost-down}
 * @param version the version of what is under test
 * @param description one clause for the list of subjects
 * @param profile the profile it claims, and is judged by unless another one is asked for
 * @param profiles the names of all profiles it can be opened with; at least that of {@code profile}
 * @param maxProcesses how many processes it can hold at once
 * @param capabilities what it can do besides what every subject must
 */
public record SubjectInfo(String name, String version, String description, Profile profile, ImmutableSet<String> profiles,
        int maxProcesses, ImmutableSet<Capability> capabilities) {

    /** Copies the capabilities in their own order, so that every list of them is the same. */
    public SubjectInfo {
        profiles = ImmutableSet.<String>builder().add(profile.name()).addAll(profiles).build();
        capabilities = Sets.immutableEnumSet(capabilities);
    }

    /** A subject with every capability, for 100,000 processes. */
    public static SubjectInfo full(String name, String version, String description, Profile profile, Set<String> profiles) {
        return new SubjectInfo(name, version, description, profile, ImmutableSet.copyOf(profiles), 100_000,
                ImmutableSet.copyOf(Capability.values()));
    }

    /** The same without some capabilities. */
    public SubjectInfo without(Capability... missing) {
        return new SubjectInfo(name, version, description, profile, profiles, maxProcesses,
                Sets.difference(capabilities, ImmutableSet.copyOf(missing)).immutableCopy());
    }
}
