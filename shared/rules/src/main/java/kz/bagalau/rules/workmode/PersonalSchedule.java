package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.calendar.SpecialDay;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.workmode.ScheduleDay.Place;
import kz.bagalau.rules.workmode.ScheduleDay.Reason;
import kz.bagalau.rules.workmode.ScheduleDay.Reason.Kind;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.WorkRules;

/// The one schedule of a person, from everything in force on a day: flexible time gives the hours,
/// otherwise the rules of the unit, otherwise those of the body; remote and combined work and
/// recalls give the place; an absence says that nobody is there.
///
/// @param rules of the body and its units
/// @param unit of the person on a day
/// @param absence the kind of an absence on a day
public record PersonalSchedule(
        WorkingCalendar calendar,
        List<WorkRules> rules,
        Function<LocalDate, Optional<String>> unit,
        List<RegulatedHours> regulated,
        List<FlexibleTerm> flexible,
        List<RemoteTerm> remote,
        List<RecallTerm> recalls,
        Function<LocalDate, Optional<String>> absence) {

    /// How far ahead the next working time is looked for.
    private static final int DAYS_AHEAD = 400;

    private static final Citation RULES = Acts.order121("¶4");

    /// Throws where two acts of flexible time, or two of remote work, hold on one day: which of
    /// them is right is not for the schedule to say.
    public PersonalSchedule {
        rules = List.copyOf(rules);
        regulated = List.copyOf(regulated);
        flexible = List.copyOf(flexible);
        remote = List.copyOf(remote);
        recalls = List.copyOf(recalls);
        apart(flexible.stream().map(FlexibleTerm::term).toList());
        apart(remote.stream().map(RemoteTerm::term).toList());
    }

    /// The day, with its reasons. Throws [kz.bagalau.rules.calendar.UnknownYear] beyond the
    /// calendar.
    public ScheduleDay on(LocalDate day) {
        List<Reason> because = new ArrayList<>();
        Optional<WorkRules> inForce = WorkRules.of(rules, unit.apply(day), day);
        boolean working = working(day, inForce, because);
        if (!working) {
            return new ScheduleDay(day, false, Place.OFF, Optional.empty(), because);
        }
        Optional<DayHours> hours = hours(day, inForce, because);
        return new ScheduleDay(day, true, place(day, because), hours, because);
    }

    /// The days of a period, both included.
    public List<ScheduleDay> days(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(this::on).toList();
    }

    /// The first moment from this one on that lies within working time of a day on which the person
    /// is not away; empty where there is none for more than a year, or the calendar ends before.
    ///
    /// A message of ours to somebody under an act of remote work is kept until then (120 ¶11).
    public Optional<LocalDateTime> nextWorkingMoment(LocalDateTime moment) {
        LocalDate today = moment.toLocalDate();
        for (LocalDate day = today.minusDays(1);
                day.isBefore(today.plusDays(DAYS_AHEAD));
                day = day.plusDays(1)) {
            if (calendar.find(day.getYear()).isEmpty()) {
                return Optional.empty();
            }
            ScheduleDay schedule = on(day);
            if (schedule.hours().isEmpty() || schedule.place() == Place.ABSENT) {
                continue;
            }
            DayHours hours = schedule.hours().get();
            if (hours.contains(day, moment)) {
                return Optional.of(moment);
            }
            if (hours.startOf(day).isAfter(moment)) {
                return Optional.of(hours.startOf(day));
            }
        }
        return Optional.empty();
    }

    /// Whether an act of remote or combined work holds on a day.
    public boolean remoteOn(LocalDate day) {
        return remote.stream().anyMatch(act -> act.term().on(day));
    }

    // DOUBT: CAL.2 gives the days in place of holidays for the five-day week, and a body may set
    // other weekdays (121 ¶4); read as the calendar's named days for everybody and the rules'
    // weekdays for all others, because only those are in the rules.
    private boolean working(LocalDate day, Optional<WorkRules> inForce, List<Reason> because) {
        Optional<SpecialDay> special = calendar.special(day);
        if (special.isPresent()) {
            because.add(new Reason(Kind.CALENDAR, special.get().basis(), Optional.empty()));
            return special.get().kind().works();
        }
        boolean working =
                inForce.map(one -> one.weekdays().contains(day.getDayOfWeek()))
                        .orElseGet(() -> calendar.isWorking(day));
        if (!working) {
            because.add(
                    new Reason(
                            Kind.WEEK,
                            inForce.map(WorkRules::act).orElse(""),
                            inForce.map(_ -> RULES)));
        }
        return working;
    }

    private Optional<DayHours> hours(
            LocalDate day, Optional<WorkRules> inForce, List<Reason> because) {
        because.add(
                inForce.map(one ->
                                new Reason(
                                        one.unit().isPresent() ? Kind.UNIT_RULES : Kind.RULES,
                                        one.act(),
                                        Optional.of(RULES)))
                        .orElseGet(() -> new Reason(Kind.NO_RULES, "", Optional.of(RULES))));
        // DOUBT: hours by work regulations are a ground of ¶14 and no times (F-02), read as the
        // times of the rules with that ground named, because nobody has entered others.
        regulated.stream()
                .filter(own -> own.on(day))
                .forEach(own ->
                        because.add(
                                new Reason(
                                        Kind.REGULATED_HOURS,
                                        own.basis(),
                                        Optional.of(Acts.order120("¶14")))));
        Optional<FlexibleTerm> own =
                flexible.stream().filter(act -> act.term().on(day)).findFirst();
        own.ifPresent(act ->
                because.add(
                        new Reason(
                                Kind.FLEXIBLE,
                                act.term().act(),
                                Optional.of(Acts.order120("¶17(3)")))));
        return own.map(FlexibleTerm::hours).or(() -> inForce.map(WorkRules::hours));
    }

    private Place place(LocalDate day, List<Reason> because) {
        Place place = Place.SITE;
        Optional<RemoteTerm> away = remote.stream().filter(act -> act.term().on(day)).findFirst();
        if (away.isPresent()) {
            RemoteTerm act = away.get();
            place = act.place(day);
            because.add(
                    switch (act.kind()) {
                        case REMOTE -> reason(Kind.REMOTE, act.term().act(), "¶4, ¶5, ¶6");
                        case COMBINED -> reason(Kind.COMBINED, act.term().act(), "¶3(1), ¶6");
                    });
            Optional<RecallTerm> recall = recalls.stream().filter(one -> one.on(day)).findFirst();
            if (recall.isPresent()) {
                place = Place.SITE;
                because.add(reason(Kind.RECALL, recall.get().id(), "¶12"));
            }
        }
        Optional<String> absent = absence.apply(day);
        if (absent.isPresent()) {
            because.add(new Reason(Kind.ABSENCE, absent.get(), Optional.empty()));
            return Place.ABSENT;
        }
        return place;
    }

    private static Reason reason(Kind kind, String act, String paragraph) {
        return new Reason(kind, act, Optional.of(Acts.order120(paragraph)));
    }

    private static void apart(List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            Optional<Term> other =
                    Term.overlapping(terms.subList(0, i), term.from(), term.lastDay());
            if (other.isPresent() && !term.lastDay().isBefore(term.from())) {
                throw new IllegalArgumentException(
                        "acts %s and %s hold on one day".formatted(other.get().act(), term.act()));
            }
        }
    }
}
