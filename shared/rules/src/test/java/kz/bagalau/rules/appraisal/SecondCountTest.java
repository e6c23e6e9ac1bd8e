package kz.bagalau.rules.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import kz.bagalau.rules.appraisal.AssessorFinding.Basis;
import kz.bagalau.rules.calendar.SpecialDay;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.ApparatusDecision;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.People;
import kz.bagalau.rules.staff.SecondedIn;
import kz.bagalau.rules.staff.SecondedPlace;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.staff.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Eligibility and assessor counted a second time, another way: day by day over the whole quarter,
/// and by looking through the raw records for whoever fits, on random staffs.
class SecondCountTest {

    private static final int STAFFS = 2_000;
    private static final long SEED = 245_2025_11_18L;

    private final WorkingCalendar calendar = WorkingCalendar.published();
    private final Map<Eligibility.Verdict, Integer> verdicts =
            new EnumMap<>(Eligibility.Verdict.class);
    private final Set<Basis> bases = EnumSet.noneOf(Basis.class);
    private final Map<Integer, Set<LocalDate>> sixDayDaysOff = new HashMap<>();
    private int nobody;

    @Test
    void bothCountsAgree() {
        Random random = new Random(SEED);
        for (int i = 0; i < STAFFS; i++) {
            int staffNumber = i;
            RandomStaff made = new RandomStaff(random);
            Staff staff = made.staff();
            for (Employee person : made.everybody()) {
                for (Subject subject : Subject.of(staff, person.id(), made.quarter)) {
                    compareEligibility(
                            made, person, subject, () -> description(staffNumber, subject));
                    compareAssessor(made, staff, subject, () -> description(staffNumber, subject));
                }
            }
        }
        // The staffs are random enough to reach every outcome.
        assertThat(verdicts.values()).hasSize(3).allMatch(times -> times > 200);
        assertThat(bases)
                .containsExactlyInAnyOrder(
                        Basis.RULE_1,
                        Basis.RULE_2,
                        Basis.RULE_3,
                        Basis.RULE_4,
                        Basis.SUBSTITUTE,
                        Basis.APPARATUS_HEAD);
        assertThat(nobody).isGreaterThan(200);
    }

    private static String description(int staff, Subject subject) {
        return "staff " + staff + " " + subject;
    }

    private void compareEligibility(
            RandomStaff made, Employee person, Subject subject, Supplier<String> description) {
        Eligibility found = Eligibility.of(subject.time(), calendar, made.settings);

        boolean month = false;
        int worked = 0;
        LocalDate start = null; // of the days in a row
        LocalDate end = null; // of the month that began with them
        LocalDate day = made.quarter.first();
        while (!day.isAfter(made.quarter.last())) {
            if (!isThere(person, subject, day)) {
                start = null;
            } else {
                if (start == null) {
                    start = day;
                    end = monthEnd(day, made.settings);
                }
                month |= day.equals(end);
                worked += works(person.week(), day) && !isAway(person, day, made.settings) ? 1 : 0;
            }
            day = day.plusDays(1);
        }
        String verdict = !month ? "NOT_LT_MONTH" : worked < 15 ? "NOT_LT_15_DAYS" : "ELIGIBLE";
        assertThat(found.verdict().name()).as(description).isEqualTo(verdict);
        assertThat(found.workedDays()).as(description).isEqualTo(worked);
        verdicts.merge(found.verdict(), 1, Integer::sum);
    }

    /// In the six-day week a holiday moves from a Sunday only, to the next day that is not off.
    private boolean works(WorkWeek week, LocalDate day) {
        return week == WorkWeek.FIVE_DAYS
                ? calendar.isWorking(day)
                : !sixDayDaysOff.computeIfAbsent(day.getYear(), this::daysOff).contains(day);
    }

