package kz.bagalau.rules.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.Post;
import kz.bagalau.rules.staff.SecondedIn;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Staff;

/// What one appraisal of a quarter is about: somebody's time in one position of a body, or in the
/// body that they are sent to (G-48).
///
/// @param number of the position inside the quarter, from 1 in the order of time as the directory
///   has it now; 0 in the receiving body
/// @param post on the last day of that time
/// @param last the last day of that time inside the quarter
/// @param withoutParticipation whether the person left the body before the quarter ended (¶6)
public record Subject(
        String person,
        int number,
        Post post,
        PositionTime time,
        LocalDate last,
        boolean withoutParticipation) {

    public static final int RECEIVED = 0;

    /// The same under the number of the case that stands.
    public Subject numbered(int other) {
        return new Subject(person, other, post, time, last, withoutParticipation);
    }

    /// Everything that is assessed of a person in a body for a quarter; empty for who has no post
    /// of corps "B" in it.
    public static List<Subject> of(Staff staff, String person, Quarter quarter) {
        Stream<Subject> home =
                staff.person(person).stream().flatMap(own -> atHome(own, quarter).stream());
        return Stream.concat(home, received(staff, person, quarter).stream()).toList();
    }

    private static List<Subject> atHome(Employee person, Quarter quarter) {
        List<Appointment> held =
                person.appointments().stream()
                        .filter(appointment ->
                                appointment.category().isPresent()
                                        && inQuarter(appointment.span(), quarter).isPresent())
                        .sorted(Comparator.comparing(appointment -> appointment.span().from()))
                        .toList();
        List<Subject> found = new ArrayList<>();
        for (Appointment appointment : held) {
            PositionTime time = PositionTime.atHome(person, appointment, quarter.period());
            LocalDate last = time.lastDay().orElseGet(() -> lastDay(appointment.span(), quarter));
            found.add(
                    new Subject(
                            person.id(),
                            found.size() + 1,
                            Post.of(person, appointment),
                            time,
                            last,
                            hasLeft(person, quarter)));
        }
        return found;
    }

    private static Optional<Subject> received(Staff staff, String person, Quarter quarter) {
        List<SecondedIn> sent =
                staff.seconded().stream()
                        .filter(in ->
                                in.person().id().equals(person)
                                        && inQuarter(in.secondment().span(), quarter).isPresent())
                        .toList();
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        PositionTime time = PositionTime.inReceivingBody(sent, quarter.period());
        return time.lastDay()
                .flatMap(last ->
                        placeOf(staff, sent, last)
                                .map(post ->
                                        new Subject(
                                                person,
                                                RECEIVED,
                                                post,
                                                time,
                                                last,
                                                hasLeft(sent.getFirst().person(), quarter))));
    }

    /// Where the receiving body has entered no place, nobody is above.
    private static Optional<Post> placeOf(Staff staff, List<SecondedIn> sent, LocalDate last) {
        SecondedIn in =
                sent.stream()
                        .filter(each -> each.secondment().span().contains(last))
                        .findFirst()
                        .orElseThrow();
        return in.person()
                .appointmentOn(last)
                .filter(held -> held.category().isPresent())
                .map(held ->
                        staff.postOf(in.person().id(), last)
                                .orElseGet(() -> Post.withoutPlace(in, held.category())));
    }

    /// ¶6: dismissed from the body before the period ended. A move inside the body is none.
    private static boolean hasLeft(Employee person, Quarter quarter) {
        return person.lastDay().filter(day -> day.isBefore(quarter.last())).isPresent();
    }

    private static Optional<Span> inQuarter(Span span, Quarter quarter) {
        return span.common(Span.of(quarter.first(), quarter.last()));
    }

    private static LocalDate lastDay(Span span, Quarter quarter) {
        return inQuarter(span, quarter).flatMap(Span::to).orElse(quarter.last());
    }
}
