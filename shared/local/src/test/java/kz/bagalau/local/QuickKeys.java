package kz.bagalau.local;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyPairGeneratorSpi;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import kz.bagalau.contract.TestKeys;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Gives the hosts that run in the tests' own JVM [TestKeys] for those that they would make at each
/// start and for each group of a survey. Hosts in a process of their own make theirs.
public final class QuickKeys implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(
                        QuickKeys.class,
                        key -> Security.insertProviderAt(new Quick(), 1),
                        Integer.class);
    }

    private static final class Quick extends Provider {

        private static final long serialVersionUID = 1;

        Quick() {
            super("QuickKeys", "1", "RSA keys made of known primes");
            put("KeyPairGenerator.RSA", Generator.class.getName());
        }
    }

    /// Made by the provider, by its name.
    public static final class Generator extends KeyPairGeneratorSpi {

        @Override
        public void initialize(int size, SecureRandom random) {
            if (size != TestKeys.BITS) {
                throw new InvalidParameterException("no test key of %d bits".formatted(size));
            }
        }

        @Override
        public void initialize(AlgorithmParameterSpec wanted, SecureRandom random)
                throws InvalidAlgorithmParameterException {
            if (!(wanted instanceof RSAKeyGenParameterSpec rsa)
                    || !rsa.getPublicExponent().equals(RSAKeyGenParameterSpec.F4)) {
                throw new InvalidAlgorithmParameterException("no such test key: " + wanted);
            }
            initialize(rsa.getKeysize(), random);
        }

        @Override
        public KeyPair generateKeyPair() {
            return TestKeys.next();
        }
    }
}
