package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Progress;

/// The leavers of the example data: of three bodies, in the year before, some who gave an interview
/// by a code, some on paper, some who are silent, some whom rule 7 exempts, and some who only
/// moved; two more of the year before whom a body announces after the year is settled, one with the
/// Agency's consent and one who waits for it; and a few of this year, one of whose papers waits to
/// be entered. A leaver who has yet to answer keeps a code for whoever tries the page.
final class DemoLeavers {

    private static final List<String> EXEMPT = List.of("RETIREMENT", "DISCIPLINE", "PROBATION");
    private static final List<String> NEGATIVE =
            List.of(
                    "process.workload",
                    "ethics.mgmt_style",
                    "ethics.conflict",
                    "development.no_upskilling",
                    "conditions.equipment");
    private static final List<String> OTHER =
            List.of(
                    "sphere.private",
                    "sphere.quasi",
                    "family.relocation",
                    "family.care_dependants",
                    "pay.low");
    private static final List<List<String>> ANSWERS =
            List.of(
                    List.of("lt1", "1to3", "3to5", "5to10", "10to15", "15to20", "gt20"),
                    List.of("male", "female"),
                    List.of("no", "no", "yes"),
                    List.of("yes", "no"),
                    List.of("yes", "no"),
                    List.of("no", "yearly", "quarterly", "weekly"),
                    List.of("yes", "no"),
                    List.of("yes", "no"),
                    List.of("yes", "no"),
                    List.of("yes", "yes", "no"));
    private final Client client;
    private final Progress progress;
    private final JsonNode data;
    private final int year;

    DemoLeavers(Client client, Progress progress, JsonNode data, int year) {
        this.client = client;
        this.progress = progress;
        this.data = data;
        this.year = year;
    }

    /// @param state what is noted between two starts; the code to try goes there
    void make(ObjectNode state) {
        progress.say("example data: exit interviews");
        ObjectNode inTime = Json.object().put("now", year + "-12-20T10:00:00+05:00");
        client.send(null, "POST", "/local/clock", inTime).expect(200);
        for (JsonNode body : data.path("bodies")) {
            if (body.has("leavers")) {
                new Leaving(body).all();
            }
        }
        client.send(null, "DELETE", "/local/clock", null).expect(200);
        ObjectNode trying = onDayOf(year + 1, leaver("min-digital", "demo-leaver", 0), 0);
        state.put("exitCode", code(Demo.hr("min-digital"), trying));
        announce(
                Demo.hr("revision-commission"),
                onDayOf(year + 1, leaver("revision-commission", "demo-yerlan", 1), 1)
                        .put("deliver", "LOGIN"));
        leaveThisYear();
        leaveAfterTheYearIsSettled();
    }

    /// In January the year before is not settled yet, and they are simply announced.
    private void leaveAfterTheYearIsSettled() {
        JsonNode consented = ask(leaver("min-digital", "min-digital-late-01", 1));
        if (consented.has("what")) {
            client.send(
                            Demo.AGENCY,
                            "PUT",
                            "/exit-consents/" + consented.path("id").asText(),
                            Json.object()
                                    .put("decision", "CONSENT")
                                    .put("reason", "№ 214 бұйрық көрсетілді"))
                    .expect(200);
        }
        ask(leaver("min-digital", "min-digital-late-02", 2));
    }

    private JsonNode ask(ObjectNode leaver) {
        leaver.put("reason", "Бұйрық жыл аяқталғаннан кейін түсті");
        return client.send(Demo.hr("min-digital"), "POST", "/exit-interviews", leaver)
                .expect(200, 201, 202)
                .body();
    }

    /// What the desk shows of the year that goes on: a paper that waits for its territorial unit,
    /// and leavers of a ministry, one of them exempt.
    private void leaveThisYear() {
        announce(Demo.hr("akimat-region"), onPaper(thisYear("akimat-region", 1), year + 1));
        announce(Demo.hr("min-digital"), thisYear("min-digital", 1));
        announce(Demo.hr("min-digital"), thisYear("min-digital", 2).put("deliver", "SMS"));
        announce(Demo.hr("min-digital"), thisYear("min-digital", 4).put("ground", "RETIREMENT"));
    }

    private ObjectNode thisYear(String body, int number) {
        return onDayOf(
                year + 1, leaver(body, "%s-leaving-%02d".formatted(body, number), number), number);
    }

