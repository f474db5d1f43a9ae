package dev.codepurger.impl.jvm;

/** Where a process is spawned. */
public sealed interface Place {

    /** In no module. */
    record Nowhere() implements Place {}

    /**
     * In the current code of a module. If there is none the process exits at once, {@code undef}.
     *
     * @param module the module
     * @param residence how it has to do with that code
     */
    record InModule(String module, Residence residence) implements Place {}

    /**
     * In the pending {@code on_load} code of a module. If there is none the process exits at once, {@code undef}.
     *
     * @param module the module
     */
    record InOnLoad(String module) implements Place {}

    /**
     * In a call of a fun. If it runs, the process stays in its code; if not, it exits with {@code badfun} or {@code undef}.
     *
     * @param fun the fun
     */
    record OnFun(String fun) implements Place {}
}
