package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.local.people.Person;

/// The working time of the people of one body of the example data: its work rules, two employees of
/// flexible time, one of them with violations, one of remote work with equipment, a long day and a
/// recall to come, and an application that waits. Made again it changes nothing.
final class DemoWorkmode {

    private static final int REMOTE_MONTHS = 3;

    /// How long after the acts the recall begins: after the example data has come up.
    private static final int DAYS_TO_RECALL = 16;

    private static final List<String> WEEK =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");

    private final Client client;
    private final JsonNode data;
    private final LocalDate today;
    private final String body;
    private final Person hr;
    private final Person head;

    /// @param today by the clock of the functions
    DemoWorkmode(Client client, JsonNode data, LocalDate today) {
        this.client = client;
        this.data = data;
        this.today = today;
        this.body = data.path("body").asText();
        this.hr = Demo.hr(body);
        this.head = person("demo-akim", "head");
    }

    void make() {
        rules();
        flexible();
        apply(data.path("waiting"));
        remote();
    }

    private Person person(String subject, String role) {
        return new Person(subject, List.of(role), Optional.of(body), Optional.empty());
    }

    private void rules() {
        String path = "/bodies/" + body + "/work-rules";
        if (client.send(hr, "GET", path, null).expect(200).body().path("rules").isEmpty()) {
            ObjectNode rules = data.path("rules").deepCopy();
            WEEK.forEach(rules.putArray("weekdays")::add);
            client.send(hr, "PUT", path + "/" + (today.getYear() - 1) + "-01-01", rules)
                    .expect(200);
        }
    }

    /// The id of an application, handed in by its employee.
    private String apply(JsonNode one) {
        ObjectNode application =
                Json.object()
                        .put("reasons", one.path("reasons").asText())
                        .put("from", today.toString())
                        .put("to", today.plusMonths(5).toString())
                        .put("channel", "OWN_PAGE");
        application.set("mode", one.path("mode"));
        Person employee = person(one.path("sub").asText(), "employee");
        return client.send(employee, "POST", "/flexible-applications", application)
                .expect(200, 201)
                .body()
                .path("id")
                .asText();
    }

    private void flexible() {
        List<String> approved = new ArrayList<>();
        data.path("flexible").forEach(one -> approved.add(approve(apply(one))));
        ObjectNode act = act("flexibleAct", today.plusMonths(5));
        approved.forEach(act.putArray("applications")::add);
        ArrayNode rows = act.putArray("employees");
        for (JsonNode one : data.path("flexible")) {
            ObjectNode row = one.path("mode").deepCopy();
            rows.add(row.put("employee", one.path("sub").asText()));
        }
        JsonNode set = client.send(head, "POST", "/flexible-acts", act).expect(200, 201).body();
        acknowledge(set, data.path("flexible").path(1).path("sub").asText());
        violate(set, data.path("flexible").path(0).path("sub").asText());
    }

    /// The first violation is confirmed with what the employee has explained, the others wait.
    private void violate(JsonNode act, String employee) {
        String path = "/flexible-acts/" + act.path("id").asText() + "/violations";
        for (JsonNode one : data.path("violations")) {
            ObjectNode violation = one.deepCopy();
            violation.put("employee", employee).put("date", today.toString());
            client.send(hr, "POST", path, violation).expect(200, 201);
        }
        JsonNode violations =
                client.send(hr, "GET", "/flexible-acts/" + act.path("id").asText(), null)
                        .expect(200)
                        .body()
                        .path("violations");
        String first = data.at("/violations/0/kind").asText();
        for (JsonNode one : violations) {
            if (one.path("kind").asText().equals(first)
                    && one.path("state").asText().equals("OPEN")) {
                ObjectNode decision =
                        version(one)
                                .put("state", "CONFIRMED")
                                .put("explanation", data.path("violationExplanation").asText());
                client.send(hr, "PUT", path + "/" + one.path("id").asText(), decision).expect(200);
            }
        }
    }

    private String approve(String id) {
        String path = "/flexible-applications/" + id;
        JsonNode stands = client.send(hr, "GET", path, null).expect(200).body();
        if (stands.path("state").asText().equals("SUBMITTED")) {
            ObjectNode receipt =
                    version(stands).put("receivedAt", stands.path("submittedAt").asText());
            stands = client.send(hr, "PUT", path + "/receipt", receipt).expect(200).body();
        }
        if (stands.path("state").asText().equals("RECEIVED")) {
            ObjectNode decision = version(stands).put("decision", "APPROVE");
            client.send(head, "PUT", path + "/decision", decision).expect(200);
        }
        return id;
    }

    private void acknowledge(JsonNode act, String employee) {
        String path = "/flexible-acts/" + act.path("id").asText();
        JsonNode stands = client.send(head, "GET", path, null).expect(200).body();
        client.send(
                        person(employee, "employee"),
                        "POST",
                        path + "/acknowledgement",
                        version(stands))
                .expect(200);
    }

    private void remote() {
        ObjectNode act = act("remoteAct", today.plusMonths(REMOTE_MONTHS));
        ObjectNode row = act.putArray("employees").addObject();
        row.set("employee", act.remove("employee"));
        row.set("agreement", act.remove("agreement"));
        act.put("kind", "REMOTE").put("basis", "AGREEMENT");
        JsonNode set = client.send(head, "POST", "/remote-acts", act).expect(200, 201).body();
        String employee = row.path("employee").asText();
        equip(set.path("id").asText(), employee);
        work(employee);
        recall(set.path("id").asText(), employee);
    }

    private void equip(String act, String employee) {
        String path = "/remote-acts/" + act;
        JsonNode stands = client.send(hr, "GET", path, null).expect(200).body();
        if (!stands.at("/employees/0").has("equipment")) {
            ObjectNode equipment = version(stands);
            equipment.set("items", data.path("equipment"));
            client.send(hr, "PUT", path + "/equipment/" + employee, equipment).expect(200);
        }
    }

    /// A remote day that is longer than the limit.
    private void work(String employee) {
        Person self = person(employee, "employee");
        String records = "/bodies/" + body + "/employees/" + employee + "/time-records";
        String period = "?from=" + today + "&to=" + today;
        if (client.send(self, "GET", records + period, null)
                .expect(200)
                .body()
                .path("records")
                .isEmpty()) {
            client.send(self, "PUT", records + "/" + today, data.path("timeRecord")).expect(200);
        }
    }

    private void recall(String act, String employee) {
        ObjectNode recall = data.path("recall").deepCopy();
        recall.put("act", act)
                .put("employee", employee)
                .put(
                        "noticeSentAt",
                        today.atTime(9, 0).atZone(Runtime.ALMATY).toInstant().toString())
                .put("from", today.plusDays(DAYS_TO_RECALL).toString());
        client.send(head, "POST", "/recalls", recall).expect(200, 201);
    }

    private ObjectNode act(String name, LocalDate to) {
        ObjectNode act = data.path(name).deepCopy();
        return act.put("from", today.toString())
                .put("to", to.toString())
                .put("signedOn", today.toString());
    }

    private static ObjectNode version(JsonNode stands) {
        return Json.object().put("version", stands.path("version").asInt());
    }
}
