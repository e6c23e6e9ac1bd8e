package kz.bagalau.directory.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.CalendarMistake;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.DayKind;
import kz.bagalau.rules.calendar.SpecialDay;
import kz.bagalau.rules.calendar.WorkWeek;

/// A year's calendar as callers read it and as the Agency sends it back: what was read can be sent
/// again as it is.
///
/// @param seen the version that the sender has edited, where it is said
record CalendarForm(CalendarYear year, OptionalLong seen) {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DAYS = 100;
    private static final int MAX_VERSION = 999_999;

    // Where the Agency gives no basis for the year, each day still has its own.
    private static final String BY_DAY = "as stated for each day";

    private record Placed(int place, SpecialDay day) {}

    static Input.Result<CalendarForm> parse(Request request, int year) {
        Input input = request.input(MAX_BYTES);
        if (input.has("year")) {
            input.integer("year", year, year);
        }
        input.raw("year");
        var status = input.oneOf("status", CalendarYear.Status.class, CalendarYear.Status.DRAFT);
        String basis = input.optionalText("basis", 1000).orElse(BY_DAY);
        OptionalLong seen =
                input.has("version")
                        ? OptionalLong.of(input.integer("version", 0, MAX_VERSION))
                        : OptionalLong.empty();
        input.raw("version");
        List<Input> sent = input.objects("days", MAX_DAYS);
        if (input.raw("days").isEmpty()) {
            input.error("days", FieldProblem.TOO_FEW, "1");
        }
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            int place = i;
            day(sent.get(i)).ifPresent(day -> placed.add(new Placed(place, day)));
        }
        List<SpecialDay> days = placed.stream().map(Placed::day).toList();
        var mistakes = CalendarYear.mistakes(year, WorkWeek.FIVE_DAYS, days);
        for (var mistake : mistakes) {
            Placed wrong = placed.get(mistake.index());
            input.error(
                    "days/" + wrong.place() + "/date",
                    problem(mistake.what()),
                    wrong.day().date().toString());
        }
        if (mistakes.isEmpty()) {
            compareWorkingDays(input, year(year, status, basis, days));
        }
        input.raw("workingDays");
        return input.finish(() -> new CalendarForm(year(year, status, basis, days), seen));
    }

    private static Optional<SpecialDay> day(Input input) {
        Optional<LocalDate> date = date(input, "date");
        var kind = input.oneOf("kind", DayKind.class, DayKind.HOLIDAY);
        Input name = input.object("name");
        LocalText texts =
                new LocalText(name.text("kk", 300), name.text("ru", 300), name.text("en", 300));
        String basis = input.text("basis", 1000);
        Optional<LocalDate> replaced =
                input.has("substitutesFor") ? date(input, "substitutesFor") : Optional.empty();
        input.raw("substitutesFor");
        return date.filter(day -> !basis.isEmpty())
                .map(day -> new SpecialDay(day, kind, texts, basis, replaced));
    }

    private static Optional<LocalDate> date(Input input, String field) {
        String text = input.text(field, 10);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            input.error(field, FieldProblem.BAD_FORMAT, "2025-11-03");
            return Optional.empty();
        }
    }

    /// The number that the sender counted shows a day that was forgotten or mistyped.
    private static void compareWorkingDays(Input input, CalendarYear year) {
        if (input.has("workingDays")
                && input.integer("workingDays", 0, 366) != year.workingDays()) {
            input.error(
                    "workingDays",
                    DirectoryProblem.WORKING_DAYS_DIFFER,
                    Integer.toString(year.workingDays()));
        }
    }

    private static CalendarYear year(
            int year, CalendarYear.Status status, String basis, List<SpecialDay> days) {
        return new CalendarYear(year, WorkWeek.FIVE_DAYS, status, basis, days);
    }

    private static DirectoryProblem problem(CalendarMistake mistake) {
        return switch (mistake) {
            case OUTSIDE_YEAR -> DirectoryProblem.OUTSIDE_YEAR;
            case DAY_TWICE -> DirectoryProblem.DAY_TWICE;
            case ALREADY_OFF -> DirectoryProblem.ALREADY_OFF;
            case ALREADY_WORKING -> DirectoryProblem.ALREADY_WORKING;
            case NOTHING_TO_SUBSTITUTE -> DirectoryProblem.NOTHING_TO_SUBSTITUTE;
        };
    }

    static ObjectNode json(Edition<CalendarYear> edition) {
        CalendarYear year = edition.value();
        ObjectNode json =
                Json.object()
                        .put("year", year.year())
                        .put("status", year.status().name())
                        .put("workingDays", year.workingDays())
                        .put("basis", year.basis())
                        .put("version", edition.version());
        var days = json.putArray("days");
        for (SpecialDay day : year.days()) {
            ObjectNode item =
                    days.addObject()
                            .put("date", day.date().toString())
                            .put("kind", day.kind().name());
            item.set("name", Json.texts(day.name()));
            item.put("basis", day.basis());
            day.substitutesFor().ifPresent(date -> item.put("substitutesFor", date.toString()));
        }
        return json;
    }
}
