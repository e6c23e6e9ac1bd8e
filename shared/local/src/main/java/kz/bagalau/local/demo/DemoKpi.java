package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Progress;

/// The KPI cases of the example data: in one body a plan and an assessment sheet of each state, the
/// Commission that decides on them, and an entry of the archive. Each case goes on from where it
/// stands, so that a start that was interrupted goes on too.
public final class DemoKpi {

    private static final String COLUMNS =
            "employee;last;first;name;unit;position.kk;position.ru;category;unitHead;firstHead;"
                    + "manager;from";
    private static final int AT_ONCE = 6;

    /// How long before the start the sheets came to the Commission, and a second meeting was held.
    private static final int DAYS_AT_COMMISSION = 7;

    private static final int DAYS_LAST_MEETING = 2;

    static final Person MANAGER = official("demo-manager", "assessor");
    static final Person HIGHER = official("demo-higher-manager", "assessor");
    static final Person HEAD = official("demo-head", "head");
    static final Person CHAIR = official("demo-chair", "commission");
    static final Person SECRETARY = official("demo-secretary", "commission");
    public static final String BODY = "revision-commission";
    static final Person HR = Demo.hr(BODY);

    private final Client client;
    private final Progress progress;
    private final JsonNode data;
    private final ZonedDateTime begun;
    private final Map<String, String> plans = new ConcurrentHashMap<>();

    /// @param begun when the example data was begun; the cases were worked on in the days before
    public DemoKpi(Client client, Progress progress, JsonNode data, ZonedDateTime begun) {
        this.client = client;
        this.progress = progress;
        this.data = data.path("kpi");
        this.begun = begun;
    }

    private static Person official(String subject, String role) {
        return new Person(subject, List.of(role), Optional.of(BODY), Optional.empty());
    }

    public void make() {
        progress.say("example data: KPI plans, sheets and their Commission");
        ZonedDateTime atCommission = begun.minusDays(DAYS_AT_COMMISSION);
        ZonedDateTime lastMeeting = begun.minusDays(DAYS_LAST_MEETING);
        clock(atCommission);
        prepare();
        List<JsonNode> cases = new ArrayList<>();
        data.path("cases").forEach(cases::add);
        AtOnce.each(cases, AT_ONCE, one -> new Case(one).reach());
        new DemoArchive(client, data.path("archive"), data.path("indicators")).enter();
        DemoCommission commission = new DemoCommission(client, data.path("cases"), this::plan);
        commission.prepare(
                List.of(
                        atCommission.toLocalDate(),
                        lastMeeting.toLocalDate(),
                        begun.toLocalDate()));
        commission.decide(atCommission.toLocalDate());
        clock(lastMeeting);
        commission.hold(lastMeeting.toLocalDate());
        client.send(null, "DELETE", "/local/clock", null).expect(200);
    }

    /// The people of the body, and the act by which they are assessed.
    public void prepare() {
        staff();
        methodology();
    }

    private void clock(ZonedDateTime to) {
        ObjectNode now = Json.object().put("now", to.toOffsetDateTime().toString());
        client.send(null, "POST", "/local/clock", now).expect(200);
    }

    private void staff() {
        JsonNode unit = data.path("unit");
        ObjectNode named = Json.object();
        named.set("name", unit.path("name"));
        String units = "/bodies/" + BODY + "/units/";
        client.send(HR, "PUT", units + unit.path("id").asText(), named).expect(200, 201);
        StringBuilder people = new StringBuilder(COLUMNS);
        for (JsonNode official : data.path("officials")) {
            append(people, official, official, "", official.path("manager").asText());
        }
        for (JsonNode one : data.path("cases")) {
            append(people, one, data.path("position"), "D-O-4", MANAGER.subject());
        }
        client.put(
                        HR,
                        "/bodies/" + BODY + "/employees.csv",
                        "text/csv",
                        people.toString().getBytes(StandardCharsets.UTF_8))
                .expect(200);
    }

    private void append(
            StringBuilder people,
            JsonNode person,
            JsonNode position,
            String category,
            String manager) {
        String last = person.path("last").asText();
        String first = person.path("first").asText();
        String id = person.path("sub").asText();
        people.append("\r\n")
                .append(
                        String.join(
                                ";",
                                id,
                                last,
                                first,
                                first + " " + last,
                                data.path("unit").path("id").asText(),
                                position.path("kk").asText(),
                                position.path("ru").asText(),
                                category,
                                id.equals(MANAGER.subject()) ? "yes" : "no",
                                person.path("firstHead").asBoolean() ? "yes" : "no",
                                manager,
                                "2020-01-06"));
    }

    private void methodology() {
        ObjectNode record = Json.object().put("from", begun.getYear() + "-01-01");
        record.putObject("act")
                .put("kind", "бұйрық")
                .put("number", "02-17/15")
                .put("date", "2023-05-31");
        client.send(
                        Demo.AGENCY,
                        "PUT",
                        "/bodies/" + BODY + "/employee-methodologies/M002-CH6",
                        record)
                .expect(200, 201);
    }

