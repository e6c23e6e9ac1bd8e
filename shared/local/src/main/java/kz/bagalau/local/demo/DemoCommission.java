package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.bagalau.lambda.Json;

/// The Commission of the example data: its timetable of three days, a meeting that is approved and
/// whose results go as far as appeals, a meeting that waits for approval, and a day whose meeting
/// is still to be held. One motion ends in a tie, which the chair decides.
final class DemoCommission {

    private static final String ID = "main";
    private static final List<String> MEMBERS =
            List.of("demo-member-1", "demo-member-2", "demo-member-3");
    private static final Set<String> FIRST_DAY =
            Set.of("APPROVED", "INFORMED", "APPEALED", "PROPOSED", "CLOSED");

    /// Whose result the votes are split on.
    private static final String SPLIT = "INFORMED";

    private final Client client;
    private final JsonNode cases;
    private final UnaryOperator<String> sheetOf;

    /// @param sheetOf the id of an employee's sheet
    DemoCommission(Client client, JsonNode cases, UnaryOperator<String> sheetOf) {
        this.client = client;
        this.cases = cases;
        this.sheetOf = sheetOf;
    }

    /// How many indicators of a case are achieved: three where the Commission is asked for more.
    static int achieved(JsonNode one) {
        return one.path("reaches").asText().equals(SPLIT) ? 3 : 4;
    }

    /// Composes it, and agrees on the days with their sheets and documents.
    void prepare(List<LocalDate> days) {
        ObjectNode composition = Json.object().put("body", DemoKpi.BODY);
        composition
                .putObject("order")
                .put("number", "12-Ж")
                .put("date", days.getFirst().minusDays(14).toString());
        composition.put("chair", DemoKpi.CHAIR.subject());
        MEMBERS.forEach(composition.putArray("members")::add);
        composition.put("secretary", DemoKpi.SECRETARY.subject());
        client.send(DemoKpi.HEAD, "PUT", "/commissions/" + ID, composition).expect(200, 201);
        if (standing().path("state").asText().equals("COMPOSED")) {
            ObjectNode timetable = version().put("assessmentFrom", days.getFirst().toString());
            ArrayNode meetings = timetable.putArray("meetings");
            for (int i = 0; i < days.size(); i++) {
                ObjectNode day = meetings.addObject().put("on", days.get(i).toString());
                sheets(i).forEach(day.putArray("sheets")::add);
            }
            client.send(DemoKpi.HR, "PUT", "/commissions/" + ID + "/timetable", timetable)
                    .expect(200);
        }
        if (standing().path("state").asText().equals("PROPOSED")) {
            client.send(
                            DemoKpi.CHAIR,
                            "POST",
                            "/commissions/" + ID + "/timetable/agreement",
                            version())
                    .expect(200);
        }
        for (JsonNode day : standing().path("timetable").path("meetings")) {
            if (!day.has("documents")) {
                ObjectNode documents = version();
                documents.set("sheets", day.path("sheets"));
                String path = "/commissions/" + ID + "/timetable/" + day.path("on").asText();
                client.send(DemoKpi.HR, "PUT", path + "/documents", documents).expect(200);
            }
        }
    }

    /// The sheets of the first day, the second, and the day that is still to come.
    private List<String> sheets(int day) {
        List<String> sheets = new ArrayList<>();
        for (JsonNode one : cases) {
            String reaches = one.path("reaches").asText();
            boolean there =
                    switch (day) {
                        case 0 -> FIRST_DAY.contains(reaches);
                        case 1 -> reaches.equals("DECIDED");
                        default -> reaches.equals("AT_COMMISSION");
                    };
            if (there) {
                sheets.add(sheet(one));
            }
        }
        return sheets;
    }

    /// The first meeting, its approval, and what came after.
    void decide(LocalDate day) {
        JsonNode meeting = hold(day);
        if (meeting.path("state").asText().equals("HELD")) {
            ObjectNode approval =
                    Json.object()
                            .put("version", meeting.path("version").asInt())
                            .put("on", day.toString());
            String path = "/commission-meetings/" + meeting.path("id").asText() + "/approve";
            client.send(DemoKpi.HEAD, "POST", path, approval).expect(200);
        }
        for (JsonNode one : cases) {
            String reaches = one.path("reaches").asText();
            if (FIRST_DAY.contains(reaches) && !reaches.equals("APPROVED")) {
                JsonNode informed = informed(one, day);
                if (!reaches.equals("INFORMED")) {
                    appeal(one, informed, day);
                }
            }
        }
    }

