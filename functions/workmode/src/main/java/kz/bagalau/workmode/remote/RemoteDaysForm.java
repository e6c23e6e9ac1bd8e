package kz.bagalau.workmode.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.rules.workmode.RemoteDays;
import kz.bagalau.workmode.desk.Days;

/// The remote days of combined work: an array of weekdays and dates, such as `["MONDAY",
/// "2026-02-03"]`.
final class RemoteDaysForm {

    static final String FIELD = "remoteDays";
    private static final int MOST = 400;
    private static final int LENGTH = 10;

    private RemoteDaysForm() {}

    static Optional<RemoteDays> read(Input input) {
        Set<DayOfWeek> weekdays = new HashSet<>();
        Set<LocalDate> dates = new HashSet<>();
        for (String name : input.optionalTexts(FIELD, MOST, LENGTH)) {
            if (!add(name, weekdays, dates)) {
                input.error(FIELD, FieldProblem.NOT_ALLOWED, name);
            }
        }
        return days(weekdays, dates);
    }

    static Optional<RemoteDays> stored(JsonNode array) {
        Set<DayOfWeek> weekdays = new HashSet<>();
        Set<LocalDate> dates = new HashSet<>();
        array.forEach(name -> add(name.asText(), weekdays, dates));
        return days(weekdays, dates);
    }

    static void write(ObjectNode json, Optional<RemoteDays> days) {
        days.ifPresent(named -> {
            ArrayNode array = json.putArray(FIELD);
            named.weekdays().stream().sorted().forEach(day -> array.add(day.name()));
            named.dates().stream().sorted().forEach(day -> array.add(day.toString()));
        });
    }

    private static boolean add(String name, Set<DayOfWeek> weekdays, Set<LocalDate> dates) {
        Optional<DayOfWeek> weekday =
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().equals(name))
                        .findFirst();
        Optional<LocalDate> date = Days.day(name);
        weekday.ifPresent(weekdays::add);
        date.ifPresent(dates::add);
        return weekday.isPresent() || date.isPresent();
    }

    private static Optional<RemoteDays> days(Set<DayOfWeek> weekdays, Set<LocalDate> dates) {
        return weekdays.isEmpty() && dates.isEmpty()
                ? Optional.empty()
                : Optional.of(new RemoteDays(weekdays, dates));
    }
}
