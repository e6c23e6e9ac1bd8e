package kz.bagalau.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManageDocumentsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    @AutoClose private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final byte[] ORDER = "%PDF-1.7 Бұйрық № 12".getBytes(StandardCharsets.UTF_8);
    private static final Caller HR = caller("hr-1", Role.HR);
    private static final Caller EMPLOYEE = caller("emp-1", Role.EMPLOYEE);
    private static final Instant NOW = Instant.parse("2026-04-13T06:00:00Z");

    private final Crash crash = new Crash();

    private static Caller caller(String subject, Role role) {
        return new Caller(subject, Set.of(role), Optional.of("min-digital"));
    }

    private Call call(String route) {
        Runtime runtime =
                SANDBOX.runtime("ManageDocuments", Clock.fixed(NOW, Runtime.ALMATY), crash);
        return Call.of(route, Call.to(runtime, ManageDocuments::new), crash);
    }

    private static ObjectNode claim(String name) {
        return Json.object()
                .put("fileName", name)
                .put("bytes", ORDER.length)
                .put("sha256", sha256());
    }

    private static String sha256() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(ORDER));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer ask(Caller by) {
        Answer answer = call("POST /documents").by(by).body(claim("Бұйрық № 12.pdf")).send();
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer;
    }

    private static int send(JsonNode upload, byte[] content)
            throws IOException, InterruptedException {
        HttpRequest.Builder put =
                HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
        upload.path("headers")
                .properties()
                .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
        return CLIENT.send(put.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpAnswer get(String id, Caller by) {
        return call("GET /documents/{document}").path("document", id).by(by).raw();
    }

    @Test
    void whoSentAFileReadsIt_underItsOwnName_andNotBeforeItHasCome() throws Exception {
        Answer asked = ask(HR);
        String id = asked.text("id");
        assertThat(get(id, HR).status()).isEqualTo(404);
        assertThat(
                        send(
                                asked.body().path("upload"),
                                "other bytes".getBytes(StandardCharsets.UTF_8)))
                .isBetween(400, 499);

        assertThat(send(asked.body().path("upload"), ORDER)).isEqualTo(200);
        assertThat(send(asked.body().path("upload"), ORDER)).as("a second time").isEqualTo(412);

        HttpAnswer found = get(id, HR);
        assertThat(found.status()).isEqualTo(303);
        var read =
                CLIENT.send(
                        HttpRequest.newBuilder(URI.create(found.headers().get("location"))).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(read.body()).isEqualTo(ORDER);
        assertThat(read.headers().firstValue("content-disposition").orElseThrow())
                .isEqualTo(
                        "attachment; filename*=UTF-8''%D0%91%D2%B1%D0%B9%D1%80%D1%8B%D2%9B%20"
                                + "%E2%84%96%2012.pdf");
    }

    @Test
    void everybodyElseIsSentToTheObjectThatNamesIt() {
        String id = ask(HR).text("id");
        assertThat(get(id, EMPLOYEE).status()).isEqualTo(404);

        name(id);

        HttpAnswer found = get(id, EMPLOYEE);
        assertThat(found.status()).isEqualTo(303);
        assertThat(found.headers()).containsEntry("location", "/kpi-sheets/s-1?document=" + id);
        assertThat(get("0".repeat(32), EMPLOYEE).status()).isEqualTo(404);
        assertThat(get("no-id", HR).status()).isEqualTo(404);
    }

    /// Whose address is no plural of the kind, or not made of the id.
    @ParameterizedTest
    @CsvSource({
        "yearly-score, 2026.0f, /yearly-scores/2026/emp-1",
        "flexible-time, a-1, /flexible-acts/a-1",
        "remote-work, r-1, /remote-acts/r-1",
        "appraisal, c-1, /appraisals/c-1",
        "commission-meeting, m-1, /commission-meetings/m-1"
    })
    void theAddressIsWhereTheObjectIsRead(String kind, String object, String address) {
        String id = ask(HR).text("id");
        name(new Reference(kind, object), id);

        assertThat(get(id, EMPLOYEE).headers())
                .containsEntry("location", address + "?document=" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"substitutions", "apparatus-decisions"})
    void anOrderOfTheDirectory_isReadInItsList(String list) {
        String id = ask(HR).text("id");
        new DynamoEnclosures(new Table(SANDBOX.dynamo(), SANDBOX.table("Records")))
                .name(id, new Reference(list, "min-digital"));

        assertThat(get(id, EMPLOYEE).headers())
                .containsEntry("location", "/bodies/min-digital/" + list + "?document=" + id);
    }

    private static void name(String file) {
        name(new Reference("kpi-sheet", "s-1"), file);
    }

    private static void name(Reference object, String file) {
        Document sheet =
                new Document(
                        object,
                        object.kind(),
                        "min-digital",
                        "2026",
                        Set.of(),
                        "DRAFT",
                        1,
                        Json.object().put("employee", "emp-1").put("document", file));
        new DynamoCases(new Table(SANDBOX.dynamo(), SANDBOX.table("Records")))
                .perform(
                        new Change(
                                sheet,
                                new Act("open", "hr-1", NOW, Json.object()),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                List.of(file)));
    }

    @Test
    void theSameRequestAgain_isTheSameFile_andDyingLosesNothing() {
        Call again = call("POST /documents").by(HR).header("idempotency-key", "k-1");
        for (int request = 1; request <= 3; request++) {
            again.body(claim("a.pdf")).sendDying(request, Crash.Moment.AFTER);
        }
        String id = again.body(claim("a.pdf")).send().text("id");
        assertThat(again.body(claim("a.pdf")).send().text("id")).isEqualTo(id);
        assertThat(again.body(claim("b.pdf")).send().codes()).containsExactly("KEY_REUSED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fileName\":\"a.exe\",\"bytes\":1,\"sha256\":\"-\"} | /fileName /sha256",
                "{\"fileName\":\"a.pdf.html\",\"bytes\":0,\"sha256\":\"\"} | /fileName /bytes /sha256",
                "{\"fileName\":\" \",\"bytes\":20971521} | /fileName /bytes /sha256",
                "{} | /fileName /bytes /sha256"
            })
    void everyProblemIsNamed(String body, String pointers) {
        Answer answer = call("POST /documents").by(HR).body(Json.read(body)).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly(pointers.split(" "));
    }

    @Test
    void nobodyWithoutAToken() {
        assertThat(call("POST /documents").body(claim("a.pdf")).send().status()).isEqualTo(401);
        assertThat(
                        call("GET /documents/{document}")
                                .path("document", "0".repeat(32))
                                .send()
                                .status())
                .isEqualTo(401);
    }
}