    /// Holds the meeting of a day, once.
    JsonNode hold(LocalDate day) {
        for (JsonNode held :
                client.send(DemoKpi.HR, "GET", "/commission-meetings", null)
                        .expect(200)
                        .body()
                        .path("meetings")) {
            if (held.path("heldOn").asText().equals(day.toString())) {
                return held;
            }
        }
        ObjectNode meeting = Json.object().put("commission", ID).put("heldOn", day.toString());
        ArrayNode present = meeting.putArray("present").add(DemoKpi.CHAIR.subject());
        MEMBERS.forEach(present::add);
        ArrayNode motions = meeting.putArray("decisions");
        for (JsonNode scheduled : standing().path("timetable").path("meetings")) {
            if (scheduled.path("on").asText().equals(day.toString())) {
                scheduled.path("documents").forEach(sheet -> motions(motions, sheet.asText()));
            }
        }
        return client.send(DemoKpi.SECRETARY, "POST", "/commission-meetings", meeting)
                .expect(200, 201)
                .body();
    }

    private void motions(ArrayNode motions, String sheet) {
        for (JsonNode one : cases) {
            if (sheet(one).equals(sheet)) {
                boolean split = one.path("reaches").asText().equals(SPLIT);
                ObjectNode motion = motions.addObject().put("sheet", sheet);
                motion.put("decision", split ? "REVISE" : "CONFIRM");
                if (split) {
                    motion.put("grade", "PROPER");
                }
                ArrayNode votes = motion.putArray("votes");
                vote(votes, DemoKpi.CHAIR.subject(), true);
                for (int i = 0; i < MEMBERS.size(); i++) {
                    vote(votes, MEMBERS.get(i), !split || i == 0);
                }
            }
        }
    }

    private static void vote(ArrayNode votes, String member, boolean inFavour) {
        votes.addObject().put("member", member).put("for", inFavour);
    }

    /// The sheet of a case once its employee is informed.
    private JsonNode informed(JsonNode one, LocalDate day) {
        String path = "/kpi-sheets/" + sheet(one);
        JsonNode standing = client.send(DemoKpi.HR, "GET", path, null).expect(200).body();
        if (!standing.path("state").asText().equals("APPROVED")) {
            return standing;
        }
        ObjectNode notice =
                versionOf(standing).put("channel", "EMAIL").put("sentOn", day.toString());
        return client.send(DemoKpi.HR, "POST", path + "/inform", notice).expect(200).body();
    }

    private void appeal(JsonNode one, JsonNode sheet, LocalDate day) {
        ObjectNode appeal;
        if (sheet.path("state").asText().equals("INFORMED")) {
            ObjectNode filed =
                    versionOf(sheet)
                            .put("to", one.path("to").asText())
                            .put("text", "Бесінші көрсеткіш ескерілмеді.");
            String path = "/kpi-sheets/" + sheet(one) + "/appeal";
            appeal = (ObjectNode) client.send(DemoKpi.HR, "POST", path, filed).expect(200).body();
        } else {
            appeal = sheet.path("appeals").path(0).deepCopy();
            appeal.set("version", sheet.path("version"));
        }
        String outcome =
                switch (one.path("reaches").asText()) {
                    case "PROPOSED" -> "PROPOSE_REVIEW";
                    case "CLOSED" -> "LEAVE";
                    default -> "";
                };
        if (!outcome.isEmpty() && appeal.path("state").asText().equals("FILED")) {
            String id = appeal.path("id").asText();
            ObjectNode decision =
                    versionOf(appeal)
                            .put("outcome", outcome)
                            .put("number", "05-11/" + id.substring(0, 4))
                            .put("date", day.toString());
            client.send(Demo.AGENCY, "POST", "/appeals/" + id + "/decide", decision).expect(200);
        }
    }

    private String sheet(JsonNode one) {
        return sheetOf.apply(one.path("sub").asText());
    }

    private JsonNode standing() {
        return client.send(DemoKpi.HR, "GET", "/commissions/" + ID, null).expect(200).body();
    }

    private ObjectNode version() {
        return versionOf(standing());
    }

    private static ObjectNode versionOf(JsonNode document) {
        return Json.object().put("version", document.path("version").asInt());
    }
}
