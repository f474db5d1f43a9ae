package dev.codepurger.conformance.soak;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much memory is in use by what cannot be collected. */
final class Heap {

    private Heap() {
    }

    /** The bytes that a collection, made now, leaves in the heap. What is allocated while one looks does not count. */
    static long afterCollection() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .map(MemoryPoolMXBean::getCollectionUsage).mapToLong(usage -> usage.getUsed()).sum();
    }
}
