package kz.bagalau.survey.blind;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/// The public half of a ballot group's key: RSA-2048 with exponent 65537.
///
/// @param modulus n, exactly 2048 bits
public record PublicKey(BigInteger modulus) {

    /// The length of a modulus, a blinded message and a signature, in bytes.
    public static final int LENGTH = 256;

    static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    /// RSASSA-PSS with SHA-384, MGF1 with SHA-384 and a salt of 48 bytes (RFC 9474, section 5).
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec(
                    "SHA-384",
                    "MGF1",
                    MGF1ParameterSpec.SHA384,
                    48,
                    PSSParameterSpec.TRAILER_FIELD_BC);

    public PublicKey {
        if (modulus.bitLength() != LENGTH * 8) {
            throw new IllegalArgumentException("a modulus has 2048 bits");
        }
    }

    /// Reads what [#encoded] wrote.
    public static PublicKey decoded(String modulus) {
        return new PublicKey(new BigInteger(1, Base64.getUrlDecoder().decode(modulus)));
    }

    /// The modulus as base64url of 256 bytes, as a JWK writes it.
    public String encoded() {
        return base64(octets(modulus));
    }

    /// The exponent as a JWK writes it.
    public static String encodedExponent() {
        return base64(EXPONENT.toByteArray());
    }

    /// base64url of the SHA-256 of modulus and exponent: one key's part of the fingerprint.
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(octets(modulus));
            return base64(digest.digest(EXPONENT.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether a blinded message is a residue of this key; what is not can never be signed.
    public boolean accepts(byte[] blinded) {
        BigInteger value = new BigInteger(1, blinded);
        return value.signum() > 0 && value.compareTo(modulus) < 0;
    }

    /// Whether `signature` is this key's on the prepared message.
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(PSS);
            verifier.initVerify(
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no RSASSA-PSS", e);
        }
    }

    /// A number below 2^2048 as 256 bytes, big endian.
    static byte[] octets(BigInteger number) {
        byte[] minimal = number.toByteArray();
        byte[] octets = new byte[LENGTH];
        int from = minimal[0] == 0 ? 1 : 0;
        int length = minimal.length - from;
        System.arraycopy(minimal, from, octets, LENGTH - length, length);
        return octets;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
