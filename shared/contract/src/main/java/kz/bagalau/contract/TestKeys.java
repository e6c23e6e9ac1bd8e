package kz.bagalau.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// RSA keys of 2048 bits for tests, made of primes that everybody knows. To search for primes was a
/// quarter of what the tests of whole systems calculated. A key comes back after 495 others.
public final class TestKeys {

    public static final int BITS = 2048;
    private static final BigInteger EXPONENT = RSAKeyGenParameterSpec.F4;
    private static final List<BigInteger> PRIMES = primes();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestKeys() {}

    /// Another one than the last 495 times.
    public static KeyPair next() {
        int pairs = PRIMES.size() * (PRIMES.size() - 1) / 2;
        int left = Math.floorMod(NEXT.getAndIncrement(), pairs);
        int larger = 1;
        while (left >= larger) {
            left -= larger;
            larger++;
        }
        return of(PRIMES.get(larger), PRIMES.get(left));
    }

    private static KeyPair of(BigInteger p, BigInteger q) {
        BigInteger modulus = p.multiply(q);
        BigInteger p1 = p.subtract(BigInteger.ONE);
        BigInteger q1 = q.subtract(BigInteger.ONE);
        BigInteger d = EXPONENT.modInverse(p1.multiply(q1));
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    rsa.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)),
                    rsa.generatePrivate(
                            new RSAPrivateCrtKeySpec(
                                    modulus,
                                    EXPONENT,
                                    d,
                                    p,
                                    q,
                                    d.mod(p1),
                                    d.mod(q1),
                                    q.modInverse(p))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static List<BigInteger> primes() {
        try (InputStream file =
                Objects.requireNonNull(TestKeys.class.getResourceAsStream("primes.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> new BigInteger(line, 16))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
