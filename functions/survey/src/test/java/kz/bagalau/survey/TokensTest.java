package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.sandbox.Voter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One right, one token, one ballot. Two surveys serve all tests; each has people of its own.
class TokensTest {

    @AutoClose private static final Stage STAGE = new Stage();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String me = "emp-" + NUMBER.incrementAndGet();

    /// Asks for a token by one right.
    interface Asking extends Function<ObjectNode, Answer> {

        /// A message blinded under the key that this right's tokens are signed with.
        default Stage.Paper paper(String body) {
            return STAGE.paper("s1", body);
        }
    }

    /// Asks by a slip's code.
    private record BySlip(String code) implements Asking {

        @Override
        public Answer apply(ObjectNode request) {
            return STAGE.tokenByCode("s1", code, request);
        }

        @Override
        public Stage.Paper paper(String body) {
            return STAGE.slipPaper("s1", body);
        }
    }

    @BeforeAll
    static void twoSurveys() {
        STAGE.body("min-digital", 61, null);
        STAGE.body("committee", 6, "min-digital");
        STAGE.body("min-other", 61, null);
        assertThat(STAGE.open(Stage.order("s1", "min-digital", "committee", "min-other")).status())
                .isEqualTo(201);
        assertThat(STAGE.open(Stage.order("s2", "min-digital").put("year", 2024)).status())
                .isEqualTo(201);
    }

