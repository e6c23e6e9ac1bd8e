package kz.bagalau.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.bagalau.forms.report.Forms;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.worktime.Scope;

/// A month of a body's access control system: people who come and go, some evenings later than the
/// 30 minutes to leave the building (¶40.1), some days off (¶40.2), and some of both under an act
/// of the employer. It has what real ones have: nights over midnight, a missing exit or entry, a
/// card held twice, a door that does not know the direction, people who do not count.
public final class DemoPassages {

    private static final LocalTime START = LocalTime.of(9, 0);
    private static final LocalTime END = LocalTime.of(18, 30);
    private static final LocalTime FLEXIBLE_START = LocalTime.of(10, 0);
    private static final LocalTime FLEXIBLE_END = LocalTime.of(19, 30);

    /// A working time of one's own (order No. 120), from this month on, for one person in so many.
    private static final int FLEXIBLE_FROM = 3;

    private static final int FLEXIBLE = 20;

    private static final int OUTSIDE = 3;
    private static final String OUTSIDE_UNIT = "Шаруашылық бөлімі";
    private static final String MAIN_DOOR = "Бас кіреберіс";

    /// A building whose reader records no direction.
    private static final String OTHER_DOOR = "2-ғимарат";

    private static final int WEEKS_OF_LEAVE = 3;

    /// @param body its id
    /// @param scope of those who count
    /// @param counted how many of them there are
    /// @param strain how much is worked beyond the norm, from 0 to 1
    public record Place(String body, Scope scope, List<String> units, int counted, double strain) {}

    private final Place place;
    private final YearMonth month;
    private final WorkingCalendar calendar;
    private final FilledForm form;
    private final List<Map<String, Object>> passages = new ArrayList<>();
    private final List<Map<String, Object>> acts = new ArrayList<>();

    private DemoPassages(Place place, YearMonth month, Language language) {
        this.place = place;
        this.month = month;
        this.calendar = WorkingCalendar.published();
        this.form = new FilledForm(Forms.find("access-events").orElseThrow(), language);
    }

    /// The form filled in: the same for the same place and month.
    public static FilledForm of(Place place, YearMonth month, Language language) {
        return new DemoPassages(place, month, language).fill();
    }

    private FilledForm fill() {
        List<Passing> people = new ArrayList<>();
        for (int number = 0; number < place.counted() + OUTSIDE; number++) {
            people.add(new Passing(number));
        }
        people.forEach(Passing::pass);
        passages.stream()
                .sorted(Comparator.comparing(row -> (LocalDateTime) row.get("time")))
                .forEach(row -> form.row("passages", row));
        people.forEach(Passing::introduce);
        place.units().forEach(unit -> workingTime(unit, START, END, month.withMonth(1)));
        workingTime(OUTSIDE_UNIT, START, END, month.withMonth(1));
        people.stream()
                .filter(person -> person.flexible)
                .forEach(person ->
                        workingTime(
                                person.card,
                                FLEXIBLE_START,
                                FLEXIBLE_END,
                                month.withMonth(FLEXIBLE_FROM)));
        acts.forEach(row -> form.row("acts", row));
        return form;
    }

    private void workingTime(String whose, LocalTime start, LocalTime end, YearMonth from) {
        form.row(
                "schedule",
                Map.of(
                        "whose",
                        whose,
                        "start",
                        start.toString(),
                        "end",
                        end.toString(),
                        "from",
                        from.atDay(1)));
    }

    /// The month of one person.
    private final class Passing {

        private final Random random;
        private final String card;
        private final boolean counts;
        private final String unit;
        private final boolean directed;
        private final boolean flexible;
        private final LocalDate leave;

        Passing(int number) {
            this.random = new Random((place.body() + month + number).hashCode());
            this.card = Integer.toString(100_401 + 7 * number);
            this.counts = number < place.counted();
            int home = number % place.units().size();
            this.unit = counts ? place.units().get(home) : OUTSIDE_UNIT;
            this.directed = home + 1 < place.units().size();
            this.flexible =
                    counts && number % FLEXIBLE == 1 && month.getMonthValue() >= FLEXIBLE_FROM;
            // not of the month's random: a leave may run from one month into the next
            this.leave =
                    LocalDate.of(month.getYear(), 1, 6)
                            .plusWeeks(Math.floorMod(number * 17, 46))
                            .with(DayOfWeek.MONDAY);
        }

        void introduce() {
            Scope scope = counts ? place.scope() : Scope.OTHER;
            form.row("persons", Map.of("person", card, "unit", unit, "scope", scope.name()));
        }

        void pass() {
            for (int number = 1; number <= month.lengthOfMonth(); number++) {
                LocalDate day = month.atDay(number);
                boolean away =
                        !day.isBefore(leave) && day.isBefore(leave.plusWeeks(WEEKS_OF_LEAVE));
                if (away || random.nextInt(30) == 0) {
                    continue;
                }
                if (calendar.isWorking(day)) {
                    work(day);
                } else if (random.nextDouble() < 0.1 * Math.max(0.05, place.strain() - 0.25)) {
                    workOnDayOff(day);
                }
            }
        }

        private void work(LocalDate day) {
            LocalTime start = flexible ? FLEXIBLE_START : START;
            LocalTime end = flexible ? FLEXIBLE_END : END;
            LocalDateTime in = around(day.atTime(start).minusMinutes(20), 24);
            boolean late = random.nextDouble() < 0.3 * place.strain();
            LocalDateTime out =
                    late
                            ? around(day.atTime(end).plusMinutes(45), 150)
                            : around(day.atTime(end).plusMinutes(1), 26);
            if (late && random.nextInt(8) == 0) {
                act(day, end.plusMinutes(30), end.plusMinutes(30 + 30L * random.nextInt(2, 5)));
            }
            if (random.nextInt(400) == 0) {
                out = around(day.plusDays(1).atTime(0, 20), 130);
            }
            boolean lunch = random.nextInt(3) == 0;
            if (random.nextInt(400) != 0) {
                enter(in);
                if (random.nextInt(120) == 0) {
                    enter(in.plusSeconds(random.nextInt(2, 20)));
                }
            }
            if (lunch) {
                leave(around(day.atTime(13, 0), 10));
                enter(around(day.atTime(14, 15), 14));
            }
            if (random.nextInt(250) != 0) {
                leave(out);
            }
        }

        private void workOnDayOff(LocalDate day) {
            LocalDateTime in = around(day.atTime(9, 40), 80);
            LocalDateTime out = around(in.plusHours(2), 300);
            enter(in);
            leave(out);
            if (random.nextInt(5) == 0) {
                act(day, LocalTime.of(10, 0), LocalTime.of(15, 0));
            }
        }

        private LocalDateTime around(LocalDateTime from, int minutes) {
            return from.plusSeconds(random.nextInt(60 * minutes));
        }

        private void enter(LocalDateTime at) {
            passage("in", at);
        }

        private void leave(LocalDateTime at) {
            passage("out", at);
        }

        private void passage(String direction, LocalDateTime at) {
            Map<String, Object> row = new HashMap<>();
            row.put("person", card);
            row.put("door", directed ? MAIN_DOOR : OTHER_DOOR);
            if (directed) {
                row.put("direction", direction);
            }
            row.put("time", at);
            passages.add(row);
        }

        private void act(LocalDate day, LocalTime from, LocalTime to) {
            acts.add(
                    Map.of(
                            "person",
                            card,
                            "date",
                            day,
                            "start",
                            from.toString(),
                            "end",
                            to.toString(),
                            "act",
                            "№ %d-ж".formatted(200 + acts.size())));
        }
    }
}
