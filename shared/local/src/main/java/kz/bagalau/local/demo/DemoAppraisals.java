package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Progress;

/// The quarterly appraisals of the example data: one quarter of one body, with cases in every
/// state, a calibration session that took two rounds, and yearly scores of the year before. A case
/// goes on from where it stands, so that a start that was interrupted goes on too.
public final class DemoAppraisals {

    private static final int AT_ONCE = 8;

    /// Whose people are all scored and have their results.
    private static final List<String> PUBLISHED = List.of("finance", "personnel", "territory");

    /// Whose people are scored in part.
    private static final String IN_WORK = "law";

    /// The unit without a head.
    private static final String VACANT = "social";

    /// Further states of the first people of a unit whose results are published.
    private static final List<Target> TARGETS =
            List.of(
                    Target.CAL_REQUESTED,
                    Target.CAL_ORDERED,
                    Target.CAL_HELD,
                    Target.CAL_DECIDED,
                    Target.FINAL,
                    Target.UNDER_APPEAL);

    private enum Target {
        PUBLISHED,
        CAL_REQUESTED,
        CAL_ORDERED,
        CAL_HELD,
        CAL_DECIDED,
        FINAL,
        UNDER_APPEAL
    }

    private final Client client;
    private final Progress progress;
    private final DemoStaff staff;
    private final LocalDate quarterEnd;
    private final Map<String, ObjectNode> cases = new ConcurrentHashMap<>();
    private final LocalDate today;

    /// @param quarterEnd the last day of the quarter that is shown
    public DemoAppraisals(Client client, Progress progress, DemoStaff staff, LocalDate quarterEnd) {
        this.client = client;
        this.progress = progress;
        this.staff = staff;
        this.quarterEnd = quarterEnd;
        this.today =
                OffsetDateTime.parse(
                                client.send(null, "GET", "/local/clock", null)
                                        .body()
                                        .path("now")
                                        .asText())
                        .toLocalDate();
    }