    private Set<LocalDate> daysOff(int year) {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        List<LocalDate> moving = new ArrayList<>();
        for (SpecialDay day : calendar.year(year).days()) {
            switch (day.kind()) {
                case HOLIDAY -> {
                    off.add(day.date());
                    if (isSunday(day.date())) {
                        moving.add(day.date());
                    }
                }
                case DAY_OFF, SWAP_OFF -> off.add(day.date());
                case SWAP_WORK -> worked.add(day.date());
                case SUBSTITUTE -> {}
            }
        }
        for (LocalDate holiday : moving) { // in the order of dates
            LocalDate day = holiday.plusDays(1);
            while (isSunday(day) || !off.add(day)) {
                day = day.plusDays(1);
            }
        }
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> isSunday(day) && !worked.contains(day))
                .forEach(off::add);
        return off;
    }

    private static boolean isSunday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isThere(Employee person, Subject subject, LocalDate day) {
        boolean appointed = false;
        for (Appointment held : person.appointments()) {
            boolean mine =
                    subject.number() == Subject.RECEIVED
                            || held.span().from().equals(subject.post().span().from());
            appointed |= mine && in(held.span(), day);
        }
        boolean sent = false;
        for (Secondment secondment : person.secondments()) {
            sent |= in(secondment.span(), day);
        }
        return appointed && sent == (subject.number() == Subject.RECEIVED);
    }

    /// Steps forward day by day until the month is over.
    private static LocalDate monthEnd(LocalDate start, EmployeeSettings settings) {
        boolean same =
                settings.value(AppraisalSetting.MONTH_END).equals("SAME_DAY")
                        || settings.value(AppraisalSetting.TENURE_COUNTS_FIRST_DAY).equals("false");
        LocalDate first = start.withDayOfMonth(1);
        LocalDate day = start;
        while (true) {
            LocalDate next = day.plusDays(1);
            boolean inNextMonth = ChronoUnit.MONTHS.between(first, next.withDayOfMonth(1)) == 1;
            if (inNextMonth && next.getDayOfMonth() == start.getDayOfMonth()) {
                return same ? next : day;
            }
            if (ChronoUnit.MONTHS.between(first, next.withDayOfMonth(1)) == 2) {
                return day;
            }
            day = next;
        }
    }

    private static boolean isAway(Employee person, LocalDate day, EmployeeSettings settings) {
        for (Absence absence : person.absences()) {
            boolean trip = absence.kind() == Absence.Kind.BUSINESS_TRIP;
            boolean training =
                    Set.of("INTERNSHIP", "RETRAINING", "QUALIFICATION")
                            .contains(absence.kind().name());
            boolean counts =
                    (trip && settings.value(AppraisalSetting.TRIP_COUNTS_AS_WORKED).equals("true"))
                            || (training
                                    && settings.value(AppraisalSetting.TRAINING_COUNTS_AS_WORKED)
                                            .equals("true"));
            if (!counts && !day.isBefore(absence.from()) && !day.isAfter(absence.to())) {
                return true;
            }
        }
        return false;
    }

    private void compareAssessor(
            RandomStaff made, Staff staff, Subject subject, Supplier<String> description) {
        AssessorFinding found =
                AssessorSearch.find(staff, subject.post(), subject.last(), made.scoring);
        Expected expected = new Looking(made, subject).expected();

        assertThat(found.assessor().orElse(null)).as(description).isEqualTo(expected.person());
        assertThat(found.basis().map(Enum::name).orElse(null))
                .as(description)
                .isEqualTo(expected.basis());
        assertThat(found.form().name()).as(description).isEqualTo(expected.form());
        found.basis().ifPresent(bases::add);
        nobody += found.assessor().isEmpty() ? 1 : 0;
    }

    private record Expected(@Nullable String person, @Nullable String basis, String form) {}

    /// A place that somebody holds on a day, from the raw records.
    private record Seat(
            String person,
            String unit,
            String category,
            boolean unitHead,
            boolean first,
            boolean apparatus) {

        boolean head() {
            return category.equals("D-O-1") || (category.equals("D-3") && unitHead);
        }
    }

    /// Looks for the assessor of one case by filtering all seats of a day.
    private static final class Looking {

        private final RandomStaff made;
        private final Subject subject;
        private final String me;

        Looking(RandomStaff made, Subject subject) {
            this.made = made;
            this.subject = subject;
            this.me = subject.person();
        }

        Expected expected() {
            String category = subject.post().category().orElseThrow().code();
            boolean unitHead = subject.post().unitHead();
            String basis;
            if (category.equals("D-O-1") || (category.equals("D-3") && unitHead)) {
                basis = "RULE_1";
            } else if (subject.post().leading()) {
                basis = "RULE_2";
            } else {
                basis = category.equals("D-3") ? "RULE_3" : "RULE_4";
            }
            String form = Set.of("RULE_1", "RULE_2").contains(basis) ? "ANNEX1" : "ANNEX2";
            String manager = subject.post().manager().orElse("");
            boolean belowFirst =
                    seats(subject.last()).stream()
                            .anyMatch(seat -> seat.person().equals(manager) && seat.first());
            boolean decided =
                    made.decisions.stream()
                            .anyMatch(decision ->
                                    decision.employees().contains(me)
                                            && in(decision.span(), subject.last()));
            String above;
            if (decided && belowFirst && !subject.post().apparatusHead()) {
                above = "apparatus:";
                basis = "APPARATUS_HEAD";
            } else if (Set.of("RULE_1", "RULE_3").contains(basis)) {
                above = manager.isEmpty() ? "" : of(manager);
            } else {
                above = climb(subject.post().unit());
            }
            if (above.isEmpty()) {
                return new Expected(null, null, form);
            }
            String holder = holder(above);
            if (!holder.isEmpty() && present(holder)) {
                return holder.equals(me)
                        ? new Expected(null, null, form)
                        : new Expected(holder, basis, form);
            }
            String substitute = substitute(above, holder);
            return substitute.isEmpty() || !present(substitute) || substitute.equals(me)
                    ? new Expected(null, null, form)
                    : new Expected(substitute, "SUBSTITUTE", form);
        }

        private String of(String manager) {
            Seat seat = null;
            LocalDate day = subject.last();
            // No random appointment ends before the quarter begins.
            while (seat == null && !day.isBefore(made.quarter.first())) {
                LocalDate that = day;
                seat =
                        seats(that).stream()
                                .filter(each -> each.person().equals(manager))
                                .findFirst()
                                .orElse(null);
                day = day.minusDays(1);
            }
            if (seat == null) {
                return "person:" + manager + ":";
            }
            return name(seat);
        }

        private static String name(Seat seat) {
            return seat.unitHead()
                    ? "unit:" + seat.unit()
                    : seat.apparatus()
                            ? "apparatus:"
                            : seat.first()
                                    ? "first:"
                                    : "person:" + seat.person() + ":" + seat.unit();
        }

        private String climb(String from) {
            String unit = from;
            while (!unit.isEmpty()) {
                String here = unit;
                List<Seat> seated =
                        seats(subject.last()).stream()
                                .filter(seat -> seat.unit().equals(here))
                                .toList();
                Optional<Seat> head = seated.stream().filter(Seat::head).findFirst();
                if (head.isPresent() && !head.get().person().equals(me)) {
                    return name(head.get());
                }
                if (head.isEmpty() && seated.stream().noneMatch(Seat::unitHead) && vacant(here)) {
                    return "unit:" + here;
                }
                unit =
                        made.units.stream()
                                .filter(each -> each.id().equals(here))
                                .findFirst()
                                .flatMap(Unit::parent)
                                .orElse("");
            }
            return "";
        }

        private boolean vacant(String unit) {
            String entered =
                    made.units.stream()
                            .filter(each -> each.id().equals(unit))
                            .flatMap(each -> each.head().stream())
                            .map(Category::code)
                            .findFirst()
                            .orElse("");
            if (!entered.isEmpty()) {
                return entered.equals("D-3") || entered.equals("D-O-1");
            }
            boolean stoodInFor =
                    !order(new Substitution.VacantHead(unit), subject.last()).isEmpty();
            return stoodInFor || heldBefore(unit);
        }

        private boolean heldBefore(String unit) {
            for (Employee person : made.people) {
                for (Appointment held : person.appointments()) {
                    boolean ended = held.span().to().filter(subject.last()::isAfter).isPresent();
                    String category = held.category().map(Category::code).orElse("");
                    boolean head =
                            category.equals("D-O-1") || (category.equals("D-3") && held.unitHead());
                    if (held.unit().equals(unit) && ended && head) {
                        return true;
                    }
                }
            }
            return false;
        }

        private String holder(String above) {
            String[] parts = above.split(":", -1);
            return seats(made.scoring).stream()
                    .filter(seat ->
                            switch (parts[0]) {
                                case "unit" ->
                                        seat.unit().equals(parts[1])
                                                && (seat.unitHead() || seat.head());
                                case "first" -> seat.first();
                                case "apparatus" -> seat.apparatus();
                                default ->
                                        seat.person().equals(parts[1])
                                                && seat.unit().equals(parts[2]);
                            })
                    .map(Seat::person)
                    .findFirst()
                    .orElse("");
        }

        private String substitute(String above, String holder) {
            if (!holder.isEmpty()) {
                return order(new Substitution.Absent(holder), made.scoring);
            }
            String[] parts = above.split(":", -1);
            String before = "";
            String unit = parts[0].equals("unit") ? parts[1] : "";
            for (Seat seat : seats(subject.last())) {
                boolean was =
                        switch (parts[0]) {
                            case "unit" -> seat.unit().equals(unit) && seat.unitHead();
                            case "first" -> seat.first();
                            case "apparatus" -> seat.apparatus();
                            default -> false;
                        };
                if (was && before.isEmpty()) {
                    before = seat.person();
                    unit = seat.unitHead() ? seat.unit() : unit;
                }
            }
            before = parts[0].equals("person") ? parts[1] : before;
            String acting =
                    unit.isEmpty() ? "" : order(new Substitution.VacantHead(unit), made.scoring);
            return acting.isEmpty() && !before.isEmpty()
                    ? order(new Substitution.Absent(before), made.scoring)
                    : acting;
        }

        private String order(Substitution.Of of, LocalDate day) {
            return made.substitutions.stream()
                    .filter(each -> each.of().equals(of) && in(each.span(), day))
                    .map(Substitution::substitute)
                    .findFirst()
                    .orElse("");
        }

        private boolean present(String person) {
            for (Employee each : made.people) {
                if (each.id().equals(person)) {
                    return holds(each)
                            && each.secondments().stream()
                                    .noneMatch(sent -> in(sent.span(), made.scoring));
                }
            }
            for (Employee guest : made.guests) {
                if (guest.id().equals(person)) {
                    return holds(guest)
                            && guest.secondments().stream()
                                    .anyMatch(sent -> in(sent.span(), made.scoring));
                }
            }
            return false;
        }

        private boolean holds(Employee person) {
            return person.appointments().stream().anyMatch(held -> in(held.span(), made.scoring))
                    && person.absences().stream()
                            .noneMatch(absence -> in(absence.span(), made.scoring));
        }

        private List<Seat> seats(LocalDate day) {
            List<Seat> seats = new ArrayList<>();
            for (Employee person : made.people) {
                for (Appointment held : person.appointments()) {
                    if (in(held.span(), day)) {
                        seats.add(
                                new Seat(
                                        person.id(),
                                        held.unit(),
                                        held.category().map(Category::code).orElse(""),
                                        held.unitHead(),
                                        held.firstHead(),
                                        held.apparatusHead()));
                    }
                }
            }
            return seats; // guests lead nothing here
        }
    }

    private static boolean in(Span span, LocalDate day) {
        return !day.isBefore(span.from()) && (span.to().isEmpty() || !day.isAfter(span.to().get()));
    }

    /// A body of three or four units, whose heads come and go, with people who are absent, sent
    /// elsewhere and stand in for one another.
    private static final class RandomStaff {

        final List<Unit> units = new ArrayList<>();
        final List<Employee> people = new ArrayList<>();
        final List<Employee> guests = new ArrayList<>();
        final List<SecondedIn> seconded = new ArrayList<>();
        final List<Substitution> substitutions = new ArrayList<>();
        final List<ApparatusDecision> decisions = new ArrayList<>();
        final Quarter quarter;
        final LocalDate scoring;
        final EmployeeSettings settings;
        private final Random random;

        RandomStaff(Random random) {
            this.random = random;
            quarter = new Quarter(2025 + random.nextInt(2), 1 + random.nextInt(4));
            scoring = quarter.last().plusDays(1 + random.nextInt(30));
            settings = readings();
            unit("board", Optional.empty(), Category.D_O_1);
            unit("a", Optional.of("board"), Category.D_3);
            unit("b", Optional.of(random.nextBoolean() ? "board" : "a"), Category.D_3);
            unit("c", Optional.of("b"), new Category("D-O-3"));
            person("akim", "board", oneOf("D-O-1", "D-O-1", ""), "", Part.FIRST);
            person("chief", "board", "D-O-2", "akim", Part.APPARATUS);
            for (String unit : List.of("a", "b", "c")) {
                String category = unit.equals("c") ? "D-O-3" : oneOf("D-3", "D-3", "D-4");
                person("head-" + unit, unit, category, "akim", Part.HEAD);
            }
            for (int i = 0; i < 4; i++) {
                String unit = oneOf("board", "a", "b", "c");
                person(
                        "p" + i,
                        unit,
                        oneOf("D-3", "D-4", "D-5", "D-O-4"),
                        oneOf("akim", "chief", "head-a", "head-b", "p" + Math.max(0, i - 1), ""),
                        random.nextInt(4) == 0 ? Part.LEADING : Part.PLAIN);
            }
            guest();
            orders();
        }

        Staff staff() {
            return new Staff("here", units, people, seconded, substitutions, decisions);
        }

        List<Employee> everybody() {
            List<Employee> all = new ArrayList<>(people);
            all.addAll(guests);
            return all;
        }

        private enum Part {
            FIRST,
            APPARATUS,
            HEAD,
            LEADING,
            PLAIN
        }

        private EmployeeSettings readings() {
            EmployeeSettings chosen = EmployeeSettings.DEFAULTS;
            if (random.nextInt(3) == 0) {
                chosen = chosen.with(AppraisalSetting.MONTH_END, "SAME_DAY", "r");
            }
            if (random.nextInt(3) == 0) {
                chosen = chosen.with(AppraisalSetting.TENURE_COUNTS_FIRST_DAY, "false", "r");
            }
            if (random.nextInt(3) == 0) {
                chosen = chosen.with(AppraisalSetting.TRIP_COUNTS_AS_WORKED, "false", "r");
            }
            return random.nextInt(3) == 0
                    ? chosen.with(AppraisalSetting.TRAINING_COUNTS_AS_WORKED, "false", "r")
                    : chosen;
        }

        private void unit(String id, Optional<String> parent, Category head) {
            units.add(
                    new Unit(
                            id,
                            new Title(id, id),
                            parent,
                            random.nextInt(3) == 0 ? Optional.empty() : Optional.of(head)));
        }

        private void person(String id, String unit, String category, String manager, Part part) {
            List<Appointment> held = new ArrayList<>();
            boolean isNew = random.nextInt(3) == 0;
            LocalDate from = isNew ? quarter.first().plusDays(random.nextInt(80)) : People.LONG_AGO;
            Optional<LocalDate> to =
                    random.nextInt(3) == 0
                            ? Optional.of(from.plusDays(random.nextInt(70)))
                            : Optional.empty();
            if (!isNew && to.isPresent()) {
                to = Optional.of(quarter.first().plusDays(random.nextInt(110)));
            }
            held.add(appointment(unit, category, manager, part, new Span(from, to)));
            if (to.isPresent() && random.nextBoolean()) { // moves on
                held.add(
                        appointment(
                                oneOf("board", unit),
                                oneOf("D-4", "D-5"),
                                manager,
                                Part.PLAIN,
                                Span.since(to.get().plusDays(1 + random.nextInt(3)))));
            }
            people.add(employee(id, held, secondments(random.nextInt(4) == 0)));
        }

        private Appointment appointment(
                String unit, String category, String manager, Part part, Span span) {
            return new Appointment(
                    unit,
                    new Title("қ", "д"),
                    category.isEmpty() ? Optional.empty() : Optional.of(new Category(category)),
                    part != Part.PLAIN,
                    part == Part.HEAD || part == Part.FIRST,
                    part == Part.FIRST,
                    part == Part.APPARATUS,
                    manager.isEmpty() ? Optional.empty() : Optional.of(manager),
                    Optional.empty(),
                    Appointment.Kind.APPOINTED,
                    span,
                    Optional.empty());
        }

        private Employee employee(String id, List<Appointment> held, List<Secondment> sent) {
            List<Absence> absences = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                Absence.Kind[] kinds = Absence.Kind.values();
                LocalDate from = quarter.first().plusDays(random.nextInt(120) - 10L);
                absences.add(
                        new Absence(
                                kinds[random.nextInt(kinds.length)],
                                from,
                                from.plusDays(random.nextInt(random.nextBoolean() ? 60 : 10))));
            }
            return new Employee(
                    id,
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    random.nextInt(5) == 0 ? WorkWeek.SIX_DAYS : WorkWeek.FIVE_DAYS,
                    held,
                    absences,
                    sent);
        }

        private List<Secondment> secondments(boolean any) {
            if (!any) {
                return List.of();
            }
            LocalDate from = quarter.first().plusDays(random.nextInt(60) - 5L);
            LocalDate to = from.plusDays(random.nextInt(50));
            List<Secondment> sent =
                    new ArrayList<>(List.of(new Secondment("x", Span.of(from, to))));
            if (random.nextBoolean()) {
                LocalDate again = to.plusDays(1 + random.nextInt(20));
                sent.add(new Secondment("x", Span.of(again, again.plusDays(random.nextInt(20)))));
            }
            return sent;
        }

        private void guest() {
            LocalDate from = random.nextBoolean() ? People.LONG_AGO : quarter.first().plusDays(20);
            Employee guest =
                    employee(
                            "guest",
                            List.of(
                                    appointment(
                                            "far",
                                            oneOf("D-3", "D-5"),
                                            "",
                                            Part.PLAIN,
                                            Span.since(from))),
                            secondments(true));
            guests.add(guest);
            Optional<SecondedPlace> place =
                    random.nextInt(5) == 0
                            ? Optional.empty()
                            : Optional.of(
                                    new SecondedPlace(
                                            oneOf("a", "b", "c"),
                                            oneOf("akim", "head-a"),
                                            random.nextBoolean(),
                                            false));
            for (Secondment sent : guest.secondments()) {
                seconded.add(new SecondedIn(guest, "x", sent, place));
            }
        }

        private void orders() {
            List<Substitution.Of> of =
                    List.of(
                            new Substitution.Absent("akim"),
                            new Substitution.Absent("chief"),
                            new Substitution.Absent("head-a"),
                            new Substitution.Absent("head-b"),
                            new Substitution.VacantHead("a"),
                            new Substitution.VacantHead("b"),
                            new Substitution.VacantHead("board"));
            for (Substitution.Of each : of) {
                if (random.nextInt(2) == 0) {
                    LocalDate from = scoring.minusDays(random.nextInt(100));
                    substitutions.add(
                            new Substitution(
                                    "s" + substitutions.size(),
                                    each,
                                    oneOf("p0", "p1", "chief", "guest"),
                                    Span.of(from, from.plusDays(random.nextInt(150))),
                                    People.ORDER));
                }
            }
            if (random.nextInt(2) == 0) {
                decisions.add(
                        new ApparatusDecision(
                                "d",
                                List.of("p0", "p1", "head-a", "chief"),
                                Span.since(quarter.first().plusDays(random.nextInt(100) - 20L)),
                                People.ORDER));
            }
        }

        private String oneOf(String... of) {
            return of[random.nextInt(of.length)];
        }
    }

    @Test
    void theSecondCountKnowsTheExamples() {
        // E08, E10, E14: the second count itself is right about the month.
        EmployeeSettings settings = EmployeeSettings.DEFAULTS;
        assertThat(monthEnd(LocalDate.of(2025, 3, 10), settings)).isEqualTo("2025-04-09");
        assertThat(monthEnd(LocalDate.of(2025, 3, 1), settings)).isEqualTo("2025-03-31");
        assertThat(monthEnd(LocalDate.of(2025, 8, 31), settings)).isEqualTo("2025-09-30");
    }
}
