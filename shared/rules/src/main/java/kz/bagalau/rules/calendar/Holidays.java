package kz.bagalau.rules.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Rows;

/// The holidays of the law, and the calendar of a year that follows from them (CAL.1, CAL.2).
public final class Holidays {

    private final List<HolidayRule> rules;
    private final Map<Integer, LunarDay> kurbanAit;
    private final Map<String, LocalText> patterns;

    private record LunarDay(LocalDate date, String basis) {}

    private Holidays(
            List<HolidayRule> rules,
            Map<Integer, LunarDay> kurbanAit,
            Map<String, LocalText> patterns) {
        this.rules = rules;
        this.kurbanAit = kurbanAit;
        this.patterns = patterns;
    }

    /// The rules of `holidays.csv`, the lunar dates of `kurban-ait.csv`, the names of moved days of
    /// `moved-days.csv`.
    public static Holidays ofKazakhstan() {
        return new Holidays(
                Rows.of(Holidays.class, "holidays.csv", 10).stream().map(HolidayRule::of).toList(),
                Rows.of(Holidays.class, "kurban-ait.csv", 2).stream()
                        .map(row -> new LunarDay(LocalDate.parse(row.get(0)), row.get(1)))
                        .collect(Collectors.toMap(day -> day.date().getYear(), day -> day)),
                Rows.texts(Holidays.class, "moved-days.csv"));
    }

    /// The year as it follows from the rules and these swaps, to be confirmed by a person. Throws
    /// [UnknownYear] where the date of Kurban-ait is not known.
    public CalendarYear draft(int year, WorkWeek week, String basis, List<Swap> swaps) {
        List<SpecialDay> days = named(year);
        for (Swap swap : swaps) {
            days.add(swapped(swap.off(), DayKind.SWAP_OFF, swap.basis()));
            days.add(swapped(swap.work(), DayKind.SWAP_WORK, swap.basis()));
        }
        for (SpecialDay holiday : moving(year, week)) {
            days.add(substitute(holiday, week, days));
        }
        return new CalendarYear(year, week, CalendarYear.Status.DRAFT, basis, days);
    }

    /// A year for another week: its holidays, days off and swaps as they are, and the substitutes
    /// that follow from the other weekly days off (CAL.2, 5). Nobody has confirmed it.
    // DOUBT: whether an act that swaps a Saturday concerns people who work on Saturdays anyway is
    // not said, read as yes for the day off and without effect for the Saturday, because the act
    // gives the day off to everybody.
    public CalendarYear inWeek(CalendarYear year, WorkWeek week) {
        List<SpecialDay> days = new ArrayList<>();
        for (SpecialDay day : year.days()) {
            boolean kept =
                    switch (day.kind()) {
                        case HOLIDAY, DAY_OFF -> true;
                        case SWAP_OFF -> !week.rests(day.date());
                        case SWAP_WORK -> week.rests(day.date());
                        case SUBSTITUTE -> false;
                    };
            if (kept) {
                days.add(day);
            }
        }
        List<SpecialDay> moving =
                days.stream()
                        .filter(day -> day.kind() == DayKind.HOLIDAY && week.rests(day.date()))
                        .sorted(Comparator.comparing(SpecialDay::date))
                        .toList();
        for (SpecialDay holiday : moving) {
            days.add(substitute(holiday, week, days));
        }
        return new CalendarYear(year.year(), week, CalendarYear.Status.DRAFT, year.basis(), days);
    }

    /// The holidays and days off of the year on their own dates, holidays first.
    private List<SpecialDay> named(int year) {
        if (!kurbanAit.containsKey(year)) {
            throw new UnknownYear(
                    year, "the first day of Kurban-ait in %d is not known".formatted(year));
        }
        List<SpecialDay> days = new ArrayList<>();
        for (HolidayRule rule : rules) {
            if (!rule.inForce(year)) {
                continue;
            }
            SpecialDay day = dated(rule, year);
            // Where a lunar day off meets a holiday, the day is the holiday.
            if (days.stream().noneMatch(other -> other.date().equals(day.date()))) {
                days.add(day);
            }
        }
        return days;
    }

    private SpecialDay dated(HolidayRule rule, int year) {
        if (rule.day().isPresent()) {
            return rule.on(rule.day().get().atYear(year));
        }
        LunarDay lunar = Objects.requireNonNull(kurbanAit.get(year));
        return new SpecialDay(
                lunar.date(), rule.kind(), rule.name(), rule.basis() + "; " + lunar.basis());
    }

    /// The holidays that fall on a weekly day off and move, by date.
    private List<SpecialDay> moving(int year, WorkWeek week) {
        return rules.stream()
                .filter(rule -> rule.moves() && rule.inForce(year))
                .map(rule -> dated(rule, year))
                .filter(day -> week.rests(day.date()))
                .sorted(Comparator.comparing(SpecialDay::date))
                .toList();
    }

    /// CAL.2: the first later date that is not off already. Nauryz 2025: the 22nd (Saturday) and
    /// the 23rd (Sunday) give the 24th and, because that is taken, the 25th.
    private SpecialDay substitute(SpecialDay holiday, WorkWeek week, List<SpecialDay> taken) {
        // DOUBT: the law says "the next working day"; whether a weekly day off that an act makes a
        // working day is one is not said, read as no because a substitute there would undo the act.
        // A working day that an act makes a day off is none, and is passed over.
        LocalDate date = holiday.date().plusDays(1);
        while (week.rests(date) || isNamed(date, taken)) {
            date = date.plusDays(1);
        }
        LocalText pattern = pattern(DayKind.SUBSTITUTE);
        LocalText name = holiday.name();
        return new SpecialDay(
                date,
                DayKind.SUBSTITUTE,
                new LocalText(
                        pattern.kk().formatted(name.kk()),
                        pattern.ru().formatted(name.ru()),
                        pattern.en().formatted(name.en())),
                "Law of 13 December 2001 No. 267, art. 5",
                Optional.of(holiday.date()));
    }

    private static boolean isNamed(LocalDate date, List<SpecialDay> days) {
        return days.stream().anyMatch(day -> day.date().equals(date));
    }

    private SpecialDay swapped(LocalDate date, DayKind kind, String basis) {
        return new SpecialDay(date, kind, pattern(kind), basis);
    }

    private LocalText pattern(DayKind kind) {
        LocalText pattern = patterns.get(kind.name());
        if (pattern == null) {
            throw new IllegalStateException("no name for days that are " + kind);
        }
        return pattern;
    }
}
