package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The vectors are those of RFC 9474, appendix A, for the two variants with a salt of 48 bytes.
class VoterTest {

    private static final HexFormat HEX = HexFormat.of();

    static List<JsonNode> vectors() throws IOException {
        try (InputStream in = VoterTest.class.getResourceAsStream("/rfc9474/vectors.json")) {
            JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(in));
            return StreamSupport.stream(all.spliterator(), false).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rfc9474_theEncodedMessageIsTheVectors(JsonNode vector) {
        byte[] encoded =
                Voter.encode(bytes(vector, "prepared_msg"), bytes(vector, "salt"), 4096 - 1);

        assertThat(HEX.formatHex(encoded)).isEqualTo(vector.get("encoded_msg").asText());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rfc9474_theBlindedMessageIsTheVectors(JsonNode vector) throws Exception {
        Voter.Blinding blinding = blinded(vector);

        assertThat(HEX.formatHex(blinding.blinded())).isEqualTo(text(vector, "blinded_msg"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rfc9474_theUnblindedSignatureIsTheVectors(JsonNode vector) throws Exception {
        Voter.Token token = voter(vector).finish(blinded(vector), bytes(vector, "blind_sig"));

        assertThat(HEX.formatHex(token.signature())).isEqualTo(text(vector, "sig"));
        assertThat(token.message()).isEqualTo(bytes(vector, "prepared_msg"));
    }

    @Test
    void rfc9474_aPreparedMessageIsThePrefixAndTheMessage() throws Exception {
        JsonNode vector = vectors().getFirst();
        byte[] prepared = voter(vector).prepare(bytes(vector, "msg"));

        assertThat(prepared).hasSize(32 + bytes(vector, "msg").length);
        assertThat(Arrays.copyOfRange(prepared, 32, prepared.length))
                .isEqualTo(bytes(vector, "msg"));
        assertThat(text(vector, "prepared_msg"))
                .isEqualTo(text(vector, "msg_prefix") + text(vector, "msg"));
    }

    @Test
    void aFreshTokenIsBlindedUnlinkablyAndVerifies() throws Exception {
        KeyPair pair = keyPair();
        Voter voter = new Voter((RSAPublicKey) pair.getPublic(), new SecureRandom());
        Voter.Blinding one = voter.blind();
        Voter.Blinding sameMessage = voter.blind(one.prepared());

        Voter.Token token = voter.finish(one, sign(pair, one.blinded()));

        assertThat(sameMessage.blinded()).isNotEqualTo(one.blinded());
        assertThat(token.message()).hasSize(64);
        assertThat(token.signature()).hasSize(256);
        assertThat(voter.verifies(token)).isTrue();
    }

    @Test
    void whatTheIssuerDidNotSignIsRefused() throws Exception {
        KeyPair pair = keyPair();
        Voter voter = new Voter((RSAPublicKey) pair.getPublic(), new SecureRandom());
        Voter.Blinding mine = voter.blind();
        byte[] others = sign(pair, voter.blind().blinded());

        assertThatIllegalArgumentException().isThrownBy(() -> voter.finish(mine, others));
    }

    @Test
    void anotherGroupsKeySignsNothingForThisGroup() throws Exception {
        Voter voter = new Voter((RSAPublicKey) keyPair().getPublic(), new SecureRandom());
        Voter.Blinding mine = voter.blind();
        KeyPair other = keyPair();
        byte[] signed = sign(other, mine.blinded());

        assertThatIllegalArgumentException().isThrownBy(() -> voter.finish(mine, signed));
    }

    private static Voter.Blinding blinded(JsonNode vector) throws GeneralSecurityException {
        return voter(vector)
                .blind(bytes(vector, "prepared_msg"), bytes(vector, "salt"), number(vector, "inv"));
    }

    private static Voter voter(JsonNode vector) throws GeneralSecurityException {
        RSAPublicKeySpec spec = new RSAPublicKeySpec(number(vector, "n"), number(vector, "e"));
        return new Voter(
                (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec),
                new SecureRandom());
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /// RSASP1 without any check, as an issuer would sign.
    private static byte[] sign(KeyPair pair, byte[] blinded) {
        RSAPrivateKey key = (RSAPrivateKey) pair.getPrivate();
        BigInteger signature =
                new BigInteger(1, blinded).modPow(key.getPrivateExponent(), key.getModulus());
        byte[] bytes = signature.toByteArray();
        byte[] out = new byte[256];
        int length = Math.min(256, bytes.length);
        System.arraycopy(bytes, bytes.length - length, out, 256 - length, length);
        return out;
    }

    private static String text(JsonNode vector, String name) {
        return vector.get(name).asText();
    }

    private static byte[] bytes(JsonNode vector, String name) {
        return HEX.parseHex(text(vector, name));
    }

    private static BigInteger number(JsonNode vector, String name) {
        return new BigInteger(text(vector, name), 16);
    }
}
