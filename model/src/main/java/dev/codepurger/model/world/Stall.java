package dev.codepurger.model.world;

/** Whether {@code prepare} is kept from returning. */
enum Stall {
    NONE,
    /** It marks the module and does not return. */
    STALLED,
    /** The stall came when the {@code prepare} under way had returned already: it is for the next one. */
    LATE
}
