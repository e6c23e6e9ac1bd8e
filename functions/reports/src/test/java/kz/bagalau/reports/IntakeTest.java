package kz.bagalau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.facts.StandingFact;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

    private static final Upload APPENDIX_7 = Upload.of("min-digital", "appendix-7");

    private static final Upload PASSAGES =
            Upload.of("min-digital", "access-events").period("2025-01");

    @AutoClose private final Stage stage = new Stage();

    @BeforeEach
    void aScheduleAndABody() {
        stage.body("min-digital", BodyKind.OMO, null);
        stage.put(Stage.schedule());
    }

    private void passagesAreDue(String day) {
        ObjectNode schedule = Stage.schedule();
        ((ObjectNode) schedule.path("items").path(5)).put("due", day);
        stage.put(schedule);
    }

    private Optional<StandingFact> fact(String name) {
        return Optional.ofNullable(stage.facts("min-digital").facts().get(name));
    }

    private Optional<BigDecimal> amount(String name) {
        return fact(name).map(found -> ((FactValue.Amount) found.value()).value());
    }

    private String state() {
        return stage.obligation("min-digital", "appendix-7").path("state").asText();
    }

    @Test
    void anAcceptedFile_givesItsFacts_withWhereTheyStand() {
        String id = stage.send(APPENDIX_7.says("{\"staff.phd\":3,\"staff.doctors\":1}"));

        Answer shown = stage.show(id);
        assertThat(shown.text("state")).isEqualTo("ACCEPTED");
        assertThat(shown.body().path("facts").path("staff.phd").path("value").asInt()).isEqualTo(3);
        assertThat(shown.text("receivedAt")).startsWith("2026-01-12T11:");
        assertThat(shown.text("due")).isEqualTo("2026-01-15");
        assertThat(shown.body().path("late").asBoolean()).isFalse();
        assertThat(shown.text("by")).isEqualTo("hr-min-digital");
        assertThat(amount("staff.phd")).contains(BigDecimal.valueOf(3));
        assertThat(fact("staff.phd").orElseThrow().claim().origin()).isEqualTo("report:appendix-7");
        assertThat(fact("staff.phd").orElseThrow().claim().source().path("report").asText())
                .isEqualTo(id);
        assertThat(state()).isEqualTo("ACCEPTED");
    }

    @Test
    void aFileWithErrors_givesNoFactAtAll_andSaysAllOfThem_inTheReadersLanguage() {
        String id = stage.send(APPENDIX_7.says("{\"staff.phd\":3,\"wrong\":[\"B4\",\"C5\"]}"));

        Answer shown = stage.show(id);
        assertThat(shown.text("state")).isEqualTo("REJECTED");
        assertThat(shown.body().path("errors").findValuesAsText("cell"))
                .containsExactly("B4", "C5");
        assertThat(shown.body().path("errors").path(0).path("message").asText()).isEqualTo("whole");
        assertThat(shown.body().path("penalty").path("kinds").path(0).asText())
                .isEqualTo("INCORRECT");
        JsonNode inKazakh =
                stage.request("RequestUpload", "GET /reports/{report}")
                        .by(Stage.HR)
                        .path("report", id)
                        .header("accept-language", "kk")
                        .send()
                        .body();
        assertThat(inKazakh.path("errors").path(0).path("message").asText()).isEqualTo("бүтін");
        assertThat(stage.facts("min-digital").facts()).doesNotContainKey("staff.phd");
        assertThat(state()).isEqualTo("REJECTED");
    }

    @Test
    void aFileThatCameLater_supersedes_andWhatItNoLongerSaysIsNoLongerClaimed() {
        String first = stage.send(APPENDIX_7.says("{\"staff.phd\":3,\"staff.doctors\":1}"));
        stage.at(stage.now().plus(Duration.ofHours(1)));
        String second = stage.send(APPENDIX_7.says("{\"staff.phd\":4}"));

        assertThat(amount("staff.phd")).contains(BigDecimal.valueOf(4));
        assertThat(amount("staff.doctors")).isEmpty();
        assertThat(stage.show(first).body().path("superseded").asBoolean()).isTrue();
        assertThat(stage.show(first).body().path("facts").path("staff.phd").path("value").asInt())
                .isEqualTo(3);
        assertThat(stage.show(second).body().path("superseded").asBoolean()).isFalse();
        assertThat(stage.obligation("min-digital", "appendix-7").path("report").path("id").asText())
                .isEqualTo(second);
    }

    @Test
    void aRejectedFile_leavesWhatStands() {
        stage.send(APPENDIX_7.says("{\"staff.phd\":3}"));
        stage.at(stage.now().plus(Duration.ofHours(1)));
        stage.send(APPENDIX_7.says("{\"staff.phd\":4,\"wrong\":[\"B4\"]}"));

        assertThat(amount("staff.phd")).contains(BigDecimal.valueOf(3));
        assertThat(state()).isEqualTo("ACCEPTED");
    }

    @Test
    void ofTwoFilesTheIntakeIsToldOfInTheWrongOrder_theLaterOneStands() {
        Upload old = APPENDIX_7.says("{\"staff.phd\":3,\"staff.doctors\":1}");
        Upload young = APPENDIX_7.says("{\"staff.phd\":4}");
        Answer first = stage.ask(old);
        Stage.put(first.body().path("upload"), old.content());
        stage.at(stage.now().plus(Duration.ofHours(1)));
        Answer second = stage.ask(young);
        Stage.put(second.body().path("upload"), young.content());

        stage.told(stage.key(second));
        stage.told(stage.key(first));

        assertThat(amount("staff.phd")).contains(BigDecimal.valueOf(4));
        assertThat(amount("staff.doctors")).isEmpty();
        assertThat(stage.show(first.text("id")).text("state")).isEqualTo("ACCEPTED");
        assertThat(stage.show(first.text("id")).body().path("superseded").asBoolean()).isTrue();
    }

    /// Both are accepted; in time is who was in time first, whichever was read first.
    @Test
    void p2_28_aCorrectionAfterTheDay_isNotUntimely() {
        Upload old = APPENDIX_7.says("{\"staff.phd\":3}");
        Answer first = stage.ask(old);
        Stage.put(first.body().path("upload"), old.content());
        stage.at("2026-01-20"); // Tuesday, overdue since Thursday
        String second = stage.send(APPENDIX_7.says("{\"staff.phd\":4}"));
        assertThat(stage.obligation("min-digital", "appendix-7").path("late").asBoolean())
                .isFalse();

        stage.told(stage.key(first));

        assertThat(stage.obligation("min-digital", "appendix-7").path("late").asBoolean())
                .isFalse();
        assertThat(stage.show(second).body().path("late").asBoolean()).isTrue();
        assertThat(amount("staff.phd")).contains(BigDecimal.valueOf(4));
    }

    @Test
    void p2_28_whatCountsIsWhenTheFileCame_notWhenWeReadIt() {
        Upload file = APPENDIX_7.says("{\"staff.phd\":3}");
        Answer asked = stage.ask(file);
        Stage.put(asked.body().path("upload"), file.content());

        stage.at("2026-01-20"); // our queue was long
        stage.told(stage.key(asked));

        assertThat(stage.show(asked.text("id")).body().path("late").asBoolean()).isFalse();
        assertThat(stage.show(asked.text("id")).text("receivedAt")).startsWith("2026-01-12");
    }

    @Test
    void theDeadlineThatWasInForce_staysOnTheReceipt() {
        String id = stage.send(APPENDIX_7);
        ObjectNode earlier = Stage.schedule();
        ((ObjectNode) earlier.path("items").path(2)).put("due", "2026-01-09");
        stage.put(earlier);

        assertThat(stage.show(id).text("due")).isEqualTo("2026-01-15");
        assertThat(stage.show(id).body().path("late").asBoolean()).isFalse();
    }

    @Test
    void aDryRun_isReadAndJudgedAlike_andNothingComesOfIt() {
        Upload file = APPENDIX_7.says("{\"staff.phd\":3,\"secret\":2}");
        stage.at("2026-01-16"); // Friday, late
        Answer asked =
                stage.request("RequestUpload", "POST /reports")
                        .by(Stage.HR)
                        .body(file.json().put("check", true))
                        .send();
        assertThat(asked.body().path("penalty").path("kinds").path(0).asText())
                .isEqualTo("UNTIMELY");
        Stage.put(asked.body().path("upload"), file.content());
        stage.told(stage.key(asked));

        Answer shown = stage.show(asked.text("id"));
        assertThat(shown.text("state")).isEqualTo("ACCEPTED");
        assertThat(shown.body().path("check").asBoolean()).isTrue();
        assertThat(shown.body().path("facts").path("staff.phd").path("value").asInt()).isEqualTo(3);
        assertThat(shown.body().path("excluded").path("official_use").asInt()).isEqualTo(2);
        assertThat(shown.body().path("penalty").path("kinds").path(0).asText())
                .isEqualTo("INCOMPLETE"); // no scan
        assertThat(shown.body().path("penalty").path("kinds").path(1).asText())
                .isEqualTo("UNTIMELY");
        assertThat(shown.body().path("penalty").path("atMost").asText()).isEqualTo("10");
        assertThat(stage.facts("min-digital").facts()).doesNotContainKey("staff.phd");
        assertThat(state()).isEqualTo("LATE");
    }

    @Test
    void aMissingScan_isAWarning_untilItHasCome() {
        String report = stage.send(APPENDIX_7);
        assertThat(stage.show(report).body().path("warnings").findValuesAsText("code"))
                .containsExactly("SCAN_MISSING");

        Answer scan =
                stage.request("RequestUpload", "POST /reports/{report}/attachments")
                        .by(Stage.HR)
                        .path("report", report)
                        .body(Upload.scan("page.pdf", 10))
                        .send();
        Stage.put(scan.body().path("upload"), new byte[10]);
        stage.told(stage.key(scan));

        assertThat(stage.show(report).body().path("warnings")).isEmpty();
        assertThat(
                        stage.show(stage.send(Upload.of("min-digital", "hr-statistics")))
                                .body()
                                .path("warnings"))
                .isEmpty();
    }

    @Test
    void aFileToldOfTwice_isReadOnce() {
        Upload file = APPENDIX_7.says("{\"staff.phd\":3}");
        Answer asked = stage.ask(file);
        Stage.put(asked.body().path("upload"), file.content());

        IntStream.range(0, 4)
                .parallel()
                .forEach(_ -> assertThat(stage.told(stage.key(asked))).isTrue());
        stage.told(stage.key(asked));

        assertThat(decisions()).isEqualTo(1);
        assertThat(published()).isEqualTo(1);
    }

    private long decisions() {
        return stage.records().stream()
                .filter(item -> item.toString().contains("audit#report#"))
                .filter(item -> item.toString().contains("ACCEPTED"))
                .count();
    }

    private long published() {
        return stage.records().stream().filter(item -> item.toString().contains("#past")).count();
    }

    /// The intake dies at its first request to a store, at its second and so on, before the store
    /// has it or after; then the queue tells of the file again.
    @ParameterizedTest
    @EnumSource
    void anIntakeThatDies_isDoneAgain_andDoneOnce(Moment moment) {
        boolean lived;
        int number = 0;
        do {
            number++;
            stage.at(stage.now().plus(Duration.ofMinutes(1)));
            Upload file = APPENDIX_7.says("{\"staff.phd\":" + number + "}");
            Answer asked = stage.ask(file);
            Stage.put(asked.body().path("upload"), file.content());
            lived = stage.toldDying(stage.key(asked), number, moment).isPresent();

            assertThat(stage.told(stage.key(asked))).isTrue();

            assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("ACCEPTED");
            assertThat(amount("staff.phd")).contains(BigDecimal.valueOf(number));
            assertThat(decisions()).isEqualTo(number);
            assertThat(published()).isEqualTo(number);
        } while (!lived);
        assertThat(number).isGreaterThan(7);
    }

    @Test
    void aFileThatCannotBeReadForAFaultOfOurs_goesBackToTheQueue_andIsNotCheckedForEver() {
        Upload file = APPENDIX_7.says("{\"break\":true}");
        Answer asked = stage.ask(file);
        Stage.put(asked.body().path("upload"), file.content());

        assertThat(stage.told(stage.key(asked))).isFalse();

        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("CHECKING");
        assertThat(state()).isEqualTo("CHECKING");
        stage.at(stage.now().plus(Duration.ofMinutes(21)));
        Answer shown = stage.show(asked.text("id"));
        assertThat(shown.text("state")).isEqualTo("FAILED");
        assertThat(shown.codes()).containsExactly("NOT_READ");
        assertThat(shown.body().path("late").asBoolean()).isFalse();
    }

    /// Passages that nobody could read are deleted a day after they came, and their message lies
    /// among the dead letters for two weeks.
    @Test
    void aFileThatIsGoneBeforeItWasRead_hasFailed_andIsAskedForAgain() {
        passagesAreDue("2026-01-15");
        Upload file = PASSAGES.says("{\"break\":true}");
        Answer asked = stage.ask(file);
        Stage.put(asked.body().path("upload"), file.content());
        var message = stage.event(stage.key(asked));
        assertThat(stage.told(message)).isFalse();

        stage.delete(stage.key(asked));
        assertThat(stage.told(message)).isFalse(); // nobody but a mistake deletes it so soon
        stage.at(stage.now().plus(Duration.ofHours(25)));

        assertThat(stage.told(message)).isTrue();
        assertThat(stage.told(message)).isTrue();

        Answer shown = stage.show(asked.text("id"));
        assertThat(shown.text("state")).isEqualTo("FAILED");
        assertThat(shown.codes()).containsExactly("FILE_GONE");
        assertThat(shown.text("receivedAt")).startsWith("2026-01-12T11:");
        assertThat(shown.body().path("penalty").path("kinds")).isEmpty();
        assertThat(stage.obligation("min-digital", "access-events").path("state").asText())
                .isEqualTo("FAILED");
    }

    @Test
    void aFileThatIsGoneBeforeItWasTakenUp_cameWhenTheStoreSaid() {
        passagesAreDue("2026-01-15");
        Answer asked = stage.ask(PASSAGES);
        Stage.put(asked.body().path("upload"), PASSAGES.content());
        var message = stage.event(stage.key(asked));
        stage.delete(stage.key(asked));
        stage.at("2026-01-20"); // Tuesday, five days after it was due

        assertThat(stage.told(message)).isTrue();

        Answer shown = stage.show(asked.text("id"));
        assertThat(shown.codes()).containsExactly("FILE_GONE");
        assertThat(shown.text("receivedAt")).startsWith("2026-01-12T11:");
        assertThat(shown.body().path("late").asBoolean()).isFalse();
    }

    /// What is not fleeting is never deleted: S3 says the same of what may not be read just now.
    @Test
    void aFileThatIsKeptAndNotThere_isLookedForAgain() {
        Answer asked = stage.ask(APPENDIX_7);
        stage.at("2026-01-20");

        assertThat(stage.told(stage.key(asked))).isFalse();
        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("AWAITING_FILE");
    }

    @Test
    void aFileThatCameAndWasNeverTakenUp_isNotAwaitedForEver() {
        Upload file = APPENDIX_7;
        Answer asked = stage.ask(file);
        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("AWAITING_FILE");

        Stage.put(asked.body().path("upload"), file.content());

        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("CHECKING");
        stage.at(stage.now().plus(Duration.ofMinutes(51)));
        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("FAILED");
    }

    @Test
    void oneMessageThatFails_doesNotHoldUpTheOthers() {
        Upload bad = APPENDIX_7.says("{\"break\":true}");
        Upload good = Upload.of("min-digital", "appendix-2");
        Answer first = stage.ask(bad);
        Answer second = stage.ask(good);
        Stage.put(first.body().path("upload"), bad.content());
        Stage.put(second.body().path("upload"), good.content());

        assertThat(stage.told(stage.event(stage.key(first), stage.key(second)))).isFalse();

        assertThat(stage.show(second.text("id")).text("state")).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elsewhere/file.xlsx",
                "reports/min-digital/2025/00000000000000000000000000000000",
                "attachments/min-digital/2025/00000000000000000000000000000000/"
                        + "00000000000000000000000000000000"
            })
    void whatNobodyWasPermittedToSend_isPutAside(String key) {
        assertThat(stage.told(key)).isTrue();

        assertThat(stage.taken("FailedReportFiles")).singleElement().asString().contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "{\"Records\":[",
                "{\"Records\":[]}",
                "{\"other\":1}",
                "[]",
                "{\"Records\":[{\"eventTime\":\"2026-01-12T06:00:00Z\",\"s3\":{}}]}",
                "{\"Records\":[{\"eventTime\":\"x\",\"s3\":{\"object\":{\"key\":\"a\"}}}]}",
                "{\"Records\":[{\"eventTime\":\"2026-01-12T06:00:00Z\",\"s3\":"
                        + "{\"object\":{\"key\":\"%zz\"}}}]}"
            })
    void aMessageThatIsNotUnderstood_isPutAside_andHoldsUpNobody(String message) {
        Upload good = Upload.of("min-digital", "appendix-2");
        Answer asked = stage.ask(good);
        Stage.put(asked.body().path("upload"), good.content());
        String arrival = stage.event(stage.key(asked)).getFirst().body();

        assertThat(stage.told(Stage.event(List.of(message, arrival)))).isTrue();

        assertThat(stage.taken("FailedReportFiles")).containsExactly(message);
        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("ACCEPTED");
    }

    /// A kill of the host ends the work again and again, at any request.
    @ParameterizedTest
    @EnumSource
    void anIntakeThatDiesSixtyTimes_readsTheFileInTheEnd(Moment moment) {
        Upload file = APPENDIX_7.says("{\"staff.phd\":3}");
        Answer asked = stage.ask(file);
        Stage.put(asked.body().path("upload"), file.content());
        for (int death = 0; death < 60; death++) {
            stage.toldDying(stage.key(asked), 1 + death % 5, moment);
        }

        assertThat(stage.told(stage.key(asked))).isTrue();

        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("ACCEPTED");
        assertThat(stage.taken("FailedReportFiles")).isEmpty();
        assertThat(decisions()).isEqualTo(1);
    }

    /// DynamoDB, or S3, or both are away; every quarter of an hour the message comes again.
    @Test
    void anOutageOfTheStores_isNoFailureOfTheFile() {
        Upload file = APPENDIX_7.says("{\"staff.phd\":3}");
        Answer asked = stage.ask(file);
        Stage.put(asked.body().path("upload"), file.content());
        for (int first = 1; first <= 8; first++) {
            assertThat(stage.toldWhileAway(stage.key(asked), first)).isFalse();
        }

        assertThat(stage.told(stage.key(asked))).isTrue();

        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("ACCEPTED");
        assertThat(stage.taken("FailedReportFiles")).isEmpty();
    }

    /// After its third error it waits for people; redriven, it is read again.
    @Test
    void aFileThatFailsForAFaultOfOurs_isPutAsideAfterThreeErrors_andReadWhenRedriven() {
        Upload file = APPENDIX_7.says("{\"break\":true}");
        Answer asked = stage.ask(file);
        Stage.put(asked.body().path("upload"), file.content());
        String key = stage.key(asked);

        assertThat(stage.told(key)).isFalse();
        assertThat(stage.toldWhileAway(key, 4)).isFalse();
        assertThat(stage.told(key)).isFalse();
        assertThat(stage.taken("FailedReportFiles")).isEmpty();
        assertThat(stage.told(key)).isTrue();

        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("FAILED");
        List<String> letters = stage.taken("FailedReportFiles");
        assertThat(letters).singleElement().asString().contains(key);
        stage.sweep();
        assertThat(stage.taken("ReportFiles")).isEmpty();
        assertThat(stage.told(Stage.event(letters))).isTrue();
        assertThat(stage.taken("FailedReportFiles")).hasSize(1);
    }

    @Test
    void aFileThatNobodyWasToldOf_isFound_andAskedForOnceAnHour() {
        Upload file = APPENDIX_7.says("{\"staff.phd\":3}");
        Answer asked = stage.ask(file);
        stage.ask(Upload.of("min-digital", "appendix-2")); // never sent
        stage.sweep();
        assertThat(stage.taken("ReportFiles")).isEmpty();
        Stage.put(asked.body().path("upload"), file.content());

        stage.sweep();
        stage.sweep();

        List<String> messages = stage.taken("ReportFiles");
        assertThat(messages).hasSize(1);
        stage.at(stage.now().plus(Duration.ofMinutes(61)));
        stage.sweep();
        assertThat(stage.taken("ReportFiles")).isEqualTo(messages);
        assertThat(stage.told(Stage.event(messages))).isTrue();
        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("ACCEPTED");
        stage.at(stage.now().plus(Duration.ofMinutes(61)));
        stage.sweep();
        assertThat(stage.taken("ReportFiles")).isEmpty();
        assertThat(awaited()).isEqualTo(1);
        stage.at(stage.now().plus(Duration.ofDays(8)));
        stage.sweep();
        assertThat(awaited()).isZero();
    }

    /// Its reading began, and then its message was lost.
    @Test
    void aFileWhoseMessageWasLostInTheMiddle_isFoundToo() {
        Upload file = APPENDIX_7.says("{\"staff.phd\":3}");
        Answer asked = stage.ask(file);
        Stage.put(asked.body().path("upload"), file.content());
        assertThat(stage.toldWhileAway(stage.key(asked), 5)).isFalse();
        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("CHECKING");
        stage.sweep();
        assertThat(stage.taken("ReportFiles")).isEmpty();

        stage.at(stage.now().plus(Duration.ofMinutes(21)));
        stage.sweep();

        assertThat(stage.told(Stage.event(stage.taken("ReportFiles")))).isTrue();
        assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("ACCEPTED");
    }

    @Test
    void aScanThatNobodyWasToldOf_isFoundToo() {
        String report = stage.send(APPENDIX_7.says("{\"staff.phd\":3}"));
        Answer asked =
                stage.request("RequestUpload", "POST /reports/{report}/attachments")
                        .by(Stage.HR)
                        .path("report", report)
                        .body(Upload.scan("page.pdf", 10))
                        .send();
        Stage.put(asked.body().path("upload"), new byte[10]);

        stage.sweep();

        assertThat(stage.told(Stage.event(stage.taken("ReportFiles")))).isTrue();
        assertThat(stage.show(report).body().path("warnings")).isEmpty();
        stage.sweep();
        assertThat(awaited()).isZero();
    }

    private long awaited() {
        return stage.records().stream()
                .filter(item -> "awaited-files".equals(Item.text(item, Item.PK)))
                .count();
    }

    @Test
    void theMessageByWhichS3TriesTheQueue_isLetPass() {
        assertThat(
                        stage.told(
                                Stage.event(
                                        List.of(
                                                "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}"))))
                .isTrue();
    }

    /// An interim report is checked and bears findings; facts are about the year.
    @Test
    void aReportAboutAQuarter_givesNoFacts() {
        ObjectNode schedule = Stage.schedule();
        schedule.withArray("items")
                .addObject()
                .put("form", "appendix-7")
                .put("period", "2025-Q1")
                .put("due", "2025-04-10");
        stage.put(schedule);

        String id = stage.send(APPENDIX_7.period("2025-Q1").says("{\"staff.phd\":3}"));

        assertThat(stage.show(id).text("state")).isEqualTo("ACCEPTED");
        assertThat(stage.facts("min-digital").facts()).doesNotContainKey("staff.phd");
    }

    /// ¶37: the average headcount of the year is that of its months, not of a quarter's.
    @Test
    void p37_aReportAboutTheYear_isCheckedAgainstThoseAboutTheYearOnly() {
        ObjectNode schedule = Stage.schedule();
        for (String form : List.of("appendix-7", "hr-statistics")) {
            schedule.withArray("items")
                    .addObject()
                    .put("form", form)
                    .put("period", "2025-Q1")
                    .put("due", "2025-04-10");
        }
        stage.put(schedule);
        Upload statistics = Upload.of("min-digital", "hr-statistics");

        stage.send(statistics.period("2025-Q1").says("{\"staff.phd\":2}"));
        assertThat(checkedAgainst(APPENDIX_7)).isEqualTo("{}");

        stage.send(statistics.says("{\"staff.phd\":3}"));
        assertThat(checkedAgainst(APPENDIX_7)).isEqualTo("{\"staff.phd\":3}");
        assertThat(checkedAgainst(APPENDIX_7.period("2025-Q1"))).isEqualTo("{}");
    }

    private String checkedAgainst(Upload file) {
        return stage.show(stage.send(file)).body().path("aids").toString();
    }

    @Test
    void filesAboutDifferentMonths_allStand_whenReadAtTheSameMoment() {
        ObjectNode schedule = Stage.schedule();
        for (int month = 2; month <= 6; month++) {
            schedule.withArray("items")
                    .addObject()
                    .put("form", "access-events")
                    .put("period", "2025-0" + month)
                    .put("due", "2026-01-15");
        }
        stage.put(schedule);
        List<String> keys =
                IntStream.rangeClosed(1, 6)
                        .mapToObj(month -> {
                            Upload file =
                                    Upload.of("min-digital", "access-events")
                                            .period("2025-0" + month);
                            Answer asked = stage.ask(file);
                            Stage.put(asked.body().path("upload"), file.content());
                            return stage.key(asked);
                        })
                        .toList();

        keys.parallelStream().forEach(key -> assertThat(stage.told(key)).isTrue());

        assertThat(
                        stage.obligations("min-digital", Stage.HR)
                                .body()
                                .path("obligations")
                                .valueStream()
                                .filter(each -> each.path("form").asText().equals("access-events"))
                                .map(each -> each.path("state").asText()))
                .hasSize(6)
                .containsOnly("ACCEPTED");
    }
}
