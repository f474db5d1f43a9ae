package dev.codepurger.conformance.junit.mutation;

import dev.codepurger.model.purger.Profile;

/** Judged by the profile {@code otp-25-hardened}. */
class SuiteOfOtp25Hardened extends SuiteOnReference {
    SuiteOfOtp25Hardened() {
        super(Profile.OTP_25_HARDENED);
    }
}
