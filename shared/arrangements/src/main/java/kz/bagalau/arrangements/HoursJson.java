package kz.bagalau.arrangements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.rules.worktime.Clock24;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.Pause;
import kz.bagalau.rules.worktime.WorkTime;

/// A day's working time as four fields: `start`, `end`, `breakFrom`, `breakTo`. `24:00` is an end,
/// and one not after the start is the next day's.
public final class HoursJson {

    private HoursJson() {}

    public static ObjectNode write(ObjectNode json, DayHours hours) {
        json.put("start", Clock24.text(hours.start())).put("end", Clock24.endText(hours.end()));
        hours.pause()
                .ifPresent(pause ->
                        json.put("breakFrom", Clock24.text(pause.from()))
                                .put("breakTo", Clock24.endText(pause.to())));
        return json;
    }

    /// The hours as [#write] wrote them.
    public static DayHours read(JsonNode json) {
        return new DayHours(
                new WorkTime(
                        Clock24.time(json.path("start").asText()).orElseThrow(),
                        Clock24.end(json.path("end").asText()).orElseThrow()),
                Clock24.time(json.path("breakFrom").asText())
                        .map(from ->
                                new Pause(
                                        from,
                                        Clock24.end(json.path("breakTo").asText()).orElseThrow())));
    }
}
