package dev.codepurger.model.world;

/** One load of a module: what a process can be in. */
record Instance(String module, int version) {}