    public void make() {
        progress.say("example data: the appraisals of a quarter");
        methodology();
        open();
        for (String unit : PUBLISHED) {
            staff.peopleOf(unit).forEach(person -> score(unit, person));
        }
        staff.peopleOf(IN_WORK).stream().limit(4).forEach(person -> score(IN_WORK, person));
        publish(
                Stream.concat(
                                PUBLISHED.stream().flatMap(unit -> staff.peopleOf(unit).stream()),
                                staff.peopleOf(IN_WORK).stream().limit(1))
                        .toList());
        List<String> disputed = staff.peopleOf(PUBLISHED.getFirst());
        for (int i = 0; i < TARGETS.size(); i++) {
            reach(disputed.get(i), TARGETS.get(i));
        }
        object(disputed.get(TARGETS.size()));
        nameAssessor(staff.peopleOf(VACANT).getFirst());
        years(disputed);
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
                    keep(
                            person,
                            client.send(staff.hr(), "POST", "/appraisals", asked).expect(200, 201));
                });
    }

    private void keep(String person, Client.Reply reply) {
        ObjectNode stands = (ObjectNode) reply.body();
        // A reply that is kept for a request sent again is of the moment at which it was made.
        cases.put(
                person,
                (ObjectNode)
                        client.send(
                                        staff.hr(),
                                        "GET",
                                        "/appraisals/" + stands.path("id").asText(),
                                        null)
                                .expect(200)
                                .body());
    }

    /// One event of a case where it stands in `from`.
    private void step(
            String person, String from, Person who, String method, String path, ObjectNode body) {
        ObjectNode stands = stands(person);
        if (stands.path("state").asText().equals(from)) {
            body.put("version", stands.path("version").asLong());
            client.send(
                            who,
                            method,
                            "/appraisals/" + stands.path("id").asText() + "/" + path,
                            body,
                            from)
                    .expect(200, 201);
            keep(person, new Client.Reply(200, stands));
        }
    }

    private ObjectNode stands(String person) {
        return Optional.ofNullable(cases.get(person)).orElseThrow();
    }

    private Person employee(String person) {
        return person(person, "employee");
    }

    private Person person(String person, String role) {
        return new Person(person, List.of(role), Optional.of(staff.body()), Optional.empty());
    }

    private Person head() {
        return person("demo-akim", "head");
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
            people.forEach(person -> keep(person, new Client.Reply(200, stands(person))));
        }
    }

    private void reach(String person, Target target) {
        if (target == Target.UNDER_APPEAL) {
            step(
                    person,
                    "PUBLISHED",
                    employee(person),
                    "PUT",
                    "appeal",
                    Json.object().put("kind", "APPC").put("filedOn", today.toString()));
            return;
        }
        step(
                person,
                "PUBLISHED",
                employee(person),
                "POST",
                "calibration",
                Json.object().put("text", "Тоқсандағы жұмысымның бір бөлігі ескерілмеген."));
        if (target.compareTo(Target.CAL_ORDERED) >= 0) {
            step(person, "CAL_REQUESTED", head(), "PUT", "calibration/members", members());
        }
        if (target.compareTo(Target.CAL_HELD) >= 0) {
            step(
                    person,
                    "CAL_ORDERED",
                    staff.hr(),
                    "PUT",
                    "calibration/decision",
                    round(1, "4.2", "4.3", "4.5"));
        }
        if (target.compareTo(Target.CAL_DECIDED) >= 0) {
            step(
                    person,
                    "CAL_HELD",
                    staff.hr(),
                    "PUT",
                    "calibration/decision",
                    round(2, "4.3", "4.3", "4.5"));
        }
        if (target == Target.FINAL) {
            step(
                    person,
                    "CAL_DECIDED",
                    staff.hr(),
                    "PUT",
                    "calibration/protocol",
                    Json.object().put("number", "7").put("signedOn", today.toString()));
        }
    }

    private List<String> memberIds() {
        return List.of(
                "demo-assessor", staff.headOf("control"), staff.peopleOf("personnel").get(1));
    }

    private ObjectNode members() {
        ObjectNode approved = Json.object().put("by", "OFFICIAL");
        ArrayNode members = approved.putArray("members");
        List<String> ids = memberIds();
        for (int i = 0; i < ids.size(); i++) {
            members.addObject()
                    .put("person", ids.get(i))
                    .put("kind", i < ids.size() - 1 ? "ASSESSOR" : "HR");
        }
        approved.putObject("order").put("number", "15-ө").put("date", today.toString());
        return approved;
    }

    private ObjectNode round(int number, String... scores) {
        ObjectNode round = Json.object().put("round", number).put("heldOn", today.toString());
        if (number == 1) {
            round.put("statement", "Бір тапсырма мерзімінен кеш орындалды.");
            round.putObject("argument").put("form", "ORAL");
        }
        ArrayNode votes = round.putArray("votes");
        List<String> ids = memberIds();
        for (int i = 0; i < ids.size(); i++) {
            votes.addObject().put("person", ids.get(i)).put("score", scores[i]);
        }
        return round;
    }

    private void object(String person) {
        if (stands(person).path("objections").isEmpty()) {
            step(
                    person,
                    "PUBLISHED",
                    employee(person),
                    "POST",
                    "objections",
                    Json.object().put("text", "Нәтиже туралы хабарлама кеш келді."));
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

    /// Quarters of the year before that were scored under the act of before, and the scores that
    /// follow from them. Of the last person a quarter is missing, so that the score is provisional.
    private void years(List<String> people) {
        int year = quarterEnd.getYear() - 1;
        for (String person : people) {
            String path = "/yearly-scores/%d/%s".formatted(year, person);
            int quarters = person.equals(people.getLast()) ? 3 : 4;
            for (int number = 1; number <= quarters; number++) {
                JsonNode stands = client.send(staff.hr(), "GET", path, null).expect(200).body();
                String quarter = "%d-Q%d".formatted(year, number);
                if (!stands.path("entered").has(quarter)) {
                    ObjectNode entry =
                            Json.object()
                                    .put("score", scoreOf(person + number))
                                    .put("document", "example-order-17")
                                    .put("reason", "Бұрынғы акт бойынша бағаланған");
                    if (stands.has("version")) {
                        entry.put("version", stands.path("version").asLong());
                    }
                    client.send(staff.hr(), "PUT", path + "/quarters/" + quarter, entry)
                            .expect(200);
                }
            }
        }
        client.send(null, "POST", "/local/schedules/FormYearlyScoresDaily", null).expect(200);
    }
}
