package kz.bagalau.worktime;

import static kz.bagalau.worktime.Field.json;
import static kz.bagalau.worktime.Field.made;
import static kz.bagalau.worktime.Field.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipInputStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Caller;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.worktime.desk.Desk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Results of monitoring (121 ¶17).
class ResultsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Field field = new Field(SANDBOX);

    @Test
    void p17_aResultIsPrepared_sentAndAnswered() {
        String result = field.resultIn("PREPARED");
        String path = "/monitoring-results/" + result;
        assertThat(field.get(path, field.hr).status()).as("not sent yet").isEqualTo(404);
        assertThat(ok(field.get("/monitoring-results", field.hr)).path("results")).isEmpty();

        ObjectNode changed = field.result(field.ministry).put("findings", "all in order");
        changed.remove("body");
        changed.setAll(field.at(Desk.RESULT, result));
        changed.set("visits", field.document(Desk.RESULT, result).content().get("visits"));
        assertThat(ok(field.put(path, field.agency, changed)).path("findings").asText())
                .isEqualTo("all in order");
        JsonNode sent = ok(field.post(path + "/send", field.agency, field.at(Desk.RESULT, result)));
        assertThat(sent.path("state").asText()).isEqualTo("SENT");
        assertThat(ok(field.get(path, field.hr)).path("findings").asText())
                .isEqualTo("all in order");
        assertThat(ok(field.get("/monitoring-results", field.head)).findValuesAsText("id"))
                .containsExactly(result);
        ObjectNode answer =
                field.at(Desk.RESULT, result).put("measures", "the schedule was explained");
        JsonNode answered = ok(field.put(path + "/answer", field.head, answer));

        assertThat(answered.path("state").asText()).isEqualTo("ANSWERED");
        assertThat(ok(field.get(path, field.agency)).at("/answer/measures").asText())
                .isEqualTo("the schedule was explained");
        changed.setAll(field.at(Desk.RESULT, result));
        assertThat(field.put(path, field.agency, changed).text("state")).isEqualTo("ANSWERED");
    }

    @Test
    void aResultNamesKnownVisitsAndSignalsOfTheBody_andIsSentWhenTheyAreDone() {
        ObjectNode unknown = field.result(field.ministry, "nowhere");
        unknown.putArray("signals").add("nothing");
        assertThat(field.post("/monitoring-results", field.agency, unknown).codes())
                .containsExactly("UNKNOWN_VISIT", "UNKNOWN_SIGNAL");
        String visit = field.visitIn("IN_PROGRESS");
        String result =
                made(
                        field.post(
                                "/monitoring-results",
                                field.agency,
                                field.result(field.ministry, visit)));

        Answer open =
                field.post(
                        "/monitoring-results/" + result + "/send",
                        field.agency,
                        field.at(Desk.RESULT, result));

        assertThat(open.text("code")).isEqualTo("VISIT_OPEN");
        assertThat(open.text("detail")).contains(visit);
    }

    @Test
    void attachmentsAreSentByTheAuthorityBefore_andByTheBodyAfter() {
        String result = field.resultIn("SENT");
        String path = "/monitoring-results/" + result;
        assertThat(field.post(path + "/attachments", field.agency, field.scan()).status())
                .as("the body's turn")
                .isEqualTo(403);
        Answer asked = field.post(path + "/attachments", field.hr, field.scan());
        String attachment = made(asked);
        ObjectNode answer = field.at(Desk.RESULT, result).put("measures", "done");
        answer.putArray("attachments").add(attachment);
        assertThat(field.put(path + "/answer", field.hr, answer).codes())
                .as("no file came")
                .containsExactly("UNKNOWN_ATTACHMENT");

        assertThat(Field.send(asked.body().path("upload"), Field.PHOTO)).isEqualTo(200);
        ok(field.put(path + "/answer", field.hr, answer));

        var read = field.call("GET", path + "/attachments/" + attachment, field.agency).raw();
        assertThat(read.status()).isEqualTo(303);
        assertThat(Field.fetch(read.headers().getOrDefault("location", ""))).isEqualTo(Field.PHOTO);
        assertThat(field.get(path + "/attachments/" + attachment, field.otherHr).status())
                .isEqualTo(404);
    }

    // Paper

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void thePaperSaysWhereItIsOurTranslation_andTheSameBytesComeAgain(String language)
            throws IOException {
        String path = "/monitoring-results/" + field.resultIn("SENT");

        byte[] pdf = bytes(path + ".pdf", language);
        assertThat(bytes(path + ".pdf", language)).isEqualTo(pdf);
        assertThat(bytes(path + ".xlsx", language)).isEqualTo(bytes(path + ".xlsx", language));
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("late light");
            assertThat(text.contains(mark(language))).isEqualTo(!language.equals("ru"));
        }
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(bytes(path + ".xlsx", language)))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
    }

    private static String mark(String language) {
        return switch (language) {
            case "kk" -> "аударма";
            case "en" -> "ranslation";
            default -> "перевод";
        };
    }

    private byte[] bytes(String path, String language) {
        return field.call("GET", path, field.hr).query("lang", language).bytes();
    }

    @Test
    void anotherLanguageIsRefused() {
        String path = "/monitoring-results/" + field.resultIn("SENT") + ".pdf";

        assertThat(field.call("GET", path, field.agency).query("lang", "fr").send().codes())
                .containsExactly("NOT_ALLOWED");
    }

    // Access

    @Test
    void whoMayDoWhatWithAResult() {
        String result = field.resultIn("SENT");
        String path = "/monitoring-results/" + result;
        ObjectNode send = field.at(Desk.RESULT, result);

        field.strangers()
                .forEach(stranger -> {
                    assertThat(field.get(path, stranger).status()).isEqualTo(404);
                    assertThat(
                                    field.call("GET", "/monitoring-results", stranger)
                                            .query("body", field.ministry)
                                            .send()
                                            .status())
                            .isEqualTo(404);
                });
        assertThat(field.post(path + "/send", field.territorial, send).status()).isEqualTo(404);
        assertThat(field.get(path, field.otherHr).status()).isEqualTo(404);
        assertThat(field.get(path, field.employee).status()).isEqualTo(403);
        for (Caller by : List.of(field.monitor, field.hr)) {
            assertThat(field.post("/monitoring-results", by, field.result(field.ministry)).status())
                    .isEqualTo(403);
        }
        assertThat(field.put(path + "/answer", field.agency, json("{'measures':'x'}")).status())
                .isEqualTo(403);
        assertThat(
                        field.post(
                                        "/monitoring-results",
                                        field.territorial,
                                        field.result(field.ministry))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void theReadingOfAResultIsNoted() {
        String result = field.resultIn("SENT");
        ok(field.get("/monitoring-results/" + result, field.hr));

        assertThat(field.readings(Desk.RESULT, result)).containsExactly("h1");
    }
}
