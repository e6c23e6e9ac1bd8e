package kz.bagalau.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
import org.junit.jupiter.api.Test;

class CountedHoursTest {

    private static final String HOURS = "hours.overtime_weekend";
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static final Edition<CalendarYear> PUBLISHED =
            new Edition<>(WorkingCalendar.published().year(2026), 0);

    /// Friday 13 March is off by an act.
    private static final Edition<CalendarYear> SWAPPED = withDayOff(LocalDate.of(2026, 3, 13));

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
        assertThat(CountedHours.changed(MARCH, CountedHours.by(MARCH, PUBLISHED), SWAPPED.value()))
                .containsExactly(LocalDate.of(2026, 3, 13));
        assertThat(CountedHours.changed(MARCH, CountedHours.by(MARCH, SWAPPED), SWAPPED.value()))
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

    /// The claim of the hours as a reader finds it.
    private static Claim standing(Claim hours, Edition<CalendarYear> now) {
        FactSet facts =
                FactSet.of(
                        "min-digital",
                        2026,
                        Map.of(
                                HOURS,
                                List.of(hours),
                                WorkingDays.FACT,
                                List.of(WorkingDays.claim(now))),
                        List.of());
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
            months.putObject(each.toString()).set("calendar", CountedHours.by(each, counted));
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