    @AfterEach
    void backInTime() {
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));
    }

    static Stream<Asking> aLoginAndASlip() {
        String person = "emp-" + NUMBER.incrementAndGet();
        STAGE.enrol("s1", "min-digital", person);
        String code = STAGE.slips("s1", "min-digital", 1).getFirst();
        return Stream.of(
                request -> STAGE.token("s1", Stage.employee(person), request), new BySlip(code));
    }

    @ParameterizedTest
    @MethodSource("aLoginAndASlip")
    void theSameBlindedMessage_getsTheSameSignatureAgain_andNoOtherGetsAny(Asking right) {
        ObjectNode mine = right.paper("min-digital").request();
        var first = right.apply(mine);

        assertThat(first.status()).isEqualTo(200);
        assertThat(right.apply(mine)).isEqualTo(first);
        assertThat(right.apply(right.paper("min-digital").request()))
                .satisfies(no -> {
                    assertThat(no.status()).isEqualTo(409);
                    assertThat(no.codes()).containsExactly("ALREADY_USED");
                });
    }

    @ParameterizedTest
    @MethodSource("aLoginAndASlip")
    void ofManyRequestsAtOnce_oneGetsAToken(Asking right) {
        List<ObjectNode> requests =
                IntStream.range(0, 8).mapToObj(i -> right.paper("min-digital").request()).toList();

        List<Integer> answers =
                requests.parallelStream()
                        .map(request -> right.apply(request).status())
                        .sorted()
                        .toList();

        assertThat(answers).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
    }

    @ParameterizedTest
    @MethodSource("aLoginAndASlip")
    void whatCouldNeverBeUnblinded_usesUpNothing(Asking right) {
        ObjectNode ofAnotherGroup = right.paper("min-other").request().put("body", "min-other");
        String modulus =
                STAGE.show("s1")
                        .body()
                        .at((right instanceof BySlip ? "/slipKeys" : "/keys") + "/min-digital/n")
                        .asText();
        ObjectNode noResidue = Json.object().put("blinded", modulus);

        assertThat(right.apply(ofAnotherGroup).codes()).containsExactly("OTHER_BODY");
        assertThat(right.apply(noResidue).codes()).containsExactly("NOT_A_RESIDUE");
        assertThat(right.apply(Json.object().put("blinded", Stage.base64(new byte[256]))).codes())
                .containsExactly("NOT_A_RESIDUE");
        assertThat(right.apply(Json.object().put("blinded", Stage.base64(new byte[255]))).status())
                .isEqualTo(400);
        assertThat(
                        right.apply(right.paper("min-digital").request().put("body", "min-digital"))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aBodyOfTheSameGroup_isAsGoodAsOnesOwn() {
        STAGE.enrol("s1", "committee", me);

        var issued =
                STAGE.token(
                        "s1",
                        Stage.employee(me),
                        STAGE.paper("s1", "committee").request().put("body", "min-digital"));

        assertThat(issued.status()).isEqualTo(200);
        assertThat(issued.text("body"))
                .as("the register's, not the request's")
                .isEqualTo("committee");
    }

    @Test
    void theBody_isTheRegisters_whateverTheClaimSays() {
        STAGE.enrol("s1", "min-digital", me);
        var paper = STAGE.paper("s1", "min-digital");

        var issued =
                STAGE.token("s1", Stage.caller(me, "min-other", Role.EMPLOYEE), paper.request());

        assertThat(issued.text("body")).isEqualTo("min-digital");
        assertThat(paper.token(issued).signature()).hasSize(256);
    }

    @Test
    void ofTheMomentATokenWasGiven_theFirstDayIsKept_andNothingElse() {
        STAGE.enrol("s1", "min-digital", me);
        ObjectNode request = STAGE.paper("s1", "min-digital").request();
        STAGE.token("s1", Stage.employee(me), request);
        STAGE.at(Stage.OPENS.plus(Duration.ofDays(3)));
        STAGE.token("s1", Stage.employee(me), request);

        var entry =
                STAGE.items("Register").stream()
                        .filter(item -> Item.text(item, Item.SK).equals("person#" + me))
                        .findFirst()
                        .orElseThrow();

        assertThat(entry.keySet())
                .containsExactlyInAnyOrder(
                        "pk", "sk", "body", "group", "voters", "late", "blinded", "day");
        assertThat(Item.text(entry, "day")).isEqualTo("2025-11-03");
        assertThat(Item.bytes(entry, "blinded"))
                .isEqualTo(Sha256.of(Stage.bytes(request.path("blinded").asText())));
    }

    @Test
    void beforeTheOpening_andFromTheCloseOn_nothingIsIssuedOrTaken() {
        STAGE.enrol("s1", "min-digital", me);
        var paper = STAGE.paper("s1", "min-digital");
        var spare = Voters.tokens(STAGE, "s1", "min-digital", 1).getFirst();
        ObjectNode ballot = Stage.ballot("min-digital", spare, Json.object().put("q1", 1));

        for (var closed :
                List.of(
                        Stage.OPENS.minusMillis(1),
                        Stage.CLOSES,
                        Stage.CLOSES.plus(Duration.ofDays(1)))) {
            STAGE.at(closed);
            assertThat(STAGE.token("s1", Stage.employee(me), paper.request()).codes())
                    .containsExactly("NOT_OPEN");
            assertThat(STAGE.cast("s1", ballot).codes()).containsExactly("NOT_OPEN");
        }
        STAGE.at(Stage.CLOSES.minusMillis(1));
        assertThat(STAGE.token("s1", Stage.employee(me), paper.request()).status()).isEqualTo(200);
        assertThat(STAGE.cast("s1", ballot).status()).isEqualTo(201);
    }

    @Test
    void aForgedToken_isRefused() {
        var real = Voters.tokens(STAGE, "s1", "min-digital", 1).getFirst();
        byte[] random = new byte[256];
        new SecureRandom().nextBytes(random);
        byte[] otherMessage = real.message().clone();
        otherMessage[63] ^= 1;

        assertRefused("s1", "min-digital", new Voter.Token(real.message(), random));
        assertRefused("s1", "min-digital", new Voter.Token(real.message(), new byte[256]));
        assertRefused("s1", "min-digital", new Voter.Token(otherMessage, real.signature()));
    }

    @Test
    void aTokenOfAnotherSurvey_orAnotherGroup_orForNoBody_isRefused() {
        var ofS2 = Voters.tokens(STAGE, "s2", "min-digital", 1).getFirst();
        var ofOther = Voters.tokens(STAGE, "s1", "min-other", 1).getFirst();

        assertRefused("s1", "min-digital", ofS2);
        assertRefused("s1", "min-digital", ofOther);
        assertRefused("s1", "akimat", ofOther);
    }

    @Test
    void aTokenUnderTheSlipKey_isASlipsBallot_andOneUnderTheOtherKeyIsNot() {
        STAGE.enrol("s1", "min-digital", me);
        String code = STAGE.slips("s1", "min-digital", 1).getFirst();
        List<String> before = ids();

        STAGE.voteBySlip("s1", "min-digital", code, Json.object().put("q1", 1));
        List<String> bySlip = added(before);
        STAGE.vote("s1", "min-digital", me, Json.object().put("q1", 1));

        assertThat(channels(bySlip)).containsExactly("SLIP");
        assertThat(channels(added(before))).containsExactlyInAnyOrder("SLIP", "LOGIN");
    }

    @Test
    void aTokenOfASlip_blindedUnderTheKeyForLogins_isNoToken() {
        String code = STAGE.slips("s1", "min-digital", 1).getFirst();
        var paper = STAGE.paper("s1", "min-digital");
        var issued = STAGE.tokenByCode("s1", code, paper.request());

        assertThatThrownBy(() -> paper.token(issued)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSpentToken_takesNothingElse_notEvenAnotherTextOrRespondent() {
        var token = Voters.tokens(STAGE, "s1", "min-digital", 1).getFirst();
        ObjectNode ballot =
                Stage.ballot(
                        "min-digital", token, Json.object().put("q1", 1).put("q33", "Бірінші"));
        assertThat(STAGE.cast("s1", ballot).status()).isEqualTo(201);

        ObjectNode otherText = ballot.deepCopy();
        otherText.withObject("/answers").put("q33", "Екінші");
        ObjectNode noText = ballot.deepCopy();
        noText.withObject("/answers").remove("q33");
        ObjectNode moreText = ballot.deepCopy();
        moreText.withObject("/answers").put("q34", "тағы");
        ObjectNode otherAnswer = ballot.deepCopy();
        otherAnswer.withObject("/answers").put("q1", 2);
        ObjectNode otherRespondent = ballot.deepCopy();
        otherRespondent.putObject("respondent").put("sex", 1);
        ObjectNode otherBody = ballot.deepCopy().put("body", "committee");

        for (ObjectNode changed :
                List.of(otherText, noText, moreText, otherAnswer, otherRespondent, otherBody)) {
            assertThat(STAGE.cast("s1", changed))
                    .satisfies(no -> {
                        assertThat(no.status()).isEqualTo(409);
                        assertThat(no.codes()).containsExactly("TOKEN_SPENT");
                    });
        }
        assertThat(texts()).contains("Бірінші").doesNotContain("Екінші", "тағы");
    }

    @Test
    void theSameBallotInAnotherSequenceOfFields_isTheSameBallot() {
        var token = Voters.tokens(STAGE, "s1", "min-digital", 1).getFirst();
        var first =
                STAGE.cast(
                        "s1",
                        Stage.ballot(
                                "min-digital", token, Json.object().put("q1", 1).put("q2", 2)));
        var again =
                STAGE.cast(
                        "s1",
                        Stage.ballot(
                                "min-digital", token, Json.object().put("q2", 2).put("q1", 1)));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void manyDifferentBallotsAtOnceOnOneToken_areOneBallot() {
        var token = Voters.tokens(STAGE, "s1", "min-digital", 1).getFirst();

        List<Integer> answers =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i ->
                                Stage.ballot(
                                        "min-digital",
                                        token,
                                        i < 4
                                                ? Json.object().put("q1", i + 1)
                                                : Json.object().put("q33", "мәтін " + i)))
                        .map(ballot -> STAGE.cast("s1", ballot).status())
                        .sorted()
                        .toList();

        assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void everythingWrongWithABallot_isSaidAtOnce() {
        ObjectNode ballot = Json.object().put("body", "MIN").put("when", "now");
        ballot.putObject("token").put("message", "AAAA");
        ballot.putObject("answers")
                .put("q1", 5)
                .put("q99", 1)
                .put("q33", "б".repeat(401))
                .putArray("q2")
                .add(1);
        ballot.putObject("respondent").put("sex", 3);

        var refused = STAGE.cast("s1", ballot);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/body",
                        "/when",
                        "/token/message",
                        "/token/signature",
                        "/answers/q1",
                        "/answers/q99",
                        "/answers/q33",
                        "/answers/q2",
                        "/respondent/sex");
    }

    @Test
    void aBallotWithoutAnyAnswer_isRefused_andSpendsNothing() {
        var token = Voters.tokens(STAGE, "s1", "min-digital", 1).getFirst();
        ObjectNode empty = Stage.ballot("min-digital", token, Json.object().put("q33", "  "));

        assertThat(STAGE.cast("s1", empty).codes()).containsExactly("EMPTY_BALLOT");
        assertThat(
                        STAGE.cast(
                                        "s1",
                                        Stage.ballot(
                                                "min-digital", token, Json.object().put("q26", 4)))
                                .status())
                .isEqualTo(201);
    }

    private static void assertRefused(String survey, String body, Voter.Token token) {
        int before = STAGE.items("Ballots").size();

        var answer = STAGE.cast(survey, Stage.ballot(body, token, Json.object().put("q1", 1)));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.codes()).containsExactly("BAD_SIGNATURE");
        assertThat(STAGE.items("Ballots")).hasSize(before);
    }

    private static List<String> ids() {
        return STAGE.items("Ballots").stream().map(item -> Item.text(item, Item.SK)).toList();
    }

    private static List<String> added(List<String> before) {
        return ids().stream().filter(id -> !before.contains(id)).toList();
    }

    private static List<String> channels(List<String> ids) {
        return STAGE.items("Ballots").stream()
                .filter(item -> ids.contains(Item.text(item, Item.SK)))
                .map(item -> Item.text(item, "channel"))
                .toList();
    }

    private static List<String> texts() {
        return STAGE.items("Ballots").stream()
                .filter(item -> item.containsKey("text"))
                .map(item -> Item.text(item, "text"))
                .toList();
    }
}
