package dev.codepurger.conformance.junit.mutation;

import dev.codepurger.model.purger.Profile;

/** Judged by the profile {@code seed}. */
class SuiteOfSeed extends SuiteOnReference {
    SuiteOfSeed() {
        super(Profile.SEED);
    }
}
