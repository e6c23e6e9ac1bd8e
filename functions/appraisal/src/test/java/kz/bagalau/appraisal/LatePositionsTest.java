package kz.bagalau.appraisal;

import static kz.bagalau.appraisal.Bureau.QUARTER;
import static kz.bagalau.appraisal.Bureau.expect;
import static kz.bagalau.appraisal.Bureau.person;
import static kz.bagalau.appraisal.Bureau.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.bagalau.appraisal.Bureau.Held;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the directory learns of a quarter's positions after cases were opened: each case stays the
/// case of its position (No. 245, ¶5).
class LatePositionsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private static final LocalDate MOVED = LocalDate.of(2026, 2, 10);

    private static final Held BEFORE =
            post("D-4", "boss-2")
                    .in("unit-2")
                    .during(Span.of(LocalDate.of(2026, 1, 5), MOVED.minusDays(1)));

    private static final Held SINCE = post("D-5", "boss-1").during(Span.since(MOVED));

    private Bureau bureau;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(SANDBOX);
    }

    private List<Document> cases() {
        return bureau
                .cases()
                .ofBody(Desk.APPRAISAL, bureau.body, QUARTER, Paging.first(100))
                .orElseThrow()
                .items()
                .stream()
                .filter(each -> AppraisalContent.of(each).employee().equals("emp-1"))
                .toList();
    }

    private AppraisalContent other(String id) {
        return cases().stream()
                .filter(each -> !each.reference().id().equals(id))
                .map(AppraisalContent::of)
                .reduce((_, _) -> {
                    throw new AssertionError("a third case");
                })
                .orElseThrow();
    }

    private AppraisalContent content(String id) {
        return AppraisalContent.of(bureau.document(id));
    }

    @Test
    void anEarlierPositionEnteredLate_hasACaseOfItsOwn_andTheScoredCaseStays() {
        bureau.put(person("emp-1", SINCE));
        String id = bureau.scored();

        bureau.put(person("emp-1", BEFORE, SINCE));
        bureau.daily();

        assertThat(bureau.document(id).state()).isEqualTo("SCORED");
        assertThat(content(id).period().from()).isEqualTo(MOVED);
        assertThat(other(id).period()).isEqualTo(BEFORE.span());
        bureau.daily();
        expect(bureau.open("emp-1"), 200);
        assertThat(cases()).hasSize(2);
    }

    @Test
    void anEarlierPositionEnteredLate_leavesTheOpenCaseWithItsAssessor() {
        bureau.put(person("emp-1", SINCE));
        String id = bureau.opened();
        bureau.put(person("emp-1", BEFORE, SINCE));

        expect(bureau.open("emp-1"), 201);
        bureau.daily();

        assertThat(content(id).assessor()).contains("boss-1");
        assertThat(content(id).period().from()).isEqualTo(MOVED);
        assertThat(other(id).period()).isEqualTo(BEFORE.span());
        expect(bureau.score(id, bureau.assessor, "4"), 200);
        assertThat(content(id).period().from()).isEqualTo(MOVED);
    }

    @Test
    void aPositionThatIsTakenBack_isNotAssessed_andTheOtherCaseStays() {
        bureau.put(person("emp-1", BEFORE, SINCE));
        String first = bureau.opened();
        assertThat(content(first).period()).isEqualTo(BEFORE.span());

        bureau.put(person("emp-1", SINCE));
        bureau.daily();

        assertThat(bureau.document(first).state()).isEqualTo("NOT_ASSESSED");
        assertThat(other(first).assessor()).contains("boss-1");
        assertThat(other(first).period().from()).isEqualTo(MOVED);
        // It was an error to take it back.
        bureau.put(person("emp-1", BEFORE, SINCE));
        bureau.daily();
        assertThat(content(first).period()).isEqualTo(BEFORE.span());
        assertThat(content(first).eligible()).isTrue();
        assertThat(cases()).hasSize(2);
    }

    @Test
    void aCorrectedDayAndAnotherUnit_makeNoSecondCase() {
        bureau.put(person("emp-1", SINCE));
        String id = bureau.opened();

        bureau.put(person("emp-1", SINCE.during(Span.since(MOVED.plusDays(7)))));
        bureau.daily();
        bureau.put(person("emp-1", SINCE.in("unit-2")));
        bureau.daily();

        assertThat(cases()).hasSize(1);
        assertThat(content(id).period().from()).isEqualTo(MOVED);
        assertThat(content(id).eligible()).isTrue();
    }

    @Test
    void twoPositionsOfOneUnit_keepTheirCases_whenOneOfThemIsMoved() {
        Held returned = SINCE.during(Span.since(LocalDate.of(2026, 3, 2)));
        Held until = SINCE.during(Span.of(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 20)));
        bureau.put(person("emp-1", until, returned));
        String first = bureau.opened();
        String id = first;
        assertThat(content(id).period()).isEqualTo(until.span());

        bureau.put(
                person(
                        "emp-1",
                        until.during(Span.of(LocalDate.of(2026, 1, 5), MOVED)),
                        returned.during(Span.since(MOVED.plusDays(1)))));
        bureau.daily();

        assertThat(content(id).period().from()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(other(id).period().from()).isEqualTo(MOVED.plusDays(1));
        assertThat(cases()).hasSize(2);
    }
}
