package dev.codepurger.cli.mutation;

import java.util.Arrays;
import java.util.Optional;

/** What became of a mutant, in the words of the published schema; what tells more comes first. */
public enum Fate {
    /** A test failed. */
    KILLED("Killed", true, false),
    /** A test did not come to an end. */
    TIMEOUT("Timeout", true, false),
    /** All tests passed, and somebody should look at it. */
    SURVIVED("Survived", false, true),
    /** No test came to the place. */
    NO_COVERAGE("NoCoverage", false, true),
    /** It survived, and somebody has judged it, with a reason. */
    IGNORED("Ignored", false, false),
    /** It could not be compiled or loaded. */
    COMPILE_ERROR("CompileError", false, false),
    /** It did not come so far that a test could begin. */
    RUNTIME_ERROR("RuntimeError", false, false);

    private final String word;
    private final boolean detected;
    private final boolean undetected;

    Fate(String word, boolean detected, boolean undetected) {
        this.word = word;
        this.detected = detected;
        this.undetected = undetected;
    }

    /** The word in the published schema. */
    public String word() {
        return word;
    }

    /** Does it count for the score? */
    public boolean detected() {
        return detected;
    }

    /** Does it count against the score? */
    public boolean undetected() {
        return undetected;
    }

    static Optional<Fate> find(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
