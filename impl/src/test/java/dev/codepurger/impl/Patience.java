package dev.codepurger.impl;

import java.time.Duration;

/** How long the tests wait for what comes at once if all is right. */
public final class Patience {
    /** Shorter where what does not come is what is looked for. */
    public static final Duration LONG = Duration.ofSeconds(Integer.getInteger("codepurger.patience", 20));

    private Patience() {}
}
