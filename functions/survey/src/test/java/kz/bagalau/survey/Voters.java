package kz.bagalau.survey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.sandbox.Voter;

/// Many voters at once, for the tests of anonymity.
final class Voters {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Voters() {}

    /// Tokens signed with a survey's key as it lies in the store, without the issuer, which has
    /// nothing to do with what becomes of ballots.
    static List<Voter.Token> tokens(Stage stage, String survey, String group, int count) {
        byte[] key =
                stage.items("SigningKeys").stream()
                        .filter(item -> Item.text(item, Item.PK).startsWith(survey + "#"))
                        .filter(item -> Item.text(item, Item.SK).equals(group))
                        .map(item -> Item.bytes(item, "key"))
                        .findFirst()
                        .orElseThrow();
        try {
            Signature signer = Signature.getInstance("RSASSA-PSS");
            signer.setParameter(
                    new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
            signer.initSign(
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
            List<Voter.Token> tokens = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] message = new byte[64];
                RANDOM.nextBytes(message);
                signer.update(message);
                tokens.add(new Voter.Token(message, signer.sign()));
            }
            return tokens;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Answers to every statement, as chance wants, and something about the respondent.
    static ObjectNode answers(RandomGenerator random) {
        ObjectNode answers = Json.object();
        for (int question = 1; question <= 26; question++) {
            answers.put("q" + question, 1 + random.nextInt(4));
        }
        return answers;
    }

    static Map<String, Integer> respondent(RandomGenerator random) {
        return Map.of(
                "sex", 1 + random.nextInt(2),
                "position", 1 + random.nextInt(2),
                "service", 1 + random.nextInt(3));
    }
}
