package dev.codepurger.model.world;

/**
 * Code that was loaded.
 *
 * @param version counts the loads of its module, from 1
 * @param identity equal for loads of identical code; funs belong to an identity
 */
public record Code(int version, int identity) {}