    private static ObjectNode onDayOf(int year, ObjectNode leaver, int number) {
        return leaver.put("leavingOn", LocalDate.of(year, 1 + number % 12, 10).toString());
    }

    private static ObjectNode onPaper(ObjectNode leaver, int year) {
        leaver.put("medium", "PAPER")
                .putObject("failure")
                .put("document", "№ 17, " + year)
                .put("date", LocalDate.of(year, 6, 2).toString())
                .put("operator", "«Е-қызмет» операторы");
        return leaver;
    }

    /// The leavers of one body.
    private final class Leaving {

        private final String body;
        private final JsonNode kinds;
        private final Person hr;
        private final Random random;
        private int number;

        Leaving(JsonNode body) {
            this.body = Demo.id(body);
            this.kinds = body.path("leavers");
            this.hr = Demo.hr(this.body);
            this.random = new Random(this.body.hashCode());
        }

        void all() {
            for (int i = 0; i < count("interviewed"); i++) {
                ObjectNode leaver = next();
                ObjectNode interview = interview();
                client.send(
                                null,
                                "PUT",
                                "/exit-interviews/by-code",
                                interview.put("code", code(hr, leaver)))
                        .expect(200, 201);
            }
            for (int i = 0; i < count("paper"); i++) {
                ObjectNode leaver = onPaper(next(), year);
                client.send(
                                Demo.TERRITORIAL,
                                "PUT",
                                "/exit-interviews/" + announce(hr, leaver) + "/paper",
                                interview())
                        .expect(200, 201);
            }
            for (int i = 0; i < count("silent"); i++) {
                announce(hr, next().put("deliver", "SMS"));
            }
            for (int i = 0; i < count("exempt"); i++) {
                announce(hr, next().put("ground", EXEMPT.get(i % EXEMPT.size())));
            }
            for (int i = 0; i < count("moved"); i++) {
                announce(hr, next().put("ground", "MOVE_WITHIN").put("left", "BODY"));
            }
        }

        private int count(String kind) {
            return kinds.path(kind).asInt();
        }

        private ObjectNode next() {
            number++;
            return leaver(body, "%s-leaver-%02d".formatted(body, number), number);
        }

        private ObjectNode interview() {
            ObjectNode interview = Json.object();
            ObjectNode answers = interview.putObject("answers");
            ArrayNode reasons = answers.putArray("q1");
            boolean content = random.nextDouble() < kinds.path("leaning").asDouble();
            List<String> from = new ArrayList<>(content ? OTHER : NEGATIVE);
            reasons.add("exit.q1." + from.remove(random.nextInt(from.size())));
            if (random.nextInt(3) == 0) {
                reasons.add("exit.q1." + from.get(random.nextInt(from.size())));
            }
            for (int question = 2; question <= 11; question++) {
                List<String> options = ANSWERS.get(question - 2);
                String option = options.get(random.nextInt(options.size()));
                answers.put("q" + question, "exit.q%d.%s".formatted(question, option));
            }
            return interview;
        }
    }

    private ObjectNode leaver(String body, String person, int number) {
        JsonNode units = data.path("units");
        ObjectNode leaver =
                Json.object()
                        .put("body", body)
                        .put("person", person)
                        .put("left", number % 4 == 3 ? "BODY" : "SERVICE")
                        .put("ground", number % 4 == 3 ? "TRANSFER" : "OWN_WILL")
                        .put("medium", "ELECTRONIC")
                        .put("deliver", "PRINT");
        leaver.setAll((ObjectNode) units.path(number % units.size()));
        return onDayOf(year, leaver, number);
    }

    private String announce(Person hr, ObjectNode leaver) {
        return client.send(hr, "POST", "/exit-interviews", leaver)
                .expect(200, 201)
                .body()
                .path("id")
                .asText();
    }

    /// The code of a leaver; another one where the first was shown before an interruption.
    private String code(Person hr, ObjectNode leaver) {
        JsonNode announced =
                client.send(hr, "POST", "/exit-interviews", leaver).expect(200, 201).body();
        if (announced.has("code")) {
            return announced.path("code").asText();
        }
        String codes = "/exit-interviews/" + announced.path("id").asText() + "/codes";
        return client.send(hr, "POST", codes, null).expect(201).body().path("code").asText();
    }
}
