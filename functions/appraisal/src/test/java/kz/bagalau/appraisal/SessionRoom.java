package kz.bagalau.appraisal;

import static kz.bagalau.appraisal.Bureau.expect;
import static kz.bagalau.appraisal.Bureau.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import kz.bagalau.cases.Document;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Times;
import kz.bagalau.sandbox.Sandbox;

/// A bureau with people who can sit in a session, and the steps from a published result on. The
/// result of emp-1 is published on Thursday 2 April 2026, so that the window ends on Thursday 9
/// April.
final class SessionRoom {

    static final LocalDate PUBLISHED = Bureau.TODAY;
    static final LocalDate WINDOW_ENDS = LocalDate.of(2026, 4, 9);

    static final LocalDate AFTER_THE_WINDOW = LocalDate.of(2026, 4, 10); // Friday

    final Bureau bureau;
    final Caller chief;
    final Caller member;
    private final Sandbox sandbox;

    SessionRoom(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.bureau = new Bureau(sandbox);
        bureau.functions
                .with("ManageCalibrations", () -> new ManageCalibrations(bureau.desk()))
                .with("ManageYearlyScores", () -> new ManageYearlyScores(bureau.desk()));
        this.chief = bureau.caller("chief", Role.ASSESSOR);
        this.member = bureau.caller("boss-2", Role.ASSESSOR);
        bureau.put(Bureau.person("emp-3", Bureau.post("D-5", "boss-2")));
        bureau.put(Bureau.person("emp-4", Bureau.post("D-5", "boss-4")));
        bureau.put(Bureau.person("boss-4", Bureau.post("D-3", "chief")));
    }

    // Calls

    Call call(String method, String path, Caller by) {
        return bureau.call(method, path, by);
    }

    Answer get(String path, Caller by) {
        return call("GET", path, by).send();
    }

    Answer put(String path, Caller by, ObjectNode json) {
        return call("PUT", path, by).body(json).send();
    }

    Answer post(String path, Caller by, ObjectNode json) {
        return call("POST", path, by).body(json).send();
    }

    static String of(String id, String part) {
        return "/appraisals/" + id + "/" + part;
    }

    /// What the schedule does, in one run without a limit of time.
    Map<String, Object> form() {
        return form(Duration.ofHours(1));
    }

    Map<String, Object> form(Duration time) {
        return bureau.functions.run(
                "FormYearlyScores", () -> new FormYearlyScores(bureau.desk(), time));
    }

    String today() {
        return Times.day(bureau.now).toString();
    }

    // Steps

    Document document(String id) {
        return bureau.document(id);
    }

    String state(String id) {
        return document(id).state();
    }

    ObjectNode at(String id) {
        return bureau.at(id);
    }

    ObjectNode application(String id) {
        return at(id).put("text", "I do not agree");
    }

    Answer apply(String id) {
        return post(of(id, "calibration"), bureau.employee, application(id));
    }

    Answer withdraw(String id, Caller by) {
        return call("DELETE", of(id, "calibration"), by)
                .query("version", Long.toString(document(id).version()))
                .send();
    }

    static ObjectNode members(ObjectNode json, String... members) {
        ArrayNode array = json.putArray("members");
        for (String member : members) {
            array.addObject()
                    .put("person", member)
                    .put("kind", member.startsWith("hr") ? "HR" : "ASSESSOR");
        }
        json.set("order", json("{'number':'12','date':'2026-04-02'}"));
        return json.put("by", "OFFICIAL");
    }

    Answer order(String id, String... members) {
        return put(of(id, "calibration/members"), bureau.head, members(at(id), members));
    }

    Answer order(String id) {
        return order(id, "chief", "boss-2", "hr-2");
    }

    /// `chief=2.80`: who votes for what.
    ObjectNode round(String id, int number, String... votes) {
        ObjectNode round =
                at(id).put("round", number)
                        .put("heldOn", today())
                        .put("statement", "The tasks were done late");
        ArrayNode array = round.putArray("votes");
        for (String vote : votes) {
            String[] parts = vote.split("=");
            array.addObject().put("person", parts[0]).put("score", parts[1]);
        }
        return round;
    }

    Answer vote(String id, int number, String... votes) {
        return put(of(id, "calibration/decision"), bureau.hr, round(id, number, votes));
    }

    ObjectNode protocol(String id) {
        return at(id).put("number", "3").put("signedOn", today());
    }

    Answer sign(String id) {
        return put(of(id, "calibration/protocol"), bureau.hr, protocol(id));
    }

    /// A case of emp-1, scored 4.20, in a state.
    String in(String state) {
        String id = bureau.published();
        switch (state) {
            case "PUBLISHED" -> {}
            case "CAL_REQUESTED" -> expect(apply(id), 201);
            case "CAL_ORDERED" -> {
                expect(apply(id), 201);
                expect(order(id), 200);
            }
            case "CAL_HELD" -> {
                expect(apply(id), 201);
                expect(order(id), 200);
                expect(vote(id, 1, "chief=3", "boss-2=4", "hr-2=5"), 200);
            }
            case "CAL_DECIDED", "FINAL" -> {
                expect(apply(id), 201);
                expect(order(id), 200);
                expect(vote(id, 1, "chief=2.8", "boss-2=2.80", "hr-2=4.2"), 200);
                if (state.equals("FINAL")) {
                    expect(sign(id), 200);
                }
            }
            case "UNDER_APPEAL" -> {
                expect(apply(id), 201);
                expect(order(id), 200);
                expect(vote(id, 1, "chief=2.8", "boss-2=2.80", "hr-2=4.2"), 200);
                expect(sign(id), 200);
                expect(appeal(id, bureau.employee), 200);
            }
            case "FINAL-BY-DAY" -> {
                bureau.on(AFTER_THE_WINDOW);
                bureau.daily();
            }
            case "CAL_REQUESTED-LATE" -> {
                bureau.on(AFTER_THE_WINDOW);
                bureau.daily();
                expect(apply(id), 201);
            }
            case "OBJECTED" ->
                    expect(
                            post(
                                    of(id, "objections"),
                                    bureau.employee,
                                    at(id).put("text", "Not shown")),
                            201);
            default -> throw new IllegalArgumentException(state);
        }
        return id;
    }

    Answer appeal(String id, Caller by) {
        return put(of(id, "appeal"), by, at(id).put("kind", "APPC").put("filedOn", today()));
    }

    Answer decide(String id, String outcome) {
        return put(
                of(id, "appeal/outcome"),
                bureau.hr,
                at(id).put("outcome", outcome).put("on", today()).put("document", "d-1"));
    }

    JsonNode shown(String id) {
        return expect(bureau.get("/appraisals/" + id, bureau.hr), 200);
    }
}