    /// The id of an employee's plan, which is that of the sheet too. Asked for again, no second one
    /// is made.
    private String plan(String employee) {
        return plans.computeIfAbsent(employee, this::opened);
    }

    private String opened(String employee) {
        ObjectNode opening = Json.object().put("employee", employee);
        opening.putObject("period")
                .put("from", begun.getYear() + "-01-01")
                .put("to", begun.getYear() + "-12-31");
        return client.send(MANAGER, "POST", "/kpi-plans", opening)
                .expect(200, 201)
                .body()
                .path("id")
                .asText();
    }

    /// The case of one employee, up to where the Commission takes it.
    private final class Case {

        private final String goal;
        private final String plan;
        private final Person employee;
        private final int achieved;
        private final Map<String, JsonNode> standing = new HashMap<>();

        Case(JsonNode one) {
            String sub = one.path("sub").asText();
            this.goal = one.path("reaches").asText();
            this.plan = plan(sub);
            this.employee = official(sub, "employee");
            this.achieved = DemoCommission.achieved(one);
        }

        void reach() {
            if (goal.equals("plan DRAFT")) {
                fillPlan(3);
                return;
            }
            if (state("/kpi-plans/").equals("DRAFT")) {
                fillPlan(data.path("indicators").size());
                sign("/kpi-plans/");
                step(MANAGER, "/kpi-plans/", "submit");
            }
            if (goal.equals("plan ON_APPROVAL")) {
                return;
            }
            if (state("/kpi-plans/").equals("ON_APPROVAL")) {
                step(HIGHER, "/kpi-plans/", "approve");
            }
            if (!goal.equals("plan APPROVED")) {
                sheet();
            }
        }

        private void sheet() {
            client.send(MANAGER, "POST", "/kpi-sheets", Json.object().put("plan", plan))
                    .expect(200, 201);
            if (goal.equals("DRAFT")) {
                fillSheet(3);
                return;
            }
            if (state("/kpi-sheets/").equals("DRAFT")) {
                fillSheet(data.path("indicators").size());
                step(MANAGER, "/kpi-sheets/", "submit");
            }
            switch (goal) {
                case "ON_REVIEW" -> {}
                case "RETURNED" -> giveBack();
                default -> toCommission();
            }
        }

        private void giveBack() {
            if (state("/kpi-sheets/").equals("ON_REVIEW")) {
                ObjectNode reason =
                        version("/kpi-sheets/").put("reason", "2-көрсеткіш расталмаған");
                send(HIGHER, "POST", "/kpi-sheets/", "/return", reason);
            }
        }

        private void toCommission() {
            if (state("/kpi-sheets/").equals("ON_REVIEW")) {
                sign("/kpi-sheets/");
                step(HIGHER, "/kpi-sheets/", "agree");
            }
            if (state("/kpi-sheets/").equals("SIGNED") && !goal.equals("SIGNED")) {
                step(HR, "/kpi-sheets/", "to-commission");
            }
        }

        private void fillPlan(int rows) {
            ObjectNode form = version("/kpi-plans/");
            ArrayNode filled = form.putArray("rows");
            for (JsonNode indicator : data.path("indicators")) {
                if (filled.size() < rows) {
                    ObjectNode row = indicator.deepCopy();
                    row.remove("actual");
                    filled.add(row.put("due", begun.getYear() + "-12-01").put("achievable", true));
                }
            }
            send(MANAGER, "PUT", "/kpi-plans/", "", form);
        }

        private void fillSheet(int rows) {
            ObjectNode form = version("/kpi-sheets/");
            ArrayNode filled = form.putArray("rows");
            for (JsonNode indicator : data.path("indicators")) {
                int no = filled.size() + 1;
                if (no <= rows) {
                    filled.addObject()
                            .put("no", no)
                            .put("actual", indicator.path("actual").asText())
                            .put("achieved", no <= achieved)
                            .putArray("evidence")
                            .addObject()
                            .put("text", "Есеп № " + no);
                }
            }
            send(MANAGER, "PUT", "/kpi-sheets/", "", form);
        }

        private void sign(String of) {
            ObjectNode signature = version(of).put("signed", true);
            send(employee, "PUT", of, "/signature", signature);
        }

        private void step(Person who, String of, String step) {
            send(who, "POST", of, "/" + step, version(of));
        }

        private void send(Person who, String method, String of, String place, ObjectNode body) {
            standing.put(of, client.send(who, method, of + plan + place, body).expect(200).body());
        }

        private String state(String of) {
            return at(of).path("state").asText();
        }

        private ObjectNode version(String of) {
            return Json.object().put("version", at(of).path("version").asInt());
        }

        /// Read once: every step answers what then stands.
        private JsonNode at(String of) {
            return standing.computeIfAbsent(
                    of, _ -> client.send(HR, "GET", of + plan, null).expect(200).body());
        }
    }
}
