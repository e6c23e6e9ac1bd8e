package kz.bagalau.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;

/// The quarterly appraisals of the example data: one quarter of one body, in parts not scored yet,
/// scored, and published. A case goes on from where it stands, so that a start that was interrupted
/// goes on too.
final class DemoAppraisals {

    private static final int AT_ONCE = 8;

    /// Whose people are all scored and have their results.
    private static final List<String> PUBLISHED = List.of("finance", "personnel", "territory");

    /// Whose people are scored in part.
    private static final String IN_WORK = "law";

    /// The unit without a head.
    private static final String VACANT = "social";

    private final Client client;
    private final Progress progress;
    private final DemoStaff staff;
    private final LocalDate quarterEnd;
    private final Map<String, ObjectNode> cases = new ConcurrentHashMap<>();

    /// @param quarterEnd the last day of the quarter that is shown
    DemoAppraisals(Client client, Progress progress, DemoStaff staff, LocalDate quarterEnd) {
        this.client = client;
        this.progress = progress;
        this.staff = staff;
        this.quarterEnd = quarterEnd;
    }

    void make() {
        progress.say("example data: the appraisals of a quarter");
        methodology();
        open();
        for (String unit : PUBLISHED) {
            AtOnce.each(staff.peopleOf(unit), AT_ONCE, person -> score(unit, person));
        }
        staff.peopleOf(IN_WORK).stream().limit(4).forEach(person -> score(IN_WORK, person));
        publish(
                Stream.concat(
                                PUBLISHED.stream().flatMap(unit -> staff.peopleOf(unit).stream()),
                                staff.peopleOf(IN_WORK).stream().limit(1))
                        .toList());
        nameAssessor(staff.peopleOf(VACANT).getFirst());
    }

    private String quarter() {
        return "%d-Q%d".formatted(quarterEnd.getYear(), quarterEnd.getMonthValue() / 3);
    }

    private void methodology() {
        ObjectNode record = Json.object().put("from", (quarterEnd.getYear() - 2) + "-01-01");
        record.putObject("act")
                .put("kind", "әкімдік қаулысы")
                .put("number", "245")
                .put("date", (quarterEnd.getYear() - 3) + "-11-18");
        JsonNode standing =
                client.send(
                                Demo.AGENCY,
                                "GET",
                                "/bodies/" + staff.body() + "/employee-methodologies",
                                null)
                        .expect(200)
                        .body()
                        .path("methodologies");
        if (standing.isEmpty()) {
            client.send(
                            Demo.AGENCY,
                            "PUT",
                            "/bodies/" + staff.body() + "/employee-methodologies/M245",
                            record)
                    .expect(200);
        }
    }

    private void open() {
        List<String> people =
                staff.units().stream().flatMap(unit -> staff.peopleOf(unit).stream()).toList();
        AtOnce.each(
                people,
                AT_ONCE,
                person -> {
                    ObjectNode asked =
                            Json.object().put("employee", person).put("quarter", quarter());
                    cases.put(
                            person,
                            standing(
                                    client.make(staff.hr(), "/appraisals", asked)
                                            .expect(200, 201)));
                });
    }

    private static ObjectNode standing(Client.Reply reply) {
        return (ObjectNode) reply.body();
    }

    /// One event of a case where it stands in `from`.
    private void step(
            String person, String from, Person who, String method, String path, ObjectNode body) {
        ObjectNode stands = stands(person);
        if (stands.path("state").asText().equals(from)) {
            body.put("version", stands.path("version").asLong());
            cases.put(
                    person,
                    standing(
                            client.send(
                                            who,
                                            method,
                                            "/appraisals/"
                                                    + stands.path("id").asText()
                                                    + "/"
                                                    + path,
                                            body,
                                            from)
                                    .expect(200, 201)));
        }
    }

    private ObjectNode stands(String person) {
        return Optional.ofNullable(cases.get(person)).orElseThrow();
    }

    private Person person(String person, String role) {
        return new Person(person, List.of(role), Optional.of(staff.body()), Optional.empty());
    }

    /// Between 2.5 and 5, always the same for the same person.
    private static String scoreOf(String person) {
        int hundredths = 250 + Math.floorMod(person.hashCode(), 251);
        return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }

    private void score(String unit, String person) {
        ObjectNode scored = Json.object();
        scored.putArray("items")
                .addObject()
                .put("item", "overall")
                .put("value", scoreOf(person))
                .put("comment", "Мысал деректері");
        step(
                person,
                "WITH_ASSESSOR",
                person(staff.headOf(unit), "assessor"),
                "PUT",
                "score",
                scored);
    }

    private void publish(List<String> people) {
        ObjectNode asked = Json.object();
        ArrayNode appraisals = asked.putArray("appraisals");
        for (String person : people) {
            ObjectNode stands = stands(person);
            if (stands.path("state").asText().equals("SCORED")) {
                appraisals
                        .addObject()
                        .put("id", stands.path("id").asText())
                        .put("version", stands.path("version").asLong());
            }
        }
        if (!appraisals.isEmpty()) {
            client.send(staff.hr(), "POST", "/appraisals/publications", asked).expect(200);
        }
    }

    private void nameAssessor(String person) {
        step(
                person,
                "CHECKING",
                staff.hr(),
                "PUT",
                "assessor",
                Json.object()
                        .put("assessor", "demo-apparatus")
                        .put("reason", "Бөлім басшысының лауазымы бос"));
    }
}
