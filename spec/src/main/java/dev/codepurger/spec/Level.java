package dev.codepurger.spec;

/** How binding a rule is, in the words of RFC 2119. */
public enum Level {
    /** An implementation that breaks the rule does not conform. */
    MUST,
    /** There may be good reasons to deviate; a deviation is reported and is not a failure. */
    SHOULD,
    /** The rule permits something; nothing can break it. */
    MAY
}
