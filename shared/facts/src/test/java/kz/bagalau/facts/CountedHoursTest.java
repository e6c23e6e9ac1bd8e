package kz.bagalau.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.Edition;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.DayKind;
import kz.bagalau.rules.calendar.SpecialDay;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.worktime.MonthTimes;
import kz.bagalau.rules.worktime.PersonalTimes;
import kz.bagalau.rules.worktime.WorkTime;
import org.junit.jupiter.api.Test;

class CountedHoursTest {

    private static final String HOURS = "hours.overtime_weekend";
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static final Edition<CalendarYear> PUBLISHED =
            new Edition<>(WorkingCalendar.published().year(2026), 0);

    /// Friday 13 March is off by an act.
    private static final Edition<CalendarYear> SWAPPED = withDayOff(LocalDate.of(2026, 3, 13));

    private static final MonthTimes.Digest NOTHING = MonthTimes.of(MARCH, List.of(), List.of());

    private static MonthTimes.Digest act(String from, String to) {
        return MonthTimes.of(
                MARCH,
                List.of(
                        new PersonalTimes(
                                "e1",
                                LocalDate.parse(from),
                                LocalDate.parse(to),
                                new WorkTime(LocalTime.of(11, 0), LocalTime.of(20, 30)),
                                "7")),
                List.of());
    }

    @Test
    void p40_1_anActThatIsEnteredLater_makesItsMonthOneToSendAgain_andNoOther() { // §12, 9
        ObjectNode source =
                standing(
                                claim(source(PUBLISHED)),
                                PUBLISHED,
                                Map.of(
                                        MARCH,
                                        act("2026-03-01", "2026-03-15"),
                                        MARCH.plusMonths(1),
                                        NOTHING))
                        .source();

        assertThat(source.path("provisional").asBoolean()).isTrue();
        assertThat(source.path("sendAgain").asText()).isEqualTo("2026-03");
    }

    @Test
    void aMonthWhoseTimesChangedAndChangedBack_isCertainAgain() {
        assertThat(
                        standing(claim(source(PUBLISHED)), PUBLISHED, Map.of(MARCH, NOTHING))
                                .source()
                                .has("provisional"))
                .isFalse();
    }

    /// What was counted when 1 April was a day off does not rest on its start.
    @Test
    void theStartOnTheFirstOfTheNextMonth_bearsOnAMonthThatWasCountedWithItAsAWorkingDay() {
        Edition<CalendarYear> off = withDayOff(LocalDate.of(2026, 4, 1));
        Map<YearMonth, MonthTimes.Digest> touched = Map.of(MARCH, act("2026-04-01", "2026-04-30"));

        assertThat(standing(claim(source(off)), off, touched).source().has("sendAgain")).isFalse();
        assertThat(
                        standing(claim(source(PUBLISHED)), PUBLISHED, touched)
                                .source()
                                .path("sendAgain")
                                .asText())
                .isEqualTo("2026-03");
    }

    @Test
    void whatWasCountedBeforeTimesWereKept_isSentAgainWhereTheyWereTouched() {
        ObjectNode source = source(PUBLISHED);
        ((ObjectNode) source.path("months").path("2026-03").path("calendar")).remove("times");

        assertThat(standing(claim(source), PUBLISHED, Map.of()).source().has("sendAgain"))
                .isFalse();
        assertThat(
                        standing(claim(source), PUBLISHED, Map.of(MARCH, NOTHING))
                                .source()
                                .path("sendAgain")
                                .asText())
                .isEqualTo("2026-03");
    }

    @Test
    void whatIsCountedByTheCalendarThatStands_isNotProvisional() {
        assertThat(standing(PUBLISHED, PUBLISHED).has("provisional")).isFalse();
        assertThat(standing(SWAPPED, SWAPPED).has("provisional")).isFalse();
    }

    @Test
    void anEditionThatLeavesTheDaysAsTheyAre_changesNothing() {
        Edition<CalendarYear> explained =
                edition(CalendarYear.Status.CONFIRMED, "another basis", PUBLISHED.value().days());

        assertThat(standing(PUBLISHED, explained).has("provisional")).isFalse();
    }

    @Test
    void p40_1_aDayThatIsOffSince_makesItsMonthOneToSendAgain() {
        ObjectNode source = standing(PUBLISHED, SWAPPED);

        assertThat(source.path("provisional").asBoolean()).isTrue();
        assertThat(source.path("sendAgain").asText()).isEqualTo("2026-03");
        assertThat(standing(SWAPPED, PUBLISHED).path("sendAgain").asText()).isEqualTo("2026-03");
    }

