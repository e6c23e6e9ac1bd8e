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
import java.util.Arrays;
import java.util.Base64;

/// The public half of a ballot group's key: RSA with exponent 65537. The keys that we make and
/// store have 2048 bits; RFC 9474's own vectors, against which the signer and the verifier are
/// tested, have longer ones.
///
/// @param modulus n, of whole bytes, at least 2048 bits
public record PublicKey(BigInteger modulus) {

    /// The length of a modulus, a blinded message and a signature under our keys, in bytes.
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
        if (modulus.bitLength() < LENGTH * 8 || modulus.bitLength() % 8 != 0) {
            throw new IllegalArgumentException("a modulus has 2048 bits or more, in whole bytes");
        }
    }

    /// Reads what [#encoded] wrote; throws [IllegalArgumentException] for any other length than
    /// ours.
    public static PublicKey decoded(String modulus) {
        PublicKey key = new PublicKey(new BigInteger(1, Base64.getUrlDecoder().decode(modulus)));
        if (key.modulus().bitLength() != LENGTH * 8) {
            throw new IllegalArgumentException("the keys of ballot groups have 2048 bits");
        }
        return key;
    }

    /// The modulus as base64url of its bytes, as a JWK writes it.
    public String encoded() {
        return base64(octets());
    }

    /// The exponent as a JWK writes it.
    public static String encodedExponent() {
        return base64(EXPONENT.toByteArray());
    }

    /// base64url of the SHA-256 of modulus and exponent: one key's part of the fingerprint.
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(octets());
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

    /// The modulus as bytes, big endian, without a sign.
    private byte[] octets() {
        byte[] signed = modulus.toByteArray();
        return Arrays.copyOfRange(signed, 1, signed.length);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
