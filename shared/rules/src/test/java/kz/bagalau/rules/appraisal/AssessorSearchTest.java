package kz.bagalau.rules.appraisal;

import static kz.bagalau.rules.staff.People.apparatus;
import static kz.bagalau.rules.staff.People.first;
import static kz.bagalau.rules.staff.People.head;
import static kz.bagalau.rules.staff.People.leading;
import static kz.bagalau.rules.staff.People.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AssessorFinding.Basis;
import kz.bagalau.rules.appraisal.AssessorFinding.Reason;
import kz.bagalau.rules.appraisal.AssessorFinding.Step;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.People;
import kz.bagalau.rules.staff.SecondedPlace;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Substitution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AssessorSearchTest {

    private static final Quarter QUARTER = new Quarter(2025, 1);
    private static final LocalDate SCORING = LocalDate.of(2025, 4, 7); // Monday

    /// A regional body: a board headed by a D-O-1, a department headed by a D-3, a division headed
    /// by a D-O-3.
    private static People body() {
        return new People()
                .unit("board", "", "D-O-1")
                .unit("department", "board", "D-3")
                .unit("division", "board", "D-O-3")
                .person("akim", first(head(post("board", "D-O-1", ""))))
                .person("apparatus", apparatus(post("board", "D-O-2", "akim")))
                .person("adviser", post("board", "D-O-4", "akim"))
                .person("head", head(post("department", "D-3", "akim")))
                .person("deputy", leading(post("department", "D-3", "head")))
                .person("chief", post("department", "D-3", "head"))
                .person("clerk", post("department", "D-5", "deputy"))
                .person("division-head", head(post("division", "D-O-3", "akim")))
                .person("division-clerk", post("division", "D-O-5", "division-head"));
    }

    @ParameterizedTest(name = "{0} {1}: {6} by {7} on {8} ({10})")
    @CsvFileSource(
            resources = "assessor-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void workedExamples(
            String example,
            String assessee,
            @Nullable String absent,
            @Nullable String vacant,
            @Nullable String substitute,
            @Nullable String decision,
            @Nullable String assessor,
            @Nullable Basis basis,
            AnnexForm form,
            boolean twoParts,
            String why) {
        People people = body();
        if (vacant != null) {
            people.person(
                    "head", head(post("department", "D-3", "akim", "2020-01-06", "2025-02-28")));
        }
        if (absent != null) {
            for (String person : absent.split(" ")) {
                people.absent(person, Absence.Kind.LABOUR_LEAVE, "2025-04-01", "2025-04-18");
            }
        }
        if (substitute != null) {
            String of = substitute.split(">")[0];
            people.substitution(
                    of.equals("department")
                            ? new Substitution.VacantHead(of)
                            : new Substitution.Absent(of),
                    substitute.split(">")[1],
                    "2025-03-03",
                    "");
        }
        if (decision != null) {
            people.decision("2025-01-06", "", decision);
        }

        AssessorFinding found = find(people.staff(), assessee);
        assertThat(found.assessor())
                .as(example + ": " + why)
                .isEqualTo(Optional.ofNullable(assessor));
        assertThat(found.basis()).isEqualTo(Optional.ofNullable(basis));
        assertThat(found.form()).isEqualTo(form);
        assertThat(
                        found.reasons().stream()
                                .map(Reason::step)
                                .toList()
                                .contains(Step.FITS_TWO_PARTS))
                .isEqualTo(twoParts);
        assertThat(found.explained())
                .allSatisfy(text ->
                        assertThat(List.of(text.kk(), text.ru(), text.en()))
                                .noneMatch(line -> line.isBlank() || line.contains("%s")));
    }

    @Test
    void theSearchIsShownInPlainWords() {
        People people =
                body().absent("head", Absence.Kind.SICK, "2025-04-01", "2025-04-18")
                        .substitution(new Substitution.Absent("head"), "deputy", "2025-04-01", "");

        AssessorFinding found = find(people.staff(), "clerk");
        assertThat(found.explained().stream().map(LocalText::en))
                .containsExactly(
                        "Another employee of corps “B”: assessed by the head of the structural"
                                + " unit or of the body on Annex 2.",
                        "The nearest head’s post is in the unit department.",
                        "Its holder is absent: head.",
                        "The duties are done by deputy, order No. 12-ж.");
        assertThat(found.reasons().getFirst().citation().paragraph()).isEqualTo("¶16 part 4");
    }

    @Test
    void aNewHolderAssesses_whoeverHeldThePostInTheQuarter() {
        People people =
                body().person(
                                "head",
                                head(post("department", "D-3", "akim", "2020-01-06", "2025-03-31")))
                        .person(
                                "new-head",
                                head(post("department", "D-3", "akim", "2025-04-01", "")));

        assertThat(find(people.staff(), "clerk").assessor()).contains("new-head");
        // by rule 3 too, though the record of the quarter names the former head
        assertThat(find(people.staff(), "chief").assessor()).contains("new-head");
    }

    @Test
    void aHeadWhoMovedElsewhereInTheBodyNoLongerAssesses() {
        People people =
                body().person(
                                "head",
                                head(post("department", "D-3", "akim", "2020-01-06", "2025-03-31")),
                                post("board", "D-O-4", "akim", "2025-04-01", ""));

        AssessorFinding found = find(people.staff(), "chief");
        assertThat(found.assessor()).isEmpty();
        assertThat(found.reasons()).extracting(Reason::step).contains(Step.VACANT);
    }

    @Test
    void whoStoodInForTheFormerHeadStillDoes() {
        People people =
                body().person(
                                "head",
                                head(post("department", "D-3", "akim", "2020-01-06", "2025-03-31")))
                        .substitution(new Substitution.Absent("head"), "deputy", "2025-02-03", "");

        assertThat(find(people.staff(), "clerk").assessor()).contains("deputy");
    }

    @Test
    void aManagerWhoHeadsNothingAssessesByRule3() {
        People people =
                body().person("aide", leading(post("board", "D-O-3", "akim")))
                        .person("expert", post("board", "D-3", "aide"));

        assertThat(find(people.staff(), "expert").assessor()).contains("aide");
        people.person("aide", leading(post("board", "D-O-3", "akim", "2020-01-06", "2025-03-31")));
        assertThat(find(people.staff(), "expert").assessor()).isEmpty();
    }

    @Test
    void theNewHeadOfTheApparatusAssessesByTheOldDecision() {
        People people =
                body().decision("2025-01-06", "", "adviser")
                        .person(
                                "apparatus",
                                apparatus(
                                        post("board", "D-O-2", "akim", "2020-01-06", "2025-03-31")))
                        .person(
                                "new-apparatus",
                                apparatus(post("board", "D-O-2", "akim", "2025-04-01", "")));

        assertThat(find(people.staff(), "adviser").assessor()).contains("new-apparatus");
    }

    @Test
    void aDecisionThatEndedBeforeTheQuarterDidNotReachIt() {
        People people = body().decision("2025-01-06", "2025-03-30", "adviser");

        assertThat(find(people.staff(), "adviser").basis()).contains(Basis.RULE_4);
    }

    @Test
    void aDecisionHolds_alsoWhereTheFirstHeadLeftBeforeTheQuarterEnded() {
        People people =
                body().decision("2025-01-06", "", "adviser")
                        .person(
                                "akim",
                                first(
                                        head(
                                                post(
                                                        "board",
                                                        "D-O-1",
                                                        "",
                                                        "2020-01-06",
                                                        "2025-03-20"))));

        assertThat(find(people.staff(), "adviser").assessor()).contains("apparatus");
    }

    @Test
    void whoDoesTheDutiesOfTheHeadOfABody_assesses_alsoOfOneWhoseUnitIsNotSaidToBeTheirs() {
        People people =
                body().person("akim", first(post("board", "D-O-1", "", "2020-01-06", "2025-03-20")))
                        .substitution(
                                new Substitution.VacantHead("board"),
                                "apparatus",
                                "2025-03-21",
                                "");

        // by rule 1, whose manager has left, and by rule 4
        assertThat(find(people.staff(), "head").assessor()).contains("apparatus");
        assertThat(find(people.staff(), "adviser").assessor()).contains("apparatus");
    }

    @Test
    void theNewHeadOfABodyAssesses_whoIsCategoryD_O_1AndNothingElse() {
        People people =
                body().person("akim", post("board", "D-O-1", "", "2020-01-06", "2025-03-31"))
                        .person("next", post("board", "D-O-1", "", "2025-04-01", ""));

        assertThat(find(people.staff(), "head").assessor()).contains("next");
        assertThat(find(people.staff(), "adviser").assessor()).contains("next");
    }

    @Test
    void aHeadOfTheBodyInTheSameUnit_isNotTheHeadOfTheUnit() {
        People people =
                body().person("akim", first(post("board", "D-O-1", "")))
                        .person("office", head(post("board", "D-O-2", "akim")))
                        .person("expert", post("board", "D-3", "office"));

        assertThat(find(people.staff(), "expert").assessor()).contains("office");
        people.person("office", head(post("board", "D-O-2", "akim", "2020-01-06", "2025-03-31")));
        assertThat(find(people.staff(), "expert").assessor()).isEmpty();
    }

    @Test
    void p3_theReceivingBodyAssessesWhoIsSentToIt() {
        People home =
                new People()
                        .person("guest", head(post("far", "D-3", "")))
                        .sent("guest", "here", "2025-01-06", "2025-03-14");
        Staff staff =
                body().received(
                                home.employee("guest"),
                                new SecondedPlace("department", "deputy", false, false))
                        .staff();

        // D-3, and no head here: rule 3, the direct manager whom this body names
        AssessorFinding found = find(staff, "guest");
        assertThat(found.assessor()).contains("deputy");
        assertThat(found.basis()).contains(Basis.RULE_3);
    }

    @Test
    void withoutAPlaceInTheReceivingBodyThereIsNobody() {
        People home =
                new People()
                        .person("guest", post("far", "D-5", ""))
                        .sent("guest", "here", "2025-01-06", "2025-03-14");
        Staff staff = body().received(home.employee("guest"), null).staff();

        assertThat(find(staff, "guest").assessor()).isEmpty();
    }

    private static AssessorFinding find(Staff staff, String assessee) {
        Subject subject = Subject.of(staff, assessee, QUARTER).getFirst();
        return AssessorSearch.find(staff, subject.post(), subject.last(), SCORING);
    }
}
