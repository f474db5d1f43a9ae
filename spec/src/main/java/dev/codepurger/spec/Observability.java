package dev.codepurger.spec;

import java.util.Arrays;
import java.util.Optional;

/** A way in which a violation of a rule can be seen. A rule lists every way; each of them suffices alone. */
public enum Observability {
    /** By messages, deaths, results of calls and quiescence alone. */
    BLACK_BOX("black-box"),
    /** With processes that can be paused and a purger that can be held. */
    PAUSED("paused"),
    /** With a purger that can be stopped inside {@code prepare}. */
    STALLED("stalled"),
    /** With the channel of effects. */
    EFFECTS("effects"),
    /** By exploration of the model. */
    EXPLORED("explored");

    private final String id;

    Observability(String id) {
        this.id = id;
    }

    /**
     * The word used in the document.
     *
     * @return the word, such as {@code black-box}
     */
    public String id() {
        return id;
    }

    /**
     * Finds the way that a word of the document names.
     *
     * @param id the word
     * @return the way, or nothing if the word names none
     */
    public static Optional<Observability> find(String id) {
        return Arrays.stream(values()).filter(way -> way.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
