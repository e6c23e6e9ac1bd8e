package kz.bagalau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.rules.operational.fact.BodyKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be sent, over real HTTP to a server that checks signatures as S3 does.
class UploadTest {

    private static final Upload FILE =
            Upload.of("min-digital", "appendix-7").says("{\"staff.phd\":3}");

    @AutoClose private final Stage stage = new Stage();

    @BeforeEach
    void aScheduleAndABody() {
        stage.body("min-digital", BodyKind.OMO, null);
        stage.body("committee", BodyKind.OMO, "min-digital");
        stage.put(Stage.schedule());
    }

    private static Map<String, String> headers(JsonNode permit) {
        Map<String, String> headers = new HashMap<>();
        permit.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    @Test
    void thePermittedFile_canBeSentOnce() {
        JsonNode permit = stage.ask(FILE).body().path("upload");

        assertThat(Stage.put(permit, FILE.content())).isEqualTo(200);
        assertThat(Stage.put(permit, FILE.content())).isEqualTo(412);
    }

    @Test
    void aFileOfAnotherSizeOrContent_isRefused() {
        JsonNode permit = stage.ask(FILE).body().path("upload");
        byte[] longer = new byte[FILE.content().length + 1];
        byte[] other = FILE.content().clone();
        other[2] ^= 1;

        assertThat(Stage.put(permit, longer)).isBetween(400, 403);
        assertThat(Stage.put(permit, other)).isBetween(400, 403);
        assertThat(Stage.put(permit, FILE.content())).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "content-type, text/html",
        "x-amz-checksum-sha256, 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "if-none-match, ''"
    })
    void aHeaderThatIsChangedOrLeftOut_isRefused(String header, String value) {
        JsonNode permit = stage.ask(FILE).body().path("upload");
        Map<String, String> tampered = headers(permit);
        tampered.remove(header);
        if (!value.isEmpty()) {
            tampered.put(header, value);
        }

        assertThat(Stage.put(permit.path("url").asText(), tampered, FILE.content()))
                .isBetween(400, 403);
    }

    @Test
    void anotherKey_isRefused() {
        JsonNode permit = stage.ask(FILE).body().path("upload");
        String url = permit.path("url").asText().replaceFirst("/reports/", "/fleeting/");

        assertThat(Stage.put(url, headers(permit), FILE.content())).isEqualTo(403);
    }

    @Test
    void theAddressIsGoodForAQuarterOfAnHour() {
        assertThat(stage.ask(FILE).body().path("upload").path("url").asText())
                .contains("X-Amz-Expires=900");
    }

