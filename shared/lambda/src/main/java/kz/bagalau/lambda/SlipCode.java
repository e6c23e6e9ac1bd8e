package kz.bagalau.lambda;

import java.security.SecureRandom;
import java.util.Optional;

/// A code with which whoever holds it may do one thing without a login: 80 random bits, as people
/// read and type them. It is shown once; only its SHA-256 is kept.
///
/// @param text in groups of four, such as `7K3M-2X9Q-PW4T-0HVD`
public record SlipCode(String text) {

    private static final int BYTES = 10;
    private static final int CHARACTERS = 16;

    public static SlipCode random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SlipCode(Crockford.grouped(bytes));
    }

    /// What is kept of it.
    public String hash() {
        return hash(text).orElseThrow();
    }

    /// What is kept of a code that somebody typed; empty where it cannot be one.
    public static Optional<String> hash(String typed) {
        return Crockford.canonical(typed, CHARACTERS).map(Sha256::base64);
    }
}
