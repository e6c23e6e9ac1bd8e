package kz.bagalau.survey.ballots;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256.
public final class Hmac {

    private Hmac() {}

    public static byte[] of(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of a text in UTF-8.
    public static byte[] of(byte[] key, String content) {
        return of(key, content.getBytes(StandardCharsets.UTF_8));
    }
}
