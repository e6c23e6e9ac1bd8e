package kz.bagalau.reminders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import kz.bagalau.lambda.codes.Sha256;

/// What is kept of a feed's password: a hash with a salt. The password has 128 random bits, so one
/// round of SHA-256 is as good as many.
///
/// @param salt 16 bytes
/// @param hash of the salt and the password, 32 bytes
public record FeedPassword(byte[] salt, byte[] hash) {

    private static final int BYTES = 16;

    /// Against which the password of an unknown user is compared.
    private static final FeedPassword NOBODYS = of(random());

    public FeedPassword {
        salt = salt.clone();
        hash = hash.clone();
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /// 128 random bits as 22 characters of base64url.
    public static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    public static FeedPassword of(String password) {
        byte[] salt = bytes();
        return new FeedPassword(salt, hash(salt, password));
    }

    /// Of nobody: no password is right, and it takes as long to find out.
    static FeedPassword nobodys() {
        return NOBODYS;
    }

    /// Compared in constant time.
    boolean is(String password) {
        return MessageDigest.isEqual(hash, hash(salt, password));
    }

    private static byte[] hash(byte[] salt, String password) {
        MessageDigest digest = Sha256.ofPieces();
        digest.update(salt);
        return digest.digest(password.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
