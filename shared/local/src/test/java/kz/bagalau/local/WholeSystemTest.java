package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Settings;
import kz.bagalau.sandbox.Voter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole survey over HTTP, where everything goes wrong that can: nothing is lost, nothing is
/// doubled.
class WholeSystemTest {

    private static final Person AGENCY =
            new Person("agency", List.of("agency"), Optional.empty(), Optional.empty());
    private static final String BODY = "min-digital";
    private static final int BY_LOGIN = 9;

    /// Enrolled, but without a ballot: two thirds of the body must be enrolled.
    private static final int ABSENT = 40;

    private static final int BY_SLIP = 3;

    @TempDir Path data;

    /// Each request is sent until it is answered, and once more. The first answer is always lost.
    @Test
    void everyFirstAnswerLostAndEveryRequestSentAgainGivesOneBallotEach() throws Exception {
        try (Host host = Host.start(new Settings(0, data, true, false), line -> {});
                LossyNetwork network = new LossyNetwork(host.address());
                Client straight = new Client(host.address());
                Client lossy = new Client(network.address())) {
            insist(lossy, AGENCY, "PUT", "/bodies/" + BODY, body()).expect(200);
            insist(lossy, AGENCY, "POST", "/surveys", order(straight, "lossy")).expect(201);
            insist(lossy, hr(), "POST", "/surveys/lossy/participants", people()).expect(200);
            List<String> codes = slipsAfterALostBatch(lossy, straight);

            for (int voter = 0; voter < BY_LOGIN + BY_SLIP; voter++) {
                boolean login = voter < BY_LOGIN;
                Voter.Token token =
                        login
                                ? tokenByLogin(lossy, straight, "person-" + voter)
                                : tokenBySlip(lossy, straight, codes.get(voter - BY_LOGIN));
                Client.Reply receipt =
                        insist(lossy, null, "POST", "/surveys/lossy/ballots", ballot(token, voter))
                                .expect(200);
                assertThat(receipt.body().path("receipt").asText()).isNotBlank();
            }

            insist(lossy, AGENCY, "POST", "/surveys/lossy/close", Json.object()).expect(202);
            moveClock(straight, 15);
            moveClock(straight, 15);
            JsonNode results =
                    straight.send(AGENCY, "GET", "/surveys/lossy/results?body=" + BODY, null)
                            .expect(200)
                            .body();
            assertThat(results.path("state").asText()).isEqualTo("CLOSED");
            assertThat(results.path("tokens").path("login").asInt()).isEqualTo(BY_LOGIN);
            assertThat(results.path("tokens").path("slip").asInt()).isEqualTo(BY_SLIP);
            assertThat(results.path("ballots").asInt()).isEqualTo(BY_LOGIN + BY_SLIP);
            // Twelve people chose 1, 2, 3, 4, 1, 2, …
            assertThat(results.path("statements").path(0).path("counts"))
                    .isEqualTo(Json.read("{\"1\":3,\"2\":3,\"3\":3,\"4\":3}"));
            assertThat(network.lost()).isGreaterThan(2 * (BY_LOGIN + BY_SLIP));
        }
    }

    /// The host is killed after it signed and after it stored; whoever was under way goes on.
    @Test
    void aHostKilledUnderWayCostsNobodyTheirBallot() throws Exception {
        int port = HostProcess.freePort();
        Person person =
                new Person("person-1", List.of("employee"), Optional.of(BODY), Optional.empty());
        Voter.Token token;
        ObjectNode ballot;
        JsonNode receipt;
        try (HostProcess host = new HostProcess(data, port, Map.of());
                Client client = new Client(host.address())) {
            client.send(AGENCY, "PUT", "/bodies/" + BODY, body()).expect(200);
            client.send(AGENCY, "POST", "/surveys", order(client, "killed")).expect(201);
            client.send(hr(), "POST", "/surveys/killed/participants", people()).expect(200);
            Voter voter = voter(client, "killed", "keys");
            Voter.Blinding blinding = voter.blind();
            ObjectNode claim = Json.object().put("blinded", base64(blinding.blinded()));
            JsonNode signed =
                    client.send(person, "POST", "/surveys/killed/tokens", claim).expect(200).body();
            token = finished(voter, blinding, signed);
            ballot = ballot(token, 0);
        }
        try (HostProcess host = new HostProcess(data, port, Map.of());
                Client client = new Client(host.address())) {
            receipt =
                    client.send(null, "POST", "/surveys/killed/ballots", ballot).expect(201).body();
        }
        try (HostProcess host = new HostProcess(data, port, Map.of());
                Client client = new Client(host.address())) {
            assertThat(
                            client.send(null, "POST", "/surveys/killed/ballots", ballot)
                                    .expect(200)
                                    .body())
                    .isEqualTo(receipt);
            ObjectNode another =
                    Json.object()
                            .put(
                                    "blinded",
                                    base64(voter(client, "killed", "keys").blind().blinded()));
            assertThat(client.send(person, "POST", "/surveys/killed/tokens", another).status())
                    .isEqualTo(409);
            client.send(AGENCY, "POST", "/surveys/killed/close", Json.object()).expect(202);
            moveClock(client, 15);
            moveClock(client, 15);
            assertThat(
                            client.send(AGENCY, "GET", "/surveys/killed/results?body=" + BODY, null)
                                    .expect(200)
                                    .body()
                                    .path("ballots")
                                    .asInt())
                    .isEqualTo(1);
        }
    }

