package kz.bagalau.survey;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import kz.bagalau.survey.blind.SigningKey;

/// Keys for the surveys of tests. Making two for each group of each survey was more than half of
/// what the tests calculated. Each key comes back after so many others that none serves twice in
/// one test.
final class KeyRing {

    private static final int KEYS = 32;
    private static final Map<Integer, SigningKey> MADE = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private KeyRing() {}

    static SigningKey next() {
        return MADE.computeIfAbsent(
                Math.floorMod(NEXT.getAndIncrement(), KEYS), number -> SigningKey.generate());
    }
}
