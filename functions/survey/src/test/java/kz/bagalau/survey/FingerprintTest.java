package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import kz.bagalau.survey.blind.PublicKey;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final BigInteger TOP = BigInteger.ONE.shiftLeft(2048);

    /// Computed apart, with Python's hashlib, as the documentation says: base64url of the SHA-256
    /// of the sorted lines `<group> <base64url(SHA-256(256 bytes of n, 010001))>`.
    @Test
    void threeGroups_haveTheFingerprintThatOtherCodeComputes() {
        assertThat(
                        Fingerprint.of(
                                Map.of(
                                        "min-digital",
                                        new PublicKey(TOP.subtract(BigInteger.ONE)),
                                        "min-a",
                                        new PublicKey(
                                                BigInteger.ONE.shiftLeft(2047).add(BigInteger.ONE)),
                                        "pool",
                                        new PublicKey(TOP.subtract(BigInteger.valueOf(3))))))
                .isEqualTo("6sJVA0iWQtT555k5_tDjUhDYDqmOFMHNOgx_obObmsg");
    }

    @Test
    void twoGroupsThatSwapTheirKeys_haveAnotherFingerprint() {
        PublicKey one = new PublicKey(TOP.subtract(BigInteger.ONE));
        PublicKey other = new PublicKey(TOP.subtract(BigInteger.valueOf(3)));

        assertThat(Fingerprint.of(Map.of("a", one, "b", other)))
                .isNotEqualTo(Fingerprint.of(Map.of("a", other, "b", one)));
    }
}