    /// Sends a request until it is answered, and then again, as an impatient person does.
    private static Client.Reply insist(
            Client client, @Nullable Person who, String method, String path, Object body) {
        assertThatThrownBy(() -> client.send(who, method, path, body))
                .as("the first answer is lost")
                .hasRootCauseInstanceOf(IOException.class);
        Client.Reply answered = client.send(who, method, path, body);
        assertThat(client.send(who, method, path, body)).isEqualTo(answered);
        return answered;
    }

    /// Codes are shown once. A batch nobody saw is named, so that it can be voided and another
    /// made.
    private static List<String> slipsAfterALostBatch(Client lossy, Client straight) {
        ObjectNode order = Json.object().put("body", BODY).put("count", BY_SLIP + 1);
        String lost =
                insist(lossy, AGENCY, "POST", "/surveys/lossy/codes", order)
                        .expect(409)
                        .body()
                        .path("detail")
                        .asText();
        String batch = lost.replaceFirst("(?s).*?([0-9a-f]{8}-[0-9a-f-]{27}).*", "$1");
        straight.send(AGENCY, "DELETE", "/surveys/lossy/codes/" + batch, null).expect(200);
        return straight.send(
                        AGENCY,
                        "POST",
                        "/surveys/lossy/codes",
                        Json.object().put("body", BODY).put("count", BY_SLIP))
                .expect(200, 201)
                .body()
                .path("codes")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static Voter.Token tokenByLogin(Client lossy, Client straight, String subject) {
        Person person =
                new Person(subject, List.of("employee"), Optional.of(BODY), Optional.empty());
        Voter voter = voter(straight, "lossy", "keys");
        Voter.Blinding blinding = voter.blind();
        ObjectNode claim = Json.object().put("blinded", base64(blinding.blinded()));
        return finished(
                voter,
                blinding,
                insist(lossy, person, "POST", "/surveys/lossy/tokens", claim).expect(200).body());
    }

    private static Voter.Token tokenBySlip(Client lossy, Client straight, String code) {
        Voter voter = voter(straight, "lossy", "slipKeys");
        Voter.Blinding blinding = voter.blind();
        ObjectNode claim =
                Json.object().put("code", code).put("blinded", base64(blinding.blinded()));
        return finished(
                voter,
                blinding,
                insist(lossy, null, "POST", "/surveys/lossy/code-tokens", claim)
                        .expect(200)
                        .body());
    }

    private static Voter.Token finished(Voter voter, Voter.Blinding blinding, JsonNode signed) {
        return voter.finish(
                blinding, Base64.getUrlDecoder().decode(signed.path("signature").asText()));
    }

    private static Voter voter(Client client, String survey, String keys) {
        JsonNode key =
                client.send(null, "GET", "/surveys/" + survey, null)
                        .expect(200)
                        .body()
                        .path(keys)
                        .path(BODY);
        return Voter.of(key.path("n").asText(), key.path("e").asText());
    }

    private static ObjectNode ballot(Voter.Token token, int voter) {
        ObjectNode ballot = Json.object().put("body", BODY);
        ballot.putObject("token")
                .put("message", base64(token.message()))
                .put("signature", base64(token.signature()));
        ballot.putObject("answers").put("q1", 1 + voter % 4).put("q33", "Мәтін " + voter);
        ballot.putObject("respondent").put("sex", 1 + voter % 2);
        return ballot;
    }

    private static ObjectNode body() {
        ObjectNode body = Json.object().put("kind", "OMO").put("headcount", 61);
        body.putObject("name")
                .put("kk", "Министрлік")
                .put("ru", "Министерство")
                .put("en", "Ministry");
        return body;
    }

    private static ObjectNode order(Client client, String survey) {
        OffsetDateTime now =
                OffsetDateTime.parse(
                        client.send(null, "GET", "/local/clock", null)
                                .expect(200)
                                .body()
                                .path("now")
                                .asText());
        ObjectNode order =
                Json.object()
                        .put("id", survey)
                        .put("year", now.getYear())
                        .put("questionnaire", "appendix-9")
                        .put(
                                "opens",
                                now.minusHours(1)
                                        .withOffsetSameInstant(ZoneOffset.ofHours(5))
                                        .toString())
                        .put("closes", now.plusDays(30).toString())
                        .put("minimumGroup", 5)
                        .put("minimumTexts", 10);
        order.putArray("multi");
        order.putArray("pools");
        order.putArray("bodies").add(BODY);
        return order;
    }

    private static ObjectNode people() {
        ObjectNode people = Json.object().put("body", BODY);
        var names = people.putArray("people");
        for (int number = 0; number < BY_LOGIN; number++) {
            names.add("person-" + number);
        }
        for (int number = 0; number < ABSENT; number++) {
            names.add("absent-" + number);
        }
        return people;
    }

    private static Person hr() {
        return new Person("hr", List.of("hr"), Optional.of(BODY), Optional.empty());
    }

    private static void moveClock(Client client, int minutes) {
        JsonNode now = client.send(null, "GET", "/local/clock", null).expect(200).body();
        String later =
                OffsetDateTime.parse(now.path("now").asText()).plusMinutes(minutes).toString();
        client.send(null, "POST", "/local/clock", Json.object().put("now", later)).expect(200);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
