package kz.bagalau.rules.staff;

import static kz.bagalau.rules.staff.People.apparatus;
import static kz.bagalau.rules.staff.People.first;
import static kz.bagalau.rules.staff.People.head;
import static kz.bagalau.rules.staff.People.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 14); // Monday

    private final People people =
            new People()
                    .unit("board", "", "D-O-1")
                    .unit("department", "board", "D-3")
                    .unit("sector", "department", "")
                    .person("akim", first(head(post("board", "D-O-1", ""))))
                    .person("chief", apparatus(post("board", "D-O-2", "akim")))
                    .person("head", head(post("department", "D-3", "akim")))
                    .person("clerk", post("sector", "D-5", "head"));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "D-3, D-3",
        "d-o-1, D-O-1",
        "' D-О-1 ', D-O-1",
        "D–3, D-3",
        "С-О-2, C-O-2",
        "Е-R-1, E-R-1"
    })
    void aCategoryIsReadAsPeopleWriteIt(String text, String code) {
        assertThat(Category.read(text)).contains(new Category(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "3", "D-0", "Д-3", "D-O-1 head", "D-3-", "F-1", "D-О-0"})
    void whatIsNoCategoryIsNotRead(String text) {
        assertThat(Category.read(text)).isEmpty();
    }

    @Test
    void bothEndsOfASpanBelongToIt() {
        Span span = People.span("2025-07-14", "2025-08-08");

        assertThat(span.contains(LocalDate.of(2025, 7, 13))).isFalse();
        assertThat(span.contains(LocalDate.of(2025, 7, 14))).isTrue();
        assertThat(span.contains(LocalDate.of(2025, 8, 8))).isTrue();
        assertThat(span.contains(LocalDate.of(2025, 8, 9))).isFalse();
        assertThat(span.overlaps(People.span("2025-08-08", ""))).isTrue();
        assertThat(span.overlaps(People.span("2025-08-09", ""))).isFalse();
        assertThat(span.common(People.span("2025-01-01", ""))).contains(span);
        assertThat(span.common(People.span("2025-08-01", "2025-12-31")))
                .contains(People.span("2025-08-01", "2025-08-08"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> People.span("2025-08-09", "2025-08-08"));
    }

    @Test
    void whoHoldsAPostIsAskedAboutADay() {
        people.person(
                "clerk",
                post("sector", "D-5", "head", "2025-01-06", "2025-07-13"),
                post("board", "D-4", "akim", "2025-07-14", "2025-07-31"));
        Staff staff = people.staff();

        assertThat(staff.postOf("clerk", LocalDate.of(2025, 1, 5))).isEmpty();
        assertThat(staff.postOf("clerk", DAY.minusDays(1)).orElseThrow().unit())
                .isEqualTo("sector");
        assertThat(staff.postOf("clerk", DAY).orElseThrow().unit()).isEqualTo("board");
        assertThat(staff.postOf("clerk", LocalDate.of(2025, 8, 1))).isEmpty();
        assertThat(staff.lastPostOf("clerk", LocalDate.of(2025, 8, 1)).orElseThrow().unit())
                .isEqualTo("board");
        assertThat(people.employee("clerk").lastDay()).contains(LocalDate.of(2025, 7, 31));
        assertThat(people.employee("head").lastDay()).isEmpty();
    }

    @Test
    void whoIsAbsentOrSentElsewhereHoldsThePostAndIsNotPresent() {
        people.absent("head", Absence.Kind.BUSINESS_TRIP, "2025-07-14", "2025-07-18")
                .sent("clerk", "elsewhere", "2025-07-14", "2025-08-08");
        Staff staff = people.staff();

        assertThat(staff.isPresent("head", DAY.minusDays(1))).isTrue();
        assertThat(staff.isPresent("head", DAY)).isFalse();
        assertThat(staff.isPresent("head", LocalDate.of(2025, 7, 19))).isTrue();
        assertThat(staff.isPresent("clerk", LocalDate.of(2025, 8, 8))).isFalse();
        assertThat(staff.isPresent("clerk", LocalDate.of(2025, 8, 9))).isTrue();
        assertThat(staff.postOf("clerk", DAY)).isPresent();
        assertThat(staff.isPresent("nobody", DAY)).isFalse();
    }

    @Test
    void whoIsSentHereStandsWhereThisBodySays() {
        Employee guest =
                new People()
                        .person("guest", head(post("theirs", "D-O-1", "")))
                        .sent("guest", "here", "2025-07-14", "2025-08-08")
                        .absent("guest", Absence.Kind.SICK, "2025-07-21", "2025-07-22")
                        .employee("guest");
        people.received(guest, new SecondedPlace("sector", "head", false, false));
        Staff staff = people.staff();

        Post post = staff.postOf("guest", DAY).orElseThrow();
        assertThat(post.seconded()).isTrue();
        assertThat(post.manager()).contains("head");
        assertThat(post.category()).contains(Category.D_O_1);
        assertThat(post.definedHead()).isFalse(); // heads nothing here
        assertThat(staff.postsOn(DAY)).extracting(Post::person).contains("guest");
        assertThat(staff.postOf("guest", LocalDate.of(2025, 8, 9))).isEmpty();
        assertThat(staff.isPresent("guest", DAY)).isTrue();
        assertThat(staff.isPresent("guest", LocalDate.of(2025, 7, 22))).isFalse();
        assertThat(staff.isPresent("guest", LocalDate.of(2025, 8, 9))).isFalse();
    }

    @Test
    void withoutAPlaceTheOneWhoIsSentHereIsKnownAndHoldsNothing() {
        Employee guest =
                new People()
                        .person("guest", post("theirs", "D-4", ""))
                        .sent("guest", "here", "2025-07-14", "")
                        .employee("guest");
        Staff staff =
                new Staff(
                        "here",
                        List.of(),
                        List.of(),
                        List.of(
                                new SecondedIn(
                                        guest,
                                        "elsewhere",
                                        guest.secondments().getFirst(),
                                        Optional.empty())),
                        List.of(),
                        List.of());

        assertThat(staff.knows("guest")).isTrue();
        assertThat(staff.postOf("guest", DAY)).isEmpty();
        assertThat(staff.secondedOn(DAY)).hasSize(1);
        assertThat(staff.secondedOn(DAY.minusDays(1))).isEmpty();
    }

    @Test
    void managersStandInAChain() {
        Staff staff = people.staff();

        assertThat(staff.managers("clerk", DAY)).containsExactly("head", "akim");
        assertThat(staff.higherManagerOf("clerk", DAY)).contains("akim");
        assertThat(staff.higherManagerOf("head", DAY)).isEmpty();
        assertThat(staff.subordinatesOf("akim", DAY))
                .extracting(Post::person)
                .containsExactly("chief", "head");
    }

    @Test
    void p3_theSubstituteOfADay() {
        people.substitution(new Substitution.Absent("head"), "clerk", "2025-07-14", "2025-07-18")
                .substitution(new Substitution.VacantHead("sector"), "chief", "2025-07-14", "");
        Staff staff = people.staff();

        assertThat(staff.substitutionFor("head", DAY).orElseThrow().substitute())
                .isEqualTo("clerk");
        assertThat(staff.substitutionFor("head", DAY.minusDays(1))).isEmpty();
        assertThat(staff.substitutionFor("head", LocalDate.of(2025, 7, 19))).isEmpty();
        assertThat(staff.substitutionForHead("sector", DAY)).isPresent();
        assertThat(staff.substitutionForHead("department", DAY)).isEmpty();
    }

    @Test
    void p2_aHeadIsOfCategoryD3WithAUnitOrD_O_1() {
        people.unit("division", "department", "D-O-3")
                .person("chief-2", head(post("division", "D-O-3", "head")));
        Staff staff = people.staff();

        assertThat(staff.headOf("department", DAY))
                .isEqualTo(new HeadPost.Filled(staff.postOf("head", DAY).orElseThrow()));
        assertThat(staff.headOf("board", DAY))
                .isEqualTo(new HeadPost.Filled(staff.postOf("akim", DAY).orElseThrow()));
        assertThat(staff.headOf("sector", DAY)).isEqualTo(new HeadPost.None());
        assertThat(staff.headOf("division", DAY)).isEqualTo(new HeadPost.None());
        assertThat(staff.unitHead("division", DAY)).isPresent();
    }

    @Test
    void aPostIsVacantWhereItIsEnteredWasHeldOrIsStoodInFor() {
        people.unit("entered", "board", "D-3")
                .unit("held", "board", "")
                .unit("stood-in-for", "board", "")
                .unit("never", "board", "")
                .unit("of-another-category", "board", "")
                .person("left", head(post("held", "D-3", "akim", "2025-01-06", "2025-07-13")))
                .person("comes", head(post("never", "D-3", "akim", "2025-07-15", "")))
                .person("now", head(post("of-another-category", "D-O-3", "akim", "2025-07-14", "")))
                .person(
                        "before",
                        head(
                                post(
                                        "of-another-category",
                                        "D-3",
                                        "akim",
                                        "2025-01-06",
                                        "2025-07-13")))
                .substitution(
                        new Substitution.VacantHead("stood-in-for"), "clerk", "2025-07-14", "");
        Staff staff = people.staff();

        assertThat(staff.headOf("entered", DAY)).isEqualTo(new HeadPost.Vacant("entered"));
        assertThat(staff.headOf("held", DAY)).isEqualTo(new HeadPost.Vacant("held"));
        assertThat(staff.headOf("stood-in-for", DAY))
                .isEqualTo(new HeadPost.Vacant("stood-in-for"));
        assertThat(staff.headOf("never", DAY)).isEqualTo(new HeadPost.None());
        assertThat(staff.headOf("of-another-category", DAY)).isEqualTo(new HeadPost.None());
    }

    @Test
    void p3_theFirstHeadTheHeadOfTheApparatusAndTheDecision() {
        people.decision("2025-07-14", "2025-12-31", "clerk");
        Staff staff = people.staff();

        assertThat(staff.firstHead(DAY).orElseThrow().person()).isEqualTo("akim");
        assertThat(staff.apparatusHead(DAY).orElseThrow().person()).isEqualTo("chief");
        assertThat(staff.decidedForApparatus("clerk", DAY)).isTrue();
        assertThat(staff.decidedForApparatus("clerk", DAY.minusDays(1))).isFalse();
        assertThat(staff.decidedForApparatus("head", DAY)).isFalse();
    }

    @Test
    void oneIdIsOneRecord() {
        Unit unit = new Unit("u", new Title("а", "а"), Optional.empty(), Optional.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Staff(
                                "here",
                                List.of(unit, unit),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()));
    }
}
