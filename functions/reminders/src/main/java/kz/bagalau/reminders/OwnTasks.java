package kz.bagalau.reminders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.directory.StaffSubstitutes;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// What somebody has to do on a day: the own tasks, those of the offices that they hold, and those
/// of who is absent and whom they represent by an order of the day (No. 245, ¶3), in the body, but
/// for those in the own case.
///
/// @param calendar by which their days are counted now
record OwnTasks(Cases cases, StaffSubstitutes substitutes, Supplier<WorkingCalendar> calendar) {

    private static final Optional<LocalDate> EVER = Optional.empty();

    /// Whose tasks are asked for.
    ///
    /// @param offices the person and the offices that they hold
    /// @param body of which they are; empty for one of none
    record Owner(String person, Optional<String> body, Collection<Party> offices) {}

    /// @param document that the task is about; empty where it was settled meanwhile
    record Found(Task task, Optional<Document> document) {}

    /// By day, those without a day last. Empty where the cursor is none of this list.
    Optional<Page<Found>> page(Owner owner, LocalDate day, Paging paging) {
        Set<Party> represented = represented(owner, day);
        Set<Party> owners = new HashSet<>(owner.offices());
        owners.addAll(represented);
        List<Found> found = new ArrayList<>();
        Paging asked = paging;
        while (true) {
            Optional<Page<Task>> page = cases.tasks(owners, EVER, asked);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            found(page.get()).stream()
                    .filter(one ->
                            !represented.contains(one.task().owner()) || isInTheirPlace(owner, one))
                    .forEach(found::add);
            Optional<String> next = page.get().next();
            if (next.isEmpty() || found.size() >= paging.limit()) {
                return Optional.of(new Page<>(found, next));
            }
            asked = new Paging(paging.limit() - found.size(), next);
        }
    }

    /// How many tasks are due on each day.
    SortedMap<LocalDate, Integer> dueDays(Owner owner, LocalDate day) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        WorkingCalendar now = calendar.get();
        all(Set.copyOf(owner.offices()), page -> page.items().stream())
                .flatMap(task -> task.by(now).due().stream())
                .forEach(due -> days.merge(due, 1, Integer::sum));
        all(represented(owner, day), page -> found(page).stream())
                .filter(one -> isInTheirPlace(owner, one))
                .flatMap(one -> one.task().due().stream())
                .forEach(due -> days.merge(due, 1, Integer::sum));
        return days;
    }

    /// Something of every page of the tasks of some owners.
    private <T> Stream<T> all(Set<Party> owners, Function<Page<Task>, Stream<T>> of) {
        Stream.Builder<Stream<T>> parts = Stream.builder();
        Optional<Paging> paging =
                owners.isEmpty() ? Optional.empty() : Optional.of(Paging.first(Paging.MAX));
        while (paging.isPresent()) {
            Paging asked = paging.get();
            Page<Task> page = cases.tasks(owners, EVER, asked).orElseThrow();
            parts.add(of.apply(page));
            paging = page.next().map(asked::after);
        }
        return parts.build().flatMap(Function.identity());
    }

    /// The tasks, their days by the calendar as it stands now, with the documents that they are
    /// about.
    List<Found> found(Page<Task> page) {
        WorkingCalendar now = calendar.get();
        Map<Reference, Document> documents =
                cases.find(page.items().stream().map(Task::object).toList());
        return page.items().stream()
                .map(task ->
                        new Found(task.by(now), Optional.ofNullable(documents.get(task.object()))))
                .toList();
    }

    private Set<Party> represented(Owner owner, LocalDate day) {
        return owner.body()
                .map(body -> substitutes.representedBy(body, owner.person(), day))
                .orElse(Set.of());
    }

    private static boolean isInTheirPlace(Owner owner, Found found) {
        return owner.body().filter(found.task().body()::equals).isPresent()
                && found.document()
                        .filter(document -> TaskJson.isAbout(owner.person(), document))
                        .isEmpty();
    }
}
