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
import java.util.function.Predicate;
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
                List<Subject> subjects = Subject.of(staff, person.id(), made.quarter);
                assertThat(subjects.stream().map(SecondCountTest::line))
                        .as("staff %s %s", i, person)
                        .containsExactlyElementsOf(expectedSubjects(made, person));
                for (Subject subject : subjects) {
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

    private static String line(Subject subject) {
        return subject.number() + " " + subject.last() + " " + subject.withoutParticipation();
    }

    /// One case of each post of corps "B" at home, in the order of time; one in the receiving body.
    private static List<String> expectedSubjects(RandomStaff made, Employee person) {
        boolean guest = made.guests.contains(person);
        LocalDate left = LocalDate.MIN;
        for (Appointment held : person.appointments()) {
            LocalDate end = held.span().to().orElse(LocalDate.MAX);
            left = end.isAfter(left) ? end : left;
        }
        String without = " " + left.isBefore(made.quarter.last());
        List<String> expected = new ArrayList<>();
        LocalDate received = null;
        for (Appointment held : person.appointments()) { // in the order of time
            LocalDate there = null;
            LocalDate home = null;
            LocalDate away = null;
            for (LocalDate day = made.quarter.first();
                    !day.isAfter(made.quarter.last());
                    day = day.plusDays(1)) {
                boolean sent = false;
                for (Secondment secondment : person.secondments()) {
                    sent |= in(secondment.span(), day);
                }
                if (in(held.span(), day)) {
                    there = day;
                    home = sent ? home : day;
                    away = sent ? day : away;
                }
            }
            if (!guest && there != null && held.category().isPresent()) {
                LocalDate last = home == null ? there : home;
                expected.add((expected.size() + 1) + " " + last + without);
            }
            received = away != null && held.category().isPresent() ? away : received;
        }
        if (guest && received != null) {
            expected.add("0 " + received + without);
        }
        return expected;
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

    /// A post above, and who sat on it last.
    private record Sought(String kind, String unit, @Nullable Seat former) {}

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
            boolean belowFirst = lastSeat(seat -> seat.person().equals(manager), Seat::first);
            boolean decided =
                    made.decisions.stream()
                            .anyMatch(decision ->
                                    decision.employees().contains(me)
                                            && in(decision.span(), subject.last()));
            Sought above;
            if (decided && belowFirst && !subject.post().apparatusHead()) {
                above = new Sought("apparatus", "", lastSeat(Seat::apparatus));
                basis = "APPARATUS_HEAD";
            } else if (Set.of("RULE_1", "RULE_3").contains(basis)) {
                above = manager.isEmpty() ? null : of(manager);
            } else {
                above = climb(subject.post().unit());
            }
            if (above == null) {
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

        private Sought of(String manager) {
            Seat seat = lastSeat(each -> each.person().equals(manager));
            return seat == null ? new Sought("person:" + manager, "", null) : sought(seat);
        }

        private static Sought sought(Seat seat) {
            String kind =
                    seat.unitHead()
                            ? seat.category().equals("D-O-1") ? "chief" : "head"
                            : seat.apparatus()
                                    ? "apparatus"
                                    : seat.first()
                                            ? "first"
                                            : seat.head() ? "chief" : "person:" + seat.person();
            return new Sought(kind, seat.unit(), seat);
        }

        private boolean lastSeat(Predicate<Seat> whose, Predicate<Seat> is) {
            Seat seat = lastSeat(whose);
            return seat != null && is.test(seat);
        }

        /// Goes back day by day from the case's last day.
        private @Nullable Seat lastSeat(Predicate<Seat> whose) {
            LocalDate day = subject.last();
            // No random appointment ends before the quarter begins.
            while (!day.isBefore(made.quarter.first())) {
                Optional<Seat> seat = seats(day).stream().filter(whose).findFirst();
                if (seat.isPresent()) {
                    return seat.get();
                }
                day = day.minusDays(1);
            }
            return null;
        }

        private @Nullable Sought climb(String from) {
            String unit = from;
            while (!unit.isEmpty()) {
                String here = unit;
                List<Seat> seated = headsFirst(subject.last(), here);
                Optional<Seat> head = seated.stream().filter(Seat::head).findFirst();
                if (head.isPresent() && !head.get().person().equals(me)) {
                    return sought(head.get());
                }
                if (head.isEmpty() && seated.stream().noneMatch(Seat::unitHead) && vacant(here)) {
                    return new Sought("vacant", here, null);
                }
                unit =
                        made.units.stream()
                                .filter(each -> each.id().equals(here))
                                .findFirst()
                                .flatMap(Unit::parent)
                                .orElse("");
            }
            return null;
        }

        /// Who sits in a unit, whoever is entered as its head before all others.
        private List<Seat> headsFirst(LocalDate day, String unit) {
            List<Seat> seated = new ArrayList<>();
            for (Seat seat : seats(day)) {
                if (seat.unit().equals(unit)) {
                    seated.add(seat.unitHead() ? 0 : seated.size(), seat);
                }
            }
            return seated;
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

        private String holder(Sought above) {
            List<Predicate<Seat>> tried =
                    switch (above.kind()) {
                        case "vacant" -> List.of(Seat::head, Seat::unitHead);
                        case "chief" ->
                                List.of(seat -> seat.category().equals("D-O-1"), Seat::unitHead);
                        case "head" -> List.of(Seat::unitHead);
                        case "first" -> List.of(Seat::first);
                        case "apparatus" -> List.of(Seat::apparatus);
                        default -> List.of(seat -> above.kind().equals("person:" + seat.person()));
                    };
            boolean anywhere = Set.of("first", "apparatus").contains(above.kind());
            List<Seat> seated =
                    anywhere ? seats(made.scoring) : headsFirst(made.scoring, above.unit());
            return tried.stream()
                    .flatMap(fits -> seated.stream().filter(fits))
                    .map(Seat::person)
                    .findFirst()
                    .orElse("");
        }

        private String substitute(Sought above, String holder) {
            if (!holder.isEmpty()) {
                return order(new Substitution.Absent(holder), made.scoring);
            }
            Seat before = above.former();
            String unit =
                    Set.of("vacant", "chief", "head").contains(above.kind()) ? above.unit() : "";
            if (before != null && (before.unitHead() || before.head())) {
                unit = before.unit();
            }
            String acting =
                    unit.isEmpty() ? "" : order(new Substitution.VacantHead(unit), made.scoring);
            if (!acting.isEmpty()) {
                return acting;
            }
            String person =
                    above.kind().startsWith("person:")
                            ? above.kind().substring("person:".length())
                            : before == null ? "" : before.person();
            return person.isEmpty() ? "" : order(new Substitution.Absent(person), made.scoring);
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
        private final boolean flat; // the first head is not entered as head of the unit

        RandomStaff(Random random) {
            this.random = random;
            quarter = new Quarter(2025 + random.nextInt(2), 1 + random.nextInt(4));
            scoring = quarter.last().plusDays(1 + random.nextInt(30));
            settings = readings();
            flat = random.nextBoolean();
            unit("board", Optional.empty(), Category.D_O_1);
            unit("a", Optional.of("board"), Category.D_3);
            unit("b", Optional.of(random.nextBoolean() ? "board" : "a"), Category.D_3);
            unit("c", Optional.of("b"), new Category("D-O-3"));
            person("akim", "board", oneOf("D-O-1", "D-O-1", ""), "", Part.FIRST);
            person("chief", "board", "D-O-2", "akim", Part.APPARATUS);
            for (String unit : List.of("a", "b", "c")) {
                String category = unit.equals("c") ? "D-O-3" : oneOf("D-3", "D-3", "D-4");
                boolean chief = unit.equals("c") && flat;
                person(
                        "head-" + unit,
                        unit,
                        chief ? "D-O-1" : category,
                        "akim",
                        chief ? Part.LEADING : Part.HEAD);
            }
            for (int i = 0; i < 4; i++) {
                String unit = oneOf("board", "a", "b", "c");
                person(
                        "p" + i,
                        unit,
                        oneOf("D-3", "D-4", "D-5", "D-O-4"),
                        oneOf("akim", "chief", "head-a", "head-c", "p" + Math.max(0, i - 1), ""),
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
            if (to.isPresent() && part != Part.PLAIN && random.nextBoolean()) { // a successor
                Span since = Span.since(to.get().plusDays(1 + random.nextInt(40)));
                people.add(
                        employee(
                                "next-" + id,
                                List.of(appointment(unit, category, manager, part, since)),
                                List.of()));
            }
        }

        private Appointment appointment(
                String unit, String category, String manager, Part part, Span span) {
            return new Appointment(
                    unit,
                    new Title("қ", "д"),
                    category.isEmpty() ? Optional.empty() : Optional.of(new Category(category)),
                    part != Part.PLAIN,
                    part == Part.HEAD || part == (flat ? Part.APPARATUS : Part.FIRST),
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
                            new Substitution.Absent("head-c"),
                            new Substitution.VacantHead("c"),
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
