package kz.bagalau.rules.worktime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The overtime of one person, day by day.
///
/// ¶40.1: hours on working days "taking into account the 30 minutes needed to leave the building
/// after the working day"; ¶40.2: hours on days off and holidays, and those under an act of the
/// employer, which do not count. The hours of a shift are never overtime, whatever the kind of the
/// day after midnight; what follows them and the 30 minutes counts as the kind of the day on which
/// it lies.
public final class Overtime {

    // DOUBT: the act is silent on those who leave and come back, and on those who come early; read
    // as presence only, and as nothing before the start, because only the time after the working
    // day is named.
    private final Shifts shifts;

    Overtime(Shifts shifts) {
        this.shifts = shifts;
    }

    /// What one person worked beyond the norm on one day.
    ///
    /// @param working whether it is a working day (¶40.1), or one off (¶40.2)
    /// @param counted without the hours under an act
    /// @param authorised under an act of the employer
    public record Day(LocalDate date, boolean working, Duration counted, Duration authorised) {}

    /// The days with overtime, in order. Each working day with presence needs its working time.
    public List<Day> of(List<Presence> presences, List<EmployersAct> acts) {
        Map<LocalDate, List<Span>> byDay = new TreeMap<>();
        for (Presence presence : presences) {
            LocalDate last = presence.to().toLocalDate();
            for (LocalDate day = presence.from().toLocalDate();
                    !day.isAfter(last);
                    day = day.plusDays(1)) {
                List<Span> spans =
                        shifts.working(day)
                                ? onWorkingDay(presence, day, shifts.of(day).orElseThrow())
                                : onDayOff(presence, day);
                if (!spans.isEmpty()) {
                    byDay.computeIfAbsent(day, _ -> new ArrayList<>()).addAll(spans);
                }
            }
        }
        List<Span> authorised = union(acts);
        return byDay.entrySet().stream()
                .map(entry -> day(entry.getKey(), entry.getValue(), authorised))
                .toList();
    }

    private Day day(LocalDate date, List<Span> spans, List<Span> acts) {
        Duration all = Duration.ZERO;
        Duration authorised = Duration.ZERO;
        for (Span span : spans) {
            all = all.plus(span.length());
            for (Span act : acts) {
                for (Span common : span.within(act.from(), act.to())) {
                    authorised = authorised.plus(common.length());
                }
            }
        }
        return new Day(date, shifts.working(date), all.minus(authorised), authorised);
    }

    private List<Span> onWorkingDay(Presence presence, LocalDate day, WorkTime time) {
        Span whole = new Span(presence.from(), presence.to());
        List<Span> spans = new ArrayList<>();
        LocalDateTime from = shifts.endOfShiftBefore(day);
        if (presence.entered()
                ? presence.from().isBefore(shifts.dayBreak(day))
                : endsShiftBefore(presence, day)) {
            // The evening or night before that has not ended yet.
            spans.addAll(whole.within(from, day.atTime(time.start())));
        }
        LocalDateTime end = time.endOf(day).plus(Shifts.TO_LEAVE);
        spans.addAll(whole.within(end.isAfter(from) ? end : from, day.plusDays(1).atStartOfDay()));
        return spans;
    }

    private List<Span> onDayOff(Presence presence, LocalDate day) {
        return presence.entered() || endsShiftBefore(presence, day)
                ? new Span(presence.from(), presence.to())
                        .within(shifts.endOfShiftBefore(day), day.plusDays(1).atStartOfDay())
                : List.of();
    }

    // DOUBT: the acts do not say which kind of day the hours after midnight are, read as the kind
    // of the day on which they lie, because ¶40.2 names days off and not the evenings before them.
    // An exit without an entry is enough on a working day, so it is for these hours of its night.
    /// Whether somebody who was not seen coming left before the day break of this day, at the end
    /// of the working day before.
    private boolean endsShiftBefore(Presence exitOnly, LocalDate day) {
        LocalDate left = shifts.dayOf(exitOnly.to());
        return left.isBefore(day) && shifts.working(left);
    }

    /// Acts that overlap authorise each moment once.
    private static List<Span> union(List<EmployersAct> acts) {
        List<Span> union = new ArrayList<>();
        acts.stream()
                .map(act -> new Span(act.from(), act.to()))
                .sorted(Comparator.comparing(Span::from))
                .forEach(span -> {
                    if (!union.isEmpty() && !span.from().isAfter(union.getLast().to())) {
                        Span last = union.removeLast();
                        union.add(
                                span.to().isAfter(last.to())
                                        ? new Span(last.from(), span.to())
                                        : last);
                    } else {
                        union.add(span);
                    }
                });
        return union;
    }

    private record Span(LocalDateTime from, LocalDateTime to) {

        Duration length() {
            return Duration.between(from, to);
        }

        /// What lies between two moments: one span, or none.
        List<Span> within(LocalDateTime first, LocalDateTime last) {
            LocalDateTime begin = from.isAfter(first) ? from : first;
            LocalDateTime end = to.isBefore(last) ? to : last;
            return begin.isBefore(end) ? List.of(new Span(begin, end)) : List.of();
        }
    }
}
