package kz.bagalau.survey.blind;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import javax.crypto.Cipher;

/// The private half of a ballot group's key.
public final class SigningKey {

    private final RSAPrivateCrtKey key;

    private SigningKey(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /// A new key from the JDK's secure random numbers.
    public static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(
                    new RSAKeyGenParameterSpec(PublicKey.LENGTH * 8, PublicKey.EXPONENT));
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey((RSAPrivateCrtKey) pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no RSA keys", e);
        }
    }

    /// Reads what [#encoded] wrote.
    public static SigningKey decoded(byte[] pkcs8) {
        try {
            return new SigningKey(
                    (RSAPrivateCrtKey)
                            KeyFactory.getInstance("RSA")
                                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored key cannot be read", e);
        }
    }

    /// PKCS #8.
    public byte[] encoded() {
        return key.getEncoded();
    }

    public PublicKey publicKey() {
        return new PublicKey(key.getModulus());
    }

    /// BlindSign of RFC 9474: the raw RSA signature of a blinded message, checked (s^e = m) before
    /// it leaves, so that a fault in the computation cannot betray the key.
    ///
    /// @param blinded as many bytes as the modulus has, a number that [PublicKey#accepts]
    public byte[] sign(byte[] blinded) {
        if (!publicKey().accepts(blinded)) {
            throw new IllegalArgumentException("not a residue of this key");
        }
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding");
            rsa.init(Cipher.DECRYPT_MODE, key);
            byte[] signature = rsa.doFinal(blinded);
            BigInteger opened =
                    new BigInteger(1, signature).modPow(PublicKey.EXPONENT, key.getModulus());
            if (!opened.equals(new BigInteger(1, blinded))) {
                throw new IllegalStateException("the signature does not verify");
            }
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no raw RSA", e);
        }
    }
}