    @Test
    void theFirstOfAMonth_endsTheMonthBeforeToo() {
        // Wednesday 1 April
        ObjectNode source = standing(PUBLISHED, withDayOff(LocalDate.of(2026, 4, 1)));

        assertThat(source.path("sendAgain").asText()).isEqualTo("2026-03, 2026-04");
    }

    @Test
    void hoursOfADraftYearAreProvisional_untilItIsConfirmedAsItWas() {
        Edition<CalendarYear> draft =
                edition(CalendarYear.Status.DRAFT, "a draft", PUBLISHED.value().days());

        assertThat(standing(draft, draft).path("provisional").asBoolean()).isTrue();
        assertThat(standing(draft, draft).has("sendAgain")).isFalse();
        assertThat(standing(draft, PUBLISHED).has("provisional")).isFalse();
    }

    @Test
    void whereNothingIsKnownOfAMonthsCalendar_itIsSentAgain() {
        ObjectNode source = source(PUBLISHED);
        ((ObjectNode) source.path("months").path("2026-05")).remove("calendar");

        assertThat(standing(source, PUBLISHED).path("sendAgain").asText()).isEqualTo("2026-05");
        assertThat(CountedHours.changed(MARCH, Json.object(), PUBLISHED.value())).hasSize(32);
    }

    @Test
    void theDaysThatChangedAreTold() {
        assertThat(
                        CountedHours.changed(
                                MARCH, CountedHours.by(MARCH, PUBLISHED, NOTHING), SWAPPED.value()))
                .containsExactly(LocalDate.of(2026, 3, 13));
        assertThat(
                        CountedHours.changed(
                                MARCH, CountedHours.by(MARCH, SWAPPED, NOTHING), SWAPPED.value()))
                .isEmpty();
    }

    @Test
    void whatWasNotCountedByMonths_isLeftAlone() {
        Claim sample = claim(Json.object().put("kind", "report"));

        assertThat(standing(sample, edition(CalendarYear.Status.DRAFT, "a draft", List.of())))
                .isSameAs(sample);
    }

    private static ObjectNode standing(Edition<CalendarYear> counted, Edition<CalendarYear> now) {
        return standing(source(counted), now);
    }

    private static ObjectNode standing(ObjectNode source, Edition<CalendarYear> now) {
        return standing(claim(source), now).source();
    }

    private static Claim standing(Claim hours, Edition<CalendarYear> now) {
        return standing(hours, now, Map.of());
    }

    /// The claim of the hours as a reader finds it.
    private static Claim standing(
            Claim hours, Edition<CalendarYear> now, Map<YearMonth, MonthTimes.Digest> touched) {
        FactSet facts =
                FactSet.of(
                        "min-digital",
                        2026,
                        Map.of(
                                HOURS,
                                List.of(hours),
                                WorkingDays.FACT,
                                List.of(WorkingDays.claim(now))),
                        List.of(),
                        touched);
        return Optional.ofNullable(facts.facts().get(HOURS)).orElseThrow().claim();
    }

    private static Claim claim(ObjectNode source) {
        return new Claim(
                "report:access-events",
                new FactValue.Amount(BigDecimal.ONE),
                source,
                Optional.of(new Stamp("hr-1", Instant.parse("2026-04-10T06:00:00Z"))),
                Audience.BODY);
    }

    private static ObjectNode source(Edition<CalendarYear> counted) {
        ObjectNode source = Json.object().put("kind", "report");
        ObjectNode months = source.putObject("months");
        for (int month = 1; month <= 12; month++) {
            YearMonth each = YearMonth.of(2026, month);
            months.putObject(each.toString())
                    .set("calendar", CountedHours.by(each, counted, NOTHING));
        }
        return source;
    }

    private static Edition<CalendarYear> withDayOff(LocalDate day) {
        List<SpecialDay> days = new ArrayList<>(PUBLISHED.value().days());
        days.add(
                new SpecialDay(
                        day,
                        DayKind.SWAP_OFF,
                        new LocalText("ауысу", "перенос", "swap"),
                        "Order No. 1"));
        return edition(CalendarYear.Status.CONFIRMED, "Order No. 1", days);
    }

    private static Edition<CalendarYear> edition(
            CalendarYear.Status status, String basis, List<SpecialDay> days) {
        return new Edition<>(
                new CalendarYear(2026, PUBLISHED.value().week(), status, basis, days), 1);
    }
}
