package dev.codepurger.impl.jvm;

/** Names one monitor. Compared by identity. */
final class MonitorRef {}