    @Test
    void whatCannotBeRead_isRefusedBefore_withAllThatIsWrong() {
        ObjectNode request =
                FILE.json()
                        .put("fileName", "app7.docx")
                        .put("bytes", 100_000_000)
                        .put("sha256", "abc")
                        .put("x", 1);

        Answer answer =
                stage.request("RequestUpload", "POST /reports").by(Stage.HR).body(request).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder("/fileName", "/bytes", "/sha256", "/x");
        assertThat(answer.codes())
                .containsExactlyInAnyOrder(
                        "FILE_TYPE", "FILE_TOO_LARGE", "BAD_FORMAT", "UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"appendix-7.xlsm", "appendix-7.csv", "appendix-7", "appendix-7.xlsx.exe"})
    void aFileOfAnotherType_isRefused(String name) {
        assertThat(FILE.name(name).request(stage).send().codes()).containsExactly("FILE_TYPE");
    }

    @Test
    void whatNobodyAskedFor_isRefused() {
        assertThat(FILE.period("2024").request(stage).send().codes())
                .containsExactly("NOT_SCHEDULED");
        assertThat(FILE.period("2025-Q1").request(stage).send().codes())
                .containsExactly("NOT_SCHEDULED");
        assertThat(Upload.of("committee", "appendix-7").request(stage).send().codes())
                .containsExactly("NOT_OWED");
    }

    @Test
    void afterTheLastDay_nothingIsTaken() {
        stage.put(Stage.schedule().put("closes", "2026-03-31"));

        stage.at("2026-03-31");
        assertThat(FILE.request(stage).send().status()).isEqualTo(201);
        stage.at("2026-04-01");
        assertThat(FILE.request(stage).send().codes()).containsExactly("YEAR_CLOSED");
    }

    @Test
    void aLateFile_isTaken_andSaidToBeLate() {
        assertThat(stage.ask(FILE).body().path("late").asBoolean()).isFalse();
        stage.at("2026-01-16"); // Friday, the day after
        assertThat(stage.ask(FILE).body().path("late").asBoolean()).isTrue();
    }

    @Test
    void checksumsInBase64url_areTakenToo() {
        ObjectNode request = FILE.json();
        String url =
                request.path("sha256")
                        .asText()
                        .replace('+', '-')
                        .replace('/', '_')
                        .replace("=", "");

        Answer answer =
                stage.request("RequestUpload", "POST /reports")
                        .by(Stage.HR)
                        .body(request.put("sha256", url))
                        .send();

        assertThat(stage.show(answer.text("id")).text("sha256"))
                .isEqualTo(FILE.json().path("sha256").asText());
    }

    @Test
    void theSameRequestAgain_isTheSameReport_withAnAddressThatWorks() {
        Call request = FILE.request(stage).header("idempotency-key", "k");
        String id = request.send().text("id");

        Answer again = request.send();

        assertThat(again.text("id")).isEqualTo(id);
        assertThat(Stage.put(again.body().path("upload"), FILE.content())).isEqualTo(200);
        assertThat(FILE.period("2024").request(stage).header("idempotency-key", "k").send().codes())
                .containsExactly("KEY_REUSED");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestToAProcessThatDies_andAgain_isOneReport(Moment moment) {
        boolean lived;
        int number = 0;
        do {
            number++;
            Call request = FILE.request(stage).header("idempotency-key", moment + "-" + number);
            lived = request.sendDying(number, moment).isPresent();

            Answer again = request.send();
            assertThat(again.status()).isEqualTo(201);
            assertThat(Stage.put(again.body().path("upload"), FILE.content())).isEqualTo(200);
            assertThat(list()).hasSize(number);
        } while (!lived);
        assertThat(number).isGreaterThan(3);
    }

    private JsonNode list() {
        return stage.request("RequestUpload", "GET /reports")
                .by(Stage.HR)
                .query("body", "min-digital")
                .query("year", "2025")
                .send()
                .body()
                .path("reports");
    }

    @Test
    void theAddressIsStoredNowhere() {
        FILE.request(stage).header("idempotency-key", "k").send();

        assertThat(stage.records()).noneMatch(item -> item.toString().contains("X-Amz-Signature"));
    }

    @Test
    void aScan_isAPictureOrPdf_andSentOnce() {
        String report = stage.ask(FILE).text("id");
        byte[] scan = new byte[1_000];

        assertThat(attach(report, Upload.scan("page.docx", 1_000)).codes())
                .containsExactly("FILE_TYPE");
        assertThat(attach(report, Upload.scan("page.pdf", 30_000_000)).codes())
                .containsExactly("FILE_TOO_LARGE");
        Answer asked = attach(report, Upload.scan("page.jpeg", 1_000));

        assertThat(Stage.put(asked.body().path("upload"), scan)).isEqualTo(200);
        assertThat(Stage.put(asked.body().path("upload"), scan)).isEqualTo(412);
        assertThat(stage.told(stage.key(asked))).isTrue();
        assertThat(stage.told(stage.key(asked))).as("told of again").isTrue();
        JsonNode shown = stage.show(report).body().path("attachments").path(0);
        assertThat(shown.path("state").asText()).isEqualTo("RECEIVED");
        assertThat(shown.path("id").asText()).isEqualTo(asked.text("id"));
    }

    @Test
    void aReportHasNotMoreThanTwentyScans() {
        String report = stage.ask(FILE).text("id");
        for (int i = 0; i < 20; i++) {
            assertThat(attach(report, Upload.scan("page.pdf", 10)).status()).isEqualTo(201);
        }

        assertThat(attach(report, Upload.scan("page.pdf", 10)).codes())
                .containsExactly("TOO_MANY_ATTACHMENTS");
    }

    private Answer attach(String report, ObjectNode scan) {
        return stage.request("RequestUpload", "POST /reports/{report}/attachments")
                .by(Stage.HR)
                .path("report", report)
                .body(scan)
                .send();
    }

    @Test
    void aRequestThatIsNotJson_isToldSo() {
        assertThat(
                        stage.request("RequestUpload", "POST /reports")
                                .by(Stage.HR)
                                .body("{")
                                .send()
                                .codes())
                .containsExactly("NOT_JSON");
    }
}
