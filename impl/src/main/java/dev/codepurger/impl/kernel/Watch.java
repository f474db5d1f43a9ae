package dev.codepurger.impl.kernel;

/** Why a process is monitored. It changes nothing about the monitor, only how it is recorded. */
public enum Watch {
    /** It is about to be killed. */
    VICTIM,
    /** It has to answer a handshake. */
    TESTER
}
