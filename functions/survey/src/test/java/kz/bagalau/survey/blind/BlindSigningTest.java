package kz.bagalau.survey.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.Voter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The vectors are those of RFC 9474, appendix A, for the two variants with a salt of 48 bytes. The
/// voter of the sandbox is another implementation of the other side.
class BlindSigningTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final SigningKey KEY = SigningKey.generate();

    static Stream<JsonNode> vectors() throws IOException {
        try (var in = BlindSigningTest.class.getResourceAsStream("/rfc9474/vectors.json")) {
            byte[] all = Objects.requireNonNull(in).readAllBytes();
            return Json.read(new String(all, StandardCharsets.UTF_8)).valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rfc9474_theBlindSignatureIsTheVectors(JsonNode vector) throws Exception {
        byte[] signature = key(vector).sign(bytes(vector, "blinded_msg"));

        assertThat(HEX.formatHex(signature)).isEqualTo(vector.get("blind_sig").asText());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rfc9474_theVectorsSignatureVerifies_andNoOtherByteOfIt(JsonNode vector) throws Exception {
        PublicKey key = key(vector).publicKey();
        byte[] message = bytes(vector, "prepared_msg");
        byte[] signature = bytes(vector, "sig");

        assertThat(key.verifies(message, signature)).isTrue();
        for (int at : List.of(0, 1, message.length - 1)) {
            assertThat(key.verifies(flipped(message, at), signature)).isFalse();
        }
        for (int at : List.of(0, 1, signature.length - 1)) {
            assertThat(key.verifies(message, flipped(signature, at))).isFalse();
        }
    }

    @Test
    void whatAnIndependentVoterUnblinds_verifies() {
        Voter voter = voter(KEY);
        Voter.Blinding blinding = voter.blind();

        Voter.Token token = voter.finish(blinding, KEY.sign(blinding.blinded()));

        assertThat(KEY.publicKey().verifies(token.message(), token.signature())).isTrue();
        assertThat(SigningKey.generate().publicKey().verifies(token.message(), token.signature()))
                .isFalse();
    }

    @Test
    void aSignatureOfAnotherLength_isRefusedWithoutAnError() {
        assertThat(KEY.publicKey().verifies(new byte[64], new byte[0])).isFalse();
        assertThat(KEY.publicKey().verifies(new byte[64], new byte[255])).isFalse();
        assertThat(KEY.publicKey().verifies(new byte[64], new byte[257])).isFalse();
        assertThat(KEY.publicKey().verifies(new byte[64], new byte[256])).isFalse();
    }

    @Test
    void onlyResiduesAreSigned() {
        byte[] modulus = unsigned(KEY.publicKey().modulus());

        assertThat(KEY.publicKey().accepts(modulus)).isFalse();
        assertThat(KEY.publicKey().accepts(new byte[256])).isFalse();
        assertThat(
                        KEY.publicKey()
                                .accepts(
                                        unsigned(
                                                KEY.publicKey()
                                                        .modulus()
                                                        .subtract(BigInteger.ONE))))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> KEY.sign(modulus));
        assertThatIllegalArgumentException().isThrownBy(() -> KEY.sign(new byte[256]));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aFaultInTheComputation_neverLeavesTheSigner(JsonNode vector) throws Exception {
        SigningKey faulty = key(vector, BigInteger.TWO);

        assertThatIllegalStateException()
                .isThrownBy(() -> faulty.sign(bytes(vector, "blinded_msg")));
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        SigningKey read = SigningKey.decoded(KEY.encoded());
        byte[] blinded = voter(KEY).blind().blinded();

        assertThat(read.publicKey()).isEqualTo(KEY.publicKey());
        assertThat(read.sign(blinded)).isEqualTo(KEY.sign(blinded));
        assertThat(PublicKey.decoded(KEY.publicKey().encoded())).isEqualTo(KEY.publicKey());
    }

    @Test
    void theKeysOfGroups_have2048Bits_andNoOthersAreRead() throws Exception {
        assertThat(KEY.publicKey().modulus().bitLength()).isEqualTo(2048);
        assertThat(KEY.publicKey().encoded()).hasSize(342);
        assertThat(PublicKey.encodedExponent()).isEqualTo("AQAB");
        String long4096 = key(vectors().findFirst().orElseThrow()).publicKey().encoded();
        assertThatIllegalArgumentException().isThrownBy(() -> PublicKey.decoded(long4096));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicKey(BigInteger.ONE.shiftLeft(1023)));
    }

    private static SigningKey key(JsonNode vector) throws GeneralSecurityException {
        return key(vector, BigInteger.ZERO);
    }

    /// @param fault added to the exponent of one prime, as a flipped bit of the memory would be
    private static SigningKey key(JsonNode vector, BigInteger fault)
            throws GeneralSecurityException {
        BigInteger p = number(vector, "p");
        BigInteger q = number(vector, "q");
        BigInteger d = number(vector, "d");
        var spec =
                new RSAPrivateCrtKeySpec(
                        number(vector, "n"),
                        number(vector, "e"),
                        d,
                        p,
                        q,
                        d.mod(p.subtract(BigInteger.ONE)).add(fault),
                        d.mod(q.subtract(BigInteger.ONE)),
                        q.modInverse(p));
        return SigningKey.decoded(KeyFactory.getInstance("RSA").generatePrivate(spec).getEncoded());
    }

    private static Voter voter(SigningKey key) {
        return Voter.of(key.publicKey().encoded(), PublicKey.encodedExponent());
    }

    private static byte[] unsigned(BigInteger number) {
        return HEX.parseHex(number.toString(16));
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        copy[at] ^= 1;
        return copy;
    }

    private static byte[] bytes(JsonNode vector, String name) {
        return HEX.parseHex(vector.get(name).asText());
    }

    private static BigInteger number(JsonNode vector, String name) {
        return new BigInteger(vector.get(name).asText(), 16);
    }
}
