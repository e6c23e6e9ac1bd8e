package kz.bagalau.rules.appraisal;

import static kz.bagalau.rules.staff.People.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.People;
import kz.bagalau.rules.staff.SecondedPlace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class EligibilityTest {

    private final WorkingCalendar calendar = WorkingCalendar.published();

    @ParameterizedTest(name = "{0} {1} {7}: {8}, {9} days ({11})")
    @CsvFileSource(
            resources = "eligibility-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void workedExamples(
            String example,
            String quarter,
            String appointed,
            @Nullable String until,
            @Nullable String absences,
            @Nullable String seconded,
            @Nullable String settings,
            String where,
            Eligibility.Verdict verdict,
            int worked,
            @Nullable String monthEnds,
            String how) {
        People home =
                new People()
                        .person(
                                "person",
                                post("unit", "D-5", "", appointed, until == null ? "" : until));
        for (String absence : list(absences)) {
            home.absent(
                    "person",
                    Absence.Kind.valueOf(absence.split(" ")[0]),
                    absence.split("[ …]")[1],
                    absence.split("[ …]")[2]);
        }
        for (String span : list(seconded)) {
            home.sent("person", "there", span.split("…")[0], span.split("…")[1]);
        }
        People there =
                new People()
                        .received(
                                home.employee("person"),
                                new SecondedPlace("unit", "manager", false, false));
        List<Subject> subjects =
                Subject.of(
                        (where.equals("home") ? home : there).staff(),
                        "person",
                        Quarter.read(quarter).orElseThrow());

        assertThat(subjects).hasSize(1);
        Eligibility found =
                Eligibility.of(subjects.getFirst().time(), calendar, settings(settings));
        assertThat(found.verdict()).as(example + ": " + how).isEqualTo(verdict);
        assertThat(found.workedDays()).isEqualTo(worked);
        assertThat(
                        found.tenure().stretches().stream()
                                .map(each -> each.monthEnds().toString())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(monthEnds == null ? "" : monthEnds);
    }

    @Test
    void theCountIsShownInPlainWords() {
        People people =
                new People()
                        .person("person", post("unit", "D-5", "", "2025-03-01", ""))
                        .absent("person", Absence.Kind.SICK, "2025-03-12", "2025-03-13")
                        .absent("person", Absence.Kind.BUSINESS_TRIP, "2025-03-17", "2025-03-18")
                        .absent("person", Absence.Kind.LABOUR_LEAVE, "2025-04-14", "2025-04-25");
        Eligibility found = eligibility(people, new Quarter(2025, 1));

        assertThat(found.explained().stream().map(LocalText::en))
                .containsExactly(
                        "In the position 2025-03-01 – 2025-03-31: 17 working days.",
                        "The term of a month ends on 2025-03-31 and lies within this time.",
                        "Temporary incapacity, 2025-03-12 – 2025-03-13: 2 working days, which do"
                                + " not count as worked.",
                        "Business trip, 2025-03-17 – 2025-03-18: 2 working days, which count as"
                                + " worked.",
                        "Working days actually worked: 15, at least 15 are required.",
                        "The quarter is assessed.");
        assertThat(found.provisional()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Absence.Kind.class)
    void everyKindOfAbsenceHasItsWords(Absence.Kind kind) {
        People people =
                new People()
                        .person("person", post("unit", "D-5", ""))
                        .absent("person", kind, "2025-03-12", "2025-03-13");

        for (LocalText sentence : eligibility(people, new Quarter(2025, 1)).explained()) {
            assertThat(List.of(sentence.kk(), sentence.ru(), sentence.en()))
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void aQuarterWithoutADayIsExplained() {
        People people =
                new People()
                        .person("person", post("unit", "D-5", ""))
                        .sent("person", "there", "2025-01-01", "");

        assertThat(eligibility(people, new Quarter(2025, 1)).explained().getFirst().ru())
                .isEqualTo("В этом квартале нет ни одного дня на этой должности.");
    }

    @Test
    void whoWorksSixDaysIsCountedInTheirOwnWeek() {
        People people = new People().person("person", post("unit", "D-5", "", "2025-03-01", ""));
        PositionTime five = subject(people, new Quarter(2025, 1)).time();
        PositionTime six = new PositionTime(five.stretches(), five.absences(), WorkWeek.SIX_DAYS);

        // 17, and the Saturdays 1, 15 and 29 March; the 8th and the 22nd are holidays, and the 25th
        // is no substitute, because only the 23rd falls on a Sunday; the 10th is none for the 8th.
        Eligibility found = Eligibility.of(six, calendar, EmployeeSettings.DEFAULTS);
        assertThat(found.workedDays()).isEqualTo(17 + 3 + 1 + 1);
        assertThat(found.provisional()).isTrue();
    }

    @Test
    void aYearThatNobodyHasConfirmedMakesTheCountProvisional() {
        People people = new People().person("person", post("unit", "D-5", ""));

        assertThat(eligibility(people, new Quarter(2027, 1)).provisional()).isTrue();
    }

    @Test
    void e118_eachPositionIsMeasuredByItself() {
        People people =
                new People()
                        .person(
                                "person",
                                post("a", "D-5", "", "2025-01-06", "2025-01-25"), // 20 days
                                post("b", "D-4", "", "2025-01-26", ""));
        List<Subject> subjects = Subject.of(people.staff(), "person", new Quarter(2025, 1));

        assertThat(subjects).extracting(Subject::number).containsExactly(1, 2);
        assertThat(subjects)
                .extracting(subject -> Tenure.of(subject.time(), EmployeeSettings.DEFAULTS))
                .extracting(Tenure::lastsAMonth)
                .containsExactly(false, true);
        assertThat(subjects).noneMatch(Subject::withoutParticipation); // moved inside the body
    }

    @Test
    void p6_whoLeavesBeforeTheQuarterEndsIsAssessedWithoutParticipation_e107() {
        People before =
                new People().person("person", post("u", "D-5", "", "2020-01-06", "2025-06-27"));
        People after =
                new People().person("person", post("u", "D-5", "", "2020-01-06", "2025-07-11"));

        People atTheEnd =
                new People().person("person", post("u", "D-5", "", "2020-01-06", "2025-06-30"));

        assertThat(subject(before, new Quarter(2025, 2)).withoutParticipation()).isTrue();
        assertThat(subject(atTheEnd, new Quarter(2025, 2)).withoutParticipation()).isFalse();
        assertThat(subject(after, new Quarter(2025, 2)).withoutParticipation()).isFalse();
        assertThat(subject(after, new Quarter(2025, 3)).withoutParticipation()).isTrue();
    }

    @Test
    void whoIsNotOfCorpsBIsNotAssessed_andNobodyOutsideTheirTime() {
        People people =
                new People()
                        .person("political", post("u", "", ""))
                        .person("later", post("u", "D-5", "", "2025-04-01", ""));

        assertThat(Subject.of(people.staff(), "political", new Quarter(2025, 1))).isEmpty();
        assertThat(Subject.of(people.staff(), "later", new Quarter(2025, 1))).isEmpty();
        assertThat(Subject.of(people.staff(), "nobody", new Quarter(2025, 1))).isEmpty();
    }

    @Test
    void twoSecondmentsToOneBodyAreOneCaseThere() {
        People home =
                new People()
                        .person("person", post("u", "D-5", ""))
                        .sent("person", "there", "2025-01-13", "2025-01-24")
                        .sent("person", "there", "2025-01-25", "2025-02-28")
                        .sent("person", "there", "2025-03-17", "2025-03-21");
        People there =
                new People()
                        .received(
                                home.employee("person"),
                                new SecondedPlace("unit", "manager", false, false));

        Subject subject = subject(there, new Quarter(2025, 1));
        assertThat(subject.number()).isEqualTo(Subject.RECEIVED);
        assertThat(subject.time().stretches())
                .containsExactly(
                        new PositionTime.Stretch(
                                LocalDate.of(2025, 1, 13), LocalDate.of(2025, 2, 28)),
                        new PositionTime.Stretch(
                                LocalDate.of(2025, 3, 17), LocalDate.of(2025, 3, 21)));
        assertThat(subject.last()).isEqualTo(LocalDate.of(2025, 3, 21));
    }

    private Eligibility eligibility(People people, Quarter quarter) {
        return Eligibility.of(subject(people, quarter).time(), calendar, EmployeeSettings.DEFAULTS);
    }

    private static Subject subject(People people, Quarter quarter) {
        List<Subject> subjects = Subject.of(people.staff(), "person", quarter);
        assertThat(subjects).hasSize(1);
        return subjects.getFirst();
    }

    static EmployeeSettings settings(@Nullable String chosen) {
        EmployeeSettings settings = EmployeeSettings.DEFAULTS;
        for (String each : list(chosen)) {
            EmployeeSetting setting =
                    EmployeeMethodology.M245.setting(each.split("=")[0]).orElseThrow();
            settings = settings.with(setting, each.split("=")[1], "for the example");
        }
        return settings;
    }

    static List<String> list(@Nullable String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(";")).map(String::strip).toList();
    }
}
