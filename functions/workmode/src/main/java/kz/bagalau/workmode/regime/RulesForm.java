package kz.bagalau.workmode.regime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.arrangements.HoursJson;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.WorkRules;
import kz.bagalau.workmode.desk.HoursForm;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// Internal work rules as a personnel service sends them and as they are read (121 ¶4).
///
/// @param seen the version that the sender has edited; empty where it names none
public record RulesForm(WorkRules rules, OptionalLong seen) {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_ACT = 300;

    public static Input.Result<RulesForm> read(Request request, LocalDate from) {
        Input input = request.input(MAX_BYTES);
        OptionalLong seen = Asked.version(input);
        Optional<String> unit = input.optionalId("unit");
        Optional<LocalDate> to = input.has("to") ? Optional.of(input.date("to")) : Optional.empty();
        input.raw("to");
        DayHours hours = HoursForm.read(input);
        Set<DayOfWeek> weekdays = weekdays(input);
        String act = input.text("act", MAX_ACT);
        if (to.filter(from::isAfter).isPresent() && !input.isWrong("to")) {
            input.error("to", WorkmodeProblem.TO_BEFORE_FROM, from.toString());
        }
        return input.finish(
                () -> new RulesForm(new WorkRules(unit, from, to, hours, weekdays, act), seen));
    }

    private static Set<DayOfWeek> weekdays(Input input) {
        EnumSet<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (String name : input.texts("weekdays", 1, 7, 10)) {
            Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            weekdays::add,
                            () -> input.error("weekdays", FieldProblem.NOT_ALLOWED, name));
        }
        // What has an error makes no rules.
        return weekdays.isEmpty() ? EnumSet.of(DayOfWeek.MONDAY) : weekdays;
    }

    public static ObjectNode json(Edition<WorkRules> edition) {
        WorkRules rules = edition.value();
        ObjectNode json = Json.object().put("from", rules.from().toString());
        rules.unit().ifPresent(unit -> json.put("unit", unit));
        rules.to().ifPresent(to -> json.put("to", to.toString()));
        HoursJson.write(json, rules.hours());
        var weekdays = json.putArray("weekdays");
        rules.weekdays().stream().sorted().forEach(day -> weekdays.add(day.name()));
        return json.put("act", rules.act()).put("version", edition.version());
    }
}
