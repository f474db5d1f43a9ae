package dev.codepurger.impl.jvm;

/**
 * One load of a module. Compared by identity.
 *
 * @param module the module
 * @param version which load it was, from 1
 * @param code what was loaded; the same object when identical code was loaded again, as then the funs are the same
 */
record CodeInstance(String module, int version, Object code) {

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
