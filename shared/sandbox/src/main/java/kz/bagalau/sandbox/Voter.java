package kz.bagalau.sandbox;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// A respondent's side of RFC 9474, variant RSABSSA-SHA384-PSS-Randomized: what the page does in
/// the browser, in Java, for the demo data and the tests. Not constant in time: for no one's real
/// ballot.
public final class Voter {

    /// The salt of EMSA-PSS has the length of the hash (RFC 9474 §5).
    static final int SALT_LENGTH = 48;

    private static final int PREFIX_LENGTH = 32;
    private static final int HASH_LENGTH = 48;

    private final RSAPublicKey key;
    private final SecureRandom random;

    public Voter(RSAPublicKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /// The voter for a public key as `GET /surveys/{survey}` shows it: JWK members `n` and `e`.
    public static Voter of(String n, String e) {
        return of(n, e, new SecureRandom());
    }

    /// The same with a source of randomness of one's own, for examples that can be repeated.
    public static Voter of(String n, String e, SecureRandom random) {
        try {
            return new Voter(
                    (RSAPublicKey)
                            KeyFactory.getInstance("RSA")
                                    .generatePublic(new RSAPublicKeySpec(unsigned(n), unsigned(e))),
                    random);
        } catch (GeneralSecurityException problem) {
            throw new IllegalArgumentException("not an RSA key", problem);
        }
    }

    /// A message that only its prepared bytes, the blinding inverse and a blind signature can turn
    /// into a token. `blinded` is what the issuer may see; the rest stays with the voter.
    public record Blinding(byte[] prepared, byte[] blinded, BigInteger inverse) {}

    /// What a ballot is sent with: the prepared message and the signature on it.
    public record Token(byte[] message, byte[] signature) {}

    /// A fresh 32-byte message, prepared and blinded.
    public Blinding blind() {
        byte[] message = new byte[32];
        random.nextBytes(message);
        return blind(prepare(message));
    }

    /// PrepareRandomize (§4.1): 32 random bytes before the message.
    public byte[] prepare(byte[] message) {
        byte[] prefix = new byte[PREFIX_LENGTH];
        random.nextBytes(prefix);
        return concat(prefix, message);
    }

    /// Blind (§4.2) with a fresh salt and a fresh blinding factor.
    public Blinding blind(byte[] prepared) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        BigInteger n = key.getModulus();
        BigInteger factor;
        do {
            factor = new BigInteger(n.bitLength(), random);
        } while (factor.signum() == 0
                || factor.compareTo(n) >= 0
                || !factor.gcd(n).equals(BigInteger.ONE));
        return blind(prepared, salt, factor.modInverse(n));
    }

    Blinding blind(byte[] prepared, byte[] salt, BigInteger inverse) {
        BigInteger n = key.getModulus();
        BigInteger encoded = new BigInteger(1, encode(prepared, salt, n.bitLength() - 1));
        if (!encoded.gcd(n).equals(BigInteger.ONE)) {
            throw new IllegalStateException("the encoded message shares a factor with the key");
        }
        BigInteger masked =
                encoded.multiply(inverse.modInverse(n).modPow(key.getPublicExponent(), n)).mod(n);
        return new Blinding(prepared, fixed(masked, length()), inverse);
    }

    /// Finalize (§4.4): unblinds and verifies. Throws [IllegalArgumentException] where the issuer
    /// did not sign what was blinded.
    public Token finish(Blinding blinding, byte[] blindSignature) {
        if (blindSignature.length != length()) {
            throw new IllegalArgumentException(
                    "a blind signature has " + length() + " bytes, not " + blindSignature.length);
        }
        BigInteger unblinded =
                new BigInteger(1, blindSignature)
                        .multiply(blinding.inverse())
                        .mod(key.getModulus());
        Token token = new Token(blinding.prepared(), fixed(unblinded, length()));
        if (!verifies(token)) {
            throw new IllegalArgumentException("the blind signature is not one on this message");
        }
        return token;
    }

    /// RSASSA-PSS-VERIFY with SHA-384, MGF1 with SHA-384 and a salt of 48 bytes, by the JDK.
    public boolean verifies(Token token) {
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(
                    new PSSParameterSpec(
                            "SHA-384", "MGF1", MGF1ParameterSpec.SHA384, SALT_LENGTH, 1));
            signature.initVerify(key);
            signature.update(token.message());
            return signature.verify(token.signature());
        } catch (GeneralSecurityException problem) {
            return false;
        }
    }

    /// EMSA-PSS-ENCODE (RFC 8017 §9.1.1) with SHA-384 and MGF1 over it.
    static byte[] encode(byte[] message, byte[] salt, int bits) {
        int length = (bits + 7) / 8;
        byte[] hash = sha384(new byte[8], sha384(message), salt);
        byte[] block = new byte[length - HASH_LENGTH - 1];
        block[block.length - salt.length - 1] = 1;
        System.arraycopy(salt, 0, block, block.length - salt.length, salt.length);
        byte[] mask = mask(hash, block.length);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= mask[i];
        }
        block[0] &= (byte) (0xff >> (8 * length - bits));
        return concat(block, hash, new byte[] {(byte) 0xbc});
    }

    private static byte[] mask(byte[] seed, int length) {
        byte[] mask = new byte[length];
        for (int offset = 0, counter = 0; offset < length; offset += HASH_LENGTH, counter++) {
            byte[] four = {
                (byte) (counter >>> 24),
                (byte) (counter >>> 16),
                (byte) (counter >>> 8),
                (byte) counter
            };
            byte[] part = sha384(seed, four);
            System.arraycopy(part, 0, mask, offset, Math.min(HASH_LENGTH, length - offset));
        }
        return mask;
    }

    private static byte[] sha384(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-384");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-384", impossible);
        }
    }

    private int length() {
        return (key.getModulus().bitLength() + 7) / 8;
    }

    private static BigInteger unsigned(String base64url) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64url));
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] out = new byte[length];
        int from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, out, length - (bytes.length - from), bytes.length - from);
        return out;
    }

    private static byte[] concat(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int offset = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, offset, part.length);
            offset += part.length;
        }
        return all;
    }
}
