package dev.codepurger.model.closed.packed;

/** Constants as numbers from 0, in their order. */
final class Numbers {

    private Numbers() {}

    @SuppressWarnings("EnumOrdinal") // the numbers are never seen without the code that made them
    static int of(Enum<?> constant) {
        return constant.ordinal();
    }

    static <E extends Enum<E>> E constant(Class<E> of, int number) {
        return of.getEnumConstants()[number];
    }
}
