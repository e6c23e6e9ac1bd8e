package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Turn;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.flow.Limit;

/// Where a document names the last days of its terms. A term that is open moves with the calendar;
/// one that is closed stays as it was (CAL.4). So a document is read with the days that its open
/// terms have now, and the event that ends a term writes down the day that it then had.
///
/// @param fields by deadline
public record OpenTerms(Map<Deadline, Field> fields) {

    /// The place of a day.
    ///
    /// @param part finds the part of a content that has the field; what is written into it stands
    ///   in the content
    public record Field(Function<ObjectNode, Optional<ObjectNode>> part, String name) {

        /// A field of the content itself.
        public static Field of(String name) {
            return new Field(Optional::of, name);
        }
    }

    public OpenTerms {
        fields = Map.copyOf(fields);
    }

    /// The document with the days that its open terms have now: those of whoever's turn it is, and
    /// others. A day that nobody knows is left out.
    ///
    /// @param others which are open without being anybody's turn
    /// @param calendar asked for only where a term is open
    public Document of(
            Document document,
            Kind kind,
            Set<Deadline> others,
            Supplier<WorkingCalendar> calendar) {
        Turn turn = kind.turn(document);
        Set<Deadline> open = EnumSet.noneOf(Deadline.class);
        open.addAll(others);
        kind.flow().turns(document.state()).stream()
                .filter(step -> turn.owner(step).isPresent())
                .forEach(step -> {
                    if (step.limit() instanceof Limit.Counted(var rule, _)) {
                        open.add(rule);
                    }
                });
        open.retainAll(fields.keySet());
        if (open.isEmpty()) {
            return document;
        }
        WorkingCalendar now = calendar.get();
        ObjectNode content = document.content();
        fields.forEach((rule, field) -> {
            if (open.contains(rule)) {
                write(content, field, turn.due(rule, now));
            }
        });
        return document.saying(content);
    }

    private static void write(ObjectNode content, Field field, DueDate due) {
        field.part()
                .apply(content)
                .ifPresent(part -> {
                    part.remove(field.name());
                    if (due instanceof DueDate.Found found) {
                        part.put(field.name(), found.due().toString());
                    }
                });
    }
}
