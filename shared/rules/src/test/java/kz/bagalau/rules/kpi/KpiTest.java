package kz.bagalau.rules.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.Grade;
import kz.bagalau.rules.appraisal.PositionTime;
import kz.bagalau.rules.appraisal.Tenure;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.kpi.KpiPlan.Code;
import kz.bagalau.rules.kpi.KpiPlan.Mistake;
import kz.bagalau.rules.kpi.KpiPlan.Row;
import kz.bagalau.rules.staff.People;
import kz.bagalau.rules.vote.Appeal;
import kz.bagalau.rules.vote.Commission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KpiTest {

    private static final AssessedPeriod YEAR = AssessedPeriod.ofYear(2022);
    private static final Row GOOD =
            new Row("n", "d", "%", "95", Optional.of(LocalDate.of(2022, 12, 31)), "k", true);

    @ParameterizedTest(name = "{0} {1}: {2} ({3})")
    @CsvFileSource(
            resources = "kpi-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void p49_gradeByCount(String example, int achieved, Grade grade, String why) {
        assertThat(KpiGrade.of(achieved)).as(example + ": " + why).isEqualTo(grade);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6})
    void p47_thereAreFive(int achieved) {
        assertThatIllegalArgumentException().isThrownBy(() -> KpiGrade.of(achieved));
    }

    @ParameterizedTest(name = "E59: a plan with {0} KPI: {1}")
    @CsvSource({"4, true", "5, false", "6, true", "0, true"})
    void p47_exactlyFive(int rows, boolean blocked) {
        KpiPlan plan = new KpiPlan(YEAR, Collections.nCopies(rows, GOOD));

        assertThat(plan.mistakes())
                .isEqualTo(blocked ? List.of(new Mistake(Code.NOT_FIVE, -1, "")) : List.of());
    }

    @Test
    void p46_everyPropertyIsGiven() {
        Row empty = new Row("", " ", "\u200B", "", Optional.empty(), "", false);
        KpiPlan plan = new KpiPlan(YEAR, List.of(GOOD, GOOD, empty, GOOD, GOOD));

        assertThat(plan.mistakes())
                .extracting(mistake -> mistake.code() + " " + mistake.row() + " " + mistake.field())
                .containsExactly(
                        "FIELD_EMPTY 2 name",
                        "FIELD_EMPTY 2 derivedFrom",
                        "FIELD_EMPTY 2 unit",
                        "FIELD_EMPTY 2 planned",
                        "FIELD_EMPTY 2 due",
                        "FIELD_EMPTY 2 keyResult",
                        "FIELD_EMPTY 2 achievable");
        assertThat(plan.mistakes()).allMatch(mistake -> mistake.code().blocks());
    }

    @ParameterizedTest(name = "due {0} outside {1}")
    @CsvSource({"2021-12-31, true", "2022-01-01, false", "2022-12-31, false", "2023-01-01, true"})
    void v03_dueOutsideThePeriodIsAWarning(LocalDate due, boolean outside) {
        Row row = new Row("n", "d", "%", "95", Optional.of(due), "k", true);
        KpiPlan plan = new KpiPlan(YEAR, List.of(GOOD, GOOD, GOOD, GOOD, row));

        assertThat(plan.mistakes())
                .isEqualTo(outside ? List.of(new Mistake(Code.DUE_OUTSIDE, 4, "due")) : List.of());
        assertThat(Code.DUE_OUTSIDE.blocks()).isFalse();
    }

    @ParameterizedTest(name = "{0} {1}…{2}: {3} ({4})")
    @CsvFileSource(
            resources = "tenure-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void p5_aMonthInTheParticularPosition(
            String example, String from, String to, boolean lasts, String why) {
        People people = new People().person("p", People.post("u", "D-5", "", from, to));
        PositionTime time =
                PositionTime.atHome(
                        people.employee("p"),
                        people.employee("p").appointments().getFirst(),
                        new AssessedPeriod(LocalDate.of(2021, 7, 1), LocalDate.of(2022, 12, 31)));

        assertThat(Tenure.of(time, EmployeeSettings.DEFAULTS).lastsAMonth())
                .as(example + ": " + why)
                .isEqualTo(lasts);
    }

    @ParameterizedTest(name = "{0}: {1} members, {2} needed")
    @CsvFileSource(
            resources = "quorum-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void p57_twoThirds(String example, int members, int needed) {
        Commission commission =
                new Commission(
                        "chair",
                        IntStream.range(1, members)
                                .mapToObj(i -> "m" + i)
                                .collect(Collectors.toSet()),
                        "secretary");

        assertThat(commission.required()).as(example).isEqualTo(needed);
    }

    @ParameterizedTest(name = "{0} decided {1}, filed {2}: {3} ({4})")
    @CsvFileSource(
            resources = "appeal-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void p69_theWindowRunsFromTheDecision(
            String example,
            LocalDate decided,
            LocalDate filed,
            Appeal.Timeliness timeliness,
            String why) {
        assertThat(
                        new Appeal(Appeal.Forum.CIVIL_SERVICE_BODY, decided, filed)
                                .timeliness(WorkingCalendar.published()))
                .as(example + ": " + why)
                .isEqualTo(timeliness);
    }
}
