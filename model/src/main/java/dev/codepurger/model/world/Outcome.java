package dev.codepurger.model.world;

/** What a stimulus returns, and the world it leads to. */
public record Outcome(Response response, World world) {}
