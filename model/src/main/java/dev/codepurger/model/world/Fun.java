package dev.codepurger.model.world;

/** A fun: it belongs to the newest load of its code. */
record Fun(String module, int identity) {}
