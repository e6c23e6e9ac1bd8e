package kz.bagalau.workmode.desk;

import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.rules.worktime.Clock24;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.Pause;
import kz.bagalau.rules.worktime.WorkTime;

/// A day's working time as it is sent, in the fields of [kz.bagalau.arrangements.HoursJson].
public final class HoursForm {

    private HoursForm() {}

    /// The hours; what is wrong with them is noted in the input.
    public static DayHours read(Input input) {
        LocalTime start = time(input, "start", Clock24::time, "09:00");
        LocalTime end = time(input, "end", Clock24::end, "18:30, 24:00");
        boolean from = input.has("breakFrom");
        boolean to = input.has("breakTo");
        if (from != to) {
            input.error(from ? "breakTo" : "breakFrom", WorkmodeProblem.BREAK_INCOMPLETE);
        }
        if (!from || !to) {
            input.raw("breakFrom");
            input.raw("breakTo");
            return new DayHours(start, end);
        }
        DayHours hours =
                new DayHours(
                        new WorkTime(start, end),
                        Optional.of(
                                new Pause(
                                        time(input, "breakFrom", Clock24::time, "13:00"),
                                        time(input, "breakTo", Clock24::end, "14:30"))));
        if (!hours.fits()) {
            input.error("breakTo", WorkmodeProblem.BREAK_OUTSIDE);
        }
        return hours;
    }

    private static LocalTime time(
            Input input, String field, Function<String, Optional<LocalTime>> read, String example) {
        String text = input.text(field, 5);
        Optional<LocalTime> time = read.apply(text);
        if (time.isEmpty() && !text.isEmpty()) {
            input.error(field, FieldProblem.BAD_FORMAT, example);
        }
        return time.orElse(LocalTime.MIDNIGHT);
    }
}
