package kz.bagalau.rules.workmode;

import static kz.bagalau.rules.workmode.Examples.day;
import static kz.bagalau.rules.workmode.Examples.days;
import static kz.bagalau.rules.workmode.Examples.expected;
import static kz.bagalau.rules.workmode.Examples.given;
import static kz.bagalau.rules.workmode.Examples.hours;
import static kz.bagalau.rules.workmode.Examples.shown;
import static kz.bagalau.rules.workmode.Examples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.rules.workmode.FlexibleAct.Beside;
import kz.bagalau.rules.workmode.FlexibleAct.Fixed;
import kz.bagalau.rules.workmode.FlexibleChange.Cancellation;
import kz.bagalau.rules.workmode.FlexibleChange.Extension;
import kz.bagalau.rules.workmode.WorkSetting.ChannelRule;
import kz.bagalau.rules.workmode.WorkSetting.MonthEnd;
import kz.bagalau.rules.worktime.DayHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlexibleTimeTest {

    private static final WorkSettings DEFAULTS = WorkSettings.DEFAULTS;
    private static final DayHours TEN_TO_SEVEN = hours("10:00-19:00 13:00-14:00");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL_30 = LocalDate.of(2026, 4, 30);
    private static final Term TERM = Examples.term("7", "2026-01-15..2026-07-14");

    static Stream<Arguments> applications() {
        return Examples.rows(FlexibleTimeTest.class, "application-examples.csv", 11);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "period-examples.csv", numLinesToSkip = 1)
    void p18_sixMonths(
            String example, LocalDate from, MonthEnd monthEnd, LocalDate last, String counted) {
        assertThat(FlexiblePeriod.lastAllowed(from, DEFAULTS.with(WorkSetting.MONTH_END, monthEnd)))
                .as(example + ": " + counted)
                .isEqualTo(last);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applications")
    void p15_applications(List<String> row) {
        var application =
                new FlexibleApplication(
                        "e1",
                        text(row.get(5)),
                        given(row.get(6)).map(Examples::hours),
                        day(row.get(7)),
                        day(row.get(8)),
                        Channel.valueOf(row.get(2)),
                        LocalDate.parse(row.get(1)));
        List<RegulatedHours> regulated =
                given(row.get(9)).stream()
                        .map(cell ->
                                new RegulatedHours(
                                        "регламент, п. 3",
                                        days(cell).getFirst(),
                                        days(cell).stream().skip(1).findFirst()))
                        .toList();

        List<Finding> findings =
                application.findings(
                        row.get(3).equals("yes"),
                        regulated,
                        DEFAULTS.with(WorkSetting.CHANNEL_RULE, ChannelRule.valueOf(row.get(4))));

        assertThat(shown(findings)).containsExactlyElementsOf(expected(row.get(10)));
    }

    @Test
    void p18_theLastAllowedDayIsNamed() { // W37
        assertThat(application("2026-01-15", "2026-07-15").findings(false, List.of(), DEFAULTS))
                .singleElement()
                .satisfies(finding -> assertThat(finding.details()).containsExactly("2026-07-14"));
        assertThat(
                        application("2026-01-15", "2026-07-15")
                                .findings(
                                        false,
                                        List.of(),
                                        DEFAULTS.with(WorkSetting.MONTH_END, MonthEnd.SAME_DAY)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10:00-19:00 13:00-14:00, 2026-03-01, 2026-04-30, true",
        "10:00-19:00 13:00-14:00, 2026-03-02, 2026-04-29, true",
        "10:00-19:00 13:00-14:00, 2026-02-28, 2026-04-30, false",
        "10:00-19:00 13:00-14:00, 2026-03-01, 2026-05-01, false",
        "10:00-19:00 12:00-13:00, 2026-03-01, 2026-04-30, false",
        "10:00-19:00, 2026-03-01, 2026-04-30, false",
        "10:30-19:00 13:00-14:00, 2026-03-01, 2026-04-30, false",
        "10:00-19:30 13:00-14:00, 2026-03-01, 2026-04-30, false"
    })
    void v11_anActGivesWhatWasAppliedFor(
            String given, LocalDate from, LocalDate to, boolean covers) {
        FlexibleAct act =
                new FlexibleAct(
                        "order 7",
                        List.of(new Fixed("e1", Optional.of(hours(given)))),
                        Optional.of(from),
                        Optional.of(to),
                        MARCH);

        List<Finding> findings =
                act.findings(
                        new Beside(
                                List.of(application("2026-03-01", "2026-04-30")),
                                Map.of(),
                                Map.of()),
                        DEFAULTS);

        assertThat(findings.stream().noneMatch(one -> one.fault() == Fault.NO_APPLICATION))
                .isEqualTo(covers);
    }

    @Test
    void v11_anApplicationWithoutABreakLeavesItToTheAct() {
        var application =
                new FlexibleApplication(
                        "e1",
                        "child",
                        Optional.of(hours("10:00-19:00")),
                        Optional.of(MARCH),
                        Optional.of(APRIL_30),
                        Channel.EQYZMET,
                        MARCH);

        assertThat(application.covers(TEN_TO_SEVEN, MARCH, APRIL_30)).isTrue();
    }

    @Test
    void v11_anotherPersonsApplicationCoversNobody() {
        FlexibleAct act = act(List.of(new Fixed("e1", fixed()), new Fixed("e2", fixed())));

        assertThat(shown(act.findings(beside(Map.of(), Map.of()), DEFAULTS)))
                .containsExactly("NO_APPLICATION /employees/1");
    }

    @Test
    void v1_allFourElementsAreNamedAtOnce() { // W41 is the second
        var empty = new FlexibleAct(" ", List.of(), Optional.empty(), Optional.empty(), MARCH);
        FlexibleAct untimed = act(List.of(new Fixed("e1", Optional.empty())));

        assertThat(shown(empty.findings(beside(Map.of(), Map.of()), DEFAULTS)))
                .containsExactly(
                        "GROUND_MISSING /ground",
                        "EMPLOYEES_MISSING /employees",
                        "FROM_MISSING /from",
                        "TO_MISSING /to");
        assertThat(shown(untimed.findings(beside(Map.of(), Map.of()), DEFAULTS)))
                .containsExactly("WORKING_TIME_MISSING /employees/0");
    }

    @Test
    void v12_v4_whatStandsBesideTheEmployeeIsNamedAtTheirPlace() {
        FlexibleAct act = act(List.of(new Fixed("e1", fixed()), new Fixed("e1", fixed())));

        List<Finding> findings =
                act.findings(
                        beside(
                                Map.of(
                                        "e1",
                                        List.of(
                                                new RegulatedHours(
                                                        "регламент, п. 3",
                                                        APRIL_30,
                                                        Optional.empty()))),
                                Map.of(
                                        "e1",
                                        List.of(Examples.term("6", "2026-01-01..2026-03-01")))),
                        DEFAULTS);

        assertThat(shown(findings))
                .containsExactly(
                        "EXCLUDED /employees/0",
                        "OVERLAPS /employees/0",
                        "TWICE /employees/1",
                        "EXCLUDED /employees/1",
                        "OVERLAPS /employees/1");
        assertThat(
                        act(List.of(new Fixed("e1", fixed())))
                                .findings(
                                        beside(
                                                Map.of(),
                                                Map.of(
                                                        "e1",
                                                        List.of(
                                                                Examples.term(
                                                                        "6",
                                                                        "2026-01-01..2026-02-28"),
                                                                Examples.term(
                                                                        "8",
                                                                        "2026-05-01..2026-05-31")))),
                                        DEFAULTS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, doc, 2026-07-14, -", // W38
        "2027-01-14, doc, 2026-07-14, -", // six months from 15 July, twelve in all
        "2027-01-15, doc, 2026-07-14, 'OVER_SIX_MONTHS /to,LONG_EXTENSION /to*'",
        "2026-12-31, '', 2026-07-14, AGREEMENT_MISSING /agreement",
        "2026-12-31, doc, 2026-07-15, NOT_IN_FORCE /signedOn",
        "2026-07-14, doc, 2026-07-01, TO_BEFORE_FROM /to",
        ", doc, 2026-07-01, TO_MISSING /to"
    })
    void p18_extensions(LocalDate to, String agreement, LocalDate signed, String findings) {
        var extension =
                new Extension(Optional.ofNullable(to), agreement, signed, List.of(), List.of());

        assertThat(shown(extension.findings(TERM, DEFAULTS)))
                .containsExactlyElementsOf(expected(findings));
    }

    @Test
    void p18_anExtensionMeetsWhatStandsBeside() {
        var extension =
                new Extension(
                        Optional.of(LocalDate.of(2026, 9, 30)),
                        "doc",
                        LocalDate.of(2026, 7, 1),
                        List.of(Examples.term("9", "2026-09-30..2026-10-31")),
                        List.of(
                                new RegulatedHours(
                                        "регламент", LocalDate.of(2026, 9, 30), Optional.empty())));

        assertThat(shown(extension.findings(TERM, DEFAULTS)))
                .containsExactly("EXCLUDED /to", "OVERLAPS /to");
        assertThat(shown(extension.findings(TERM, DEFAULTS.with(WorkSetting.EXTENSION_MONTHS, 1))))
                .contains("OVER_SIX_MONTHS /to");
    }

    @Test
    void w10_aLongTotalIsAWarning() {
        Term extended = Examples.term("7", "2026-01-15..2027-01-14");
        var extension =
                new Extension(
                        Optional.of(LocalDate.of(2027, 1, 15)),
                        "doc",
                        LocalDate.of(2027, 1, 10),
                        List.of(),
                        List.of());

        assertThat(shown(extension.findings(extended, DEFAULTS)))
                .containsExactly("LONG_EXTENSION /to*");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03 2026-02-10, 2026-03-02, 2026-03-02, 2, -",
        "2026-02-03 2026-02-10, 2026-03-31, 2026-03-02, 2, -",
        "2026-02-03, 2026-03-02, 2026-03-02, 2, NOT_SYSTEMATIC /violations",
        "2026-02-03, 2026-03-02, 2026-03-02, 1, -",
        // a violation before the act does not count
        "2026-01-14 2026-02-10, 2026-03-02, 2026-03-02, 2, NOT_SYSTEMATIC /violations",
        "2026-01-15 2026-02-10, 2026-03-02, 2026-03-02, 2, -",
        "2026-02-03 2026-02-10, 2026-03-01, 2026-03-02, 2, LAST_DAY_BEFORE_SIGNING /lastDay",
        "2026-02-03 2026-02-10, 2026-07-15, 2026-03-02, 2, LAST_DAY_OUTSIDE /lastDay"
    })
    void p21_cancellations(
            String confirmed, LocalDate lastDay, LocalDate signed, int least, String findings) {
        var cancellation =
                new Cancellation(
                        Stream.of(confirmed.split(" ")).map(LocalDate::parse).toList(),
                        lastDay,
                        signed);

        assertThat(
                        shown(
                                cancellation.findings(
                                        TERM, DEFAULTS.with(WorkSetting.SYSTEMATIC_MIN, least))))
                .containsExactlyElementsOf(expected(findings));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-14, false", "2026-01-15, true", "2026-07-14, true", "2026-07-15, false"})
    void anEarlyEndLiesWithinTheTerm(LocalDate lastDay, boolean allowed) {
        assertThat(new EarlyEnd(lastDay).findings(TERM).isEmpty()).isEqualTo(allowed);
    }

    private static Optional<DayHours> fixed() {
        return Optional.of(TEN_TO_SEVEN);
    }

    private static FlexibleAct act(List<Fixed> employees) {
        return new FlexibleAct(
                "order 7", employees, Optional.of(MARCH), Optional.of(APRIL_30), MARCH);
    }

    private static Beside beside(
            Map<String, List<RegulatedHours>> regulated, Map<String, List<Term>> standing) {
        return new Beside(List.of(application("2026-03-01", "2026-04-30")), regulated, standing);
    }

    private static FlexibleApplication application(String from, String to) {
        return new FlexibleApplication(
                "e1",
                "child",
                Optional.of(TEN_TO_SEVEN),
                day(from),
                day(to),
                Channel.EQYZMET,
                LocalDate.of(2026, 1, 5));
    }
}
