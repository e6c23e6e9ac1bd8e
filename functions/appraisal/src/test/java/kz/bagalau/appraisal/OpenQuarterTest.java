package kz.bagalau.appraisal;

import static kz.bagalau.appraisal.Bureau.DUE;
import static kz.bagalau.appraisal.Bureau.LONG_AGO;
import static kz.bagalau.appraisal.Bureau.QUARTER;
import static kz.bagalau.appraisal.Bureau.TODAY;
import static kz.bagalau.appraisal.Bureau.expect;
import static kz.bagalau.appraisal.Bureau.person;
import static kz.bagalau.appraisal.Bureau.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.quarter.Publishing;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens to the quarters of a body every day.
class OpenQuarterTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private Bureau bureau;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(SANDBOX);
    }

    private List<Document> cases(String body) {
        return bureau.cases()
                .ofBody(Desk.APPRAISAL, body, QUARTER, Paging.first(100))
                .orElseThrow()
                .items();
    }

    @Test
    void theDayAfterTheQuarter_everybodyOfCorpsBHasACase_andNobodyTwice() {
        bureau.on(LocalDate.of(2026, 3, 31));
        bureau.daily();
        assertThat(cases(bureau.body)).isEmpty();

        bureau.on(LocalDate.of(2026, 4, 1));
        Map<String, Object> done = bureau.daily();

        assertThat(cases(bureau.body))
                .extracting(document -> document.content().path("employee").asText())
                .containsExactlyInAnyOrder("emp-1", "emp-2", "deputy", "boss-1", "boss-2");
        assertThat(done).containsEntry("opened", 6).containsEntry("complete", true);
        long versions = cases(bureau.body).stream().mapToLong(Document::version).sum();
        assertThat(bureau.daily()).containsEntry("opened", 0).containsEntry("checked", 0);
        assertThat(cases(bureau.body).stream().mapToLong(Document::version).sum())
                .isEqualTo(versions);
    }

    @Test
    void whoIsSeconded_hasACaseInTheReceivingBody() {
        bureau.put(
                person(
                        "emp-1",
                        List.of(),
                        List.of(
                                new Secondment(
                                        bureau.other,
                                        Span.of(
                                                LocalDate.of(2026, 2, 1),
                                                LocalDate.of(2026, 6, 30)))),
                        post("D-5", "boss-1")));

        bureau.daily();

        assertThat(cases(bureau.other))
                .filteredOn(
                        document -> document.content().path("employee").asText().equals("emp-1"))
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.state()).isEqualTo("WITH_ASSESSOR");
                    assertThat(document.content().path("assessor").asText()).isEqualTo("boss-9");
                });
    }

    @Test
    void withoutAnActNothingIsOpened() {
        bureau.act = Optional.empty();
        bureau.daily();
        assertThat(cases(bureau.body)).isEmpty();
    }

    @Test
    void aRunThatIsCutShortAnywhere_isFinishedByTheNext() {
        for (int number = 1; ; number++) {
            Bureau each = new Bureau(SANDBOX);
            bureau = each;
            Optional<Map<String, Object>> whole =
                    each.functions.crash().at(number, Crash.Moment.AFTER, each::daily);
            each.daily();
            assertThat(cases(each.body)).hasSize(5);
            assertThat(cases(each.body)).allMatch(document -> document.version() == 1);
            if (whole.isPresent()) {
                return;
            }
        }
    }

    @Test
    void openCasesAreCheckedAnew_untilTheyAreScored() {
        String id = bureau.opened();
        bureau.put(person("boss-2", Bureau.head("D-3", "chief")));
        bureau.people.remove("boss-1");

        bureau.daily();

        assertThat(bureau.document(id).content().path("assessor").asText()).isEqualTo("boss-2");
        assertThat(bureau.document(id).state()).isEqualTo("WITH_ASSESSOR");
        expect(bureau.score(id, bureau.manager, "4"), 200);
        bureau.people.remove("boss-2");
        bureau.daily();
        assertThat(bureau.document(id).content().path("assessor").asText()).isEqualTo("boss-2");
    }

    @Test
    void whereTheDirectorySaysWhatItSaid_nothingIsWritten() {
        bureau.absent("boss-1", TODAY.minusDays(1), TODAY.plusDays(60));
        String id = bureau.opened();
        assertThat(bureau.document(id).state()).isEqualTo("CHECKING");

        bureau.on(TODAY.plusDays(1));
        bureau.daily();
        bureau.on(TODAY.plusDays(2));
        bureau.daily();

        assertThat(bureau.document(id).version()).isEqualTo(1);
    }

    @Test
    void aPositionThatTheDirectoryNoLongerKnows_isNotAssessed() {
        String id = bureau.opened();
        bureau.people.remove("emp-1");

        bureau.daily();

        assertThat(bureau.document(id).state()).isEqualTo("NOT_ASSESSED");
    }

    @Test
    void fromTheDueDayOn_whatIsScoredIsPublishedDaily() {
        String id = bureau.scored();
        bureau.on(DUE.minusDays(1));
        bureau.daily();
        assertThat(bureau.document(id).state()).isEqualTo("SCORED");

        bureau.now = Bureau.at(DUE, 0, 10);
        bureau.daily();

        assertThat(bureau.document(id).state()).isEqualTo("PUBLISHED");
        assertThat(bureau.document(id).content().path("receivedOn").asText())
                .isEqualTo(DUE.toString());
        String late = expect(bureau.open("emp-2"), 200).path("id").asText();
        bureau.on(DUE.plusDays(2));
        expect(bureau.score(late, bureau.assessor, "4"), 200);
        bureau.daily();
        assertThat(bureau.document(late).state()).isEqualTo("PUBLISHED");
    }

    @Test
    void theDueDayIsTheBodysOwn() {
        bureau.act =
                Optional.of(
                        EmployeeSettings.DEFAULTS.with(
                                AppraisalSetting.QUARTER_DUE_DAY, "10", "приказ"));
        String id = bureau.scored();
        bureau.on(LocalDate.of(2026, 4, 10));
        bureau.daily();
        assertThat(bureau.document(id).state()).isEqualTo("PUBLISHED");
    }

    @Test
    void whenTheWindowHasPassed_theResultIsFinal() {
        String id = bureau.published();
        LocalDate applyBy = LocalDate.of(2026, 4, 9);
        assertThat(bureau.document(id).content().path("applyBy").asText())
                .isEqualTo(applyBy.toString());
        bureau.now = Bureau.at(applyBy, 23, 59);
        bureau.daily();
        assertThat(bureau.document(id).state()).isEqualTo("PUBLISHED");

        bureau.now = Bureau.at(applyBy.plusDays(1), 0, 10);
        bureau.daily();

        assertThat(bureau.document(id).state()).isEqualTo("FINAL");
        assertThat(bureau.document(id).content().path("completedOn").asText())
                .isEqualTo(applyBy.plusDays(1).toString());
    }

    @Test
    void whereNobodyKnowsTheWorkingDays_theWindowHasNotPassed() {
        String id = bureau.scored();
        bureau.on(LocalDate.of(2098, 12, 1));
        expect(bureau.publish(bureau.hr, id, bureau.document(id).version()), 200);
        AppraisalContent content = AppraisalContent.of(bureau.document(id));
        assertThat(content.receivedOn()).contains(LocalDate.of(2098, 12, 1));
        assertThat(content.applyBy()).isEmpty();
        bureau.on(LocalDate.of(2099, 6, 1));
        Desk desk = Runtime.with(bureau.functions.runtime("OpenQuarter"), bureau::desk);

        assertThat(Publishing.windowPassed(content, desk)).isFalse();
    }

    @Test
    void whereTheResultIsReceivedWhenOpened_theWindowRunsFromThen() {
        bureau.act =
                Optional.of(
                        EmployeeSettings.DEFAULTS.with(
                                AppraisalSetting.RECEIPT_EVENT, "FIRST_OPENED", "приказ"));
        String id = bureau.published();
        assertThat(bureau.document(id).content().has("applyBy")).isFalse();
        bureau.on(LocalDate.of(2026, 4, 30));
        bureau.daily();
        assertThat(bureau.document(id).state()).isEqualTo("PUBLISHED");

        expect(bureau.get("/appraisals/" + id, bureau.employee), 200);

        assertThat(bureau.document(id).content().path("receivedOn").asText())
                .isEqualTo("2026-04-30");
    }

    /// The cost of a case must not grow with the number of people: the staff is read once.
    @Test
    void aBodysStaffIsReadOnce() {
        for (int i = 0; i < 40; i++) {
            bureau.put(person("more-" + i, post("D-5", "boss-1").during(Span.since(LONG_AGO))));
        }
        bureau.staffReadings = 0;

        bureau.daily();

        assertThat(cases(bureau.body)).hasSize(45);
        assertThat(bureau.staffReadings).isEqualTo(2);
    }
}
