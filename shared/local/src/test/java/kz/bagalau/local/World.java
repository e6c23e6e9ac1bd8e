package kz.bagalau.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Settings;
import kz.bagalau.sandbox.Voter;
import org.jspecify.annotations.Nullable;

/// A host on which a body was surveyed in two years, people left it in the second, and both years
/// were scored; all at the same hours of the domain clock, whatever the answers were. Two worlds
/// that differ in something that is told to nobody must look the same to everybody.
final class World implements AutoCloseable {

    static final String BODY = "min-watched";
    static final String OTHER = "min-other";
    static final List<Integer> YEARS = List.of(2024, 2025);

    static final Person AGENCY = person("agency-1", "agency", null);
    static final Person HR = person("hr-1", "hr", BODY);

    /// Everybody there is; null is somebody without login.
    static final List<@Nullable Person> EVERYBODY =
            Arrays.asList(
                    AGENCY,
                    HR,
                    person("digital-1", "digital", null),
                    person("hr-2", "hr", OTHER),
                    person("service-1", "service", null),
                    person("monitor-1", "monitor", null),
                    person("assessor-1", "assessor", BODY),
                    person("head-1", "head", BODY),
                    person("commission-1", "commission", BODY),
                    person("leaver-1", "employee", BODY),
                    person("voter-1", "employee", BODY),
                    new Person(
                            "unit-1",
                            List.of("territorial"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("astana")),
                    null);

    private static final List<String> NOTHING_ENTERED =
            List.of(
                    "employee",
                    "unit",
                    "plan",
                    "sheet",
                    "commission",
                    "meeting",
                    "appeal",
                    "appraisal",
                    "application",
                    "signal",
                    "visit",
                    "evidence",
                    "act",
                    "result",
                    "attachment",
                    "object",
                    "document",
                    "on");

    private static final String WHILE_LEAVERS_ARE_ANNOUNCED = "2025-12-10T10:00:00+05:00";
    private static final String AFTER_BOTH_YEARS = "2026-02-10T10:00:00+05:00";
    private static final String SURVEYS_ARE_COUNTED = "2026-02-12T00:15:00+05:00";
    private static final int HEADCOUNT = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Host host;
    private final Client client;
    private final Map<Integer, String> runs = new LinkedHashMap<>();
    private final List<String> leavers = new ArrayList<>();

    /// Somebody who votes.
    ///
    /// @param answers by question, `q1`: a code, or a text
    /// @param about sex, position, service
    record Ballot(Map<String, Object> answers, Map<String, Integer> about) {}

    /// @param ballots those of each year
    /// @param reasons of question 1 of each of those who left in the second year; null for somebody
    ///   who gave no interview
    World(Path data, Map<Integer, List<Ballot>> ballots, List<@Nullable List<String>> reasons) {
        host = Host.start(new Settings(0, data, true, false), line -> {});
        client = new Client(host.address());
        clock(WHILE_LEAVERS_ARE_ANNOUNCED);
        body(BODY, "Бақыланатын", HEADCOUNT);
        body(OTHER, "Басқа", 60);
        leave(reasons);
        clock(AFTER_BOTH_YEARS);
        YEARS.forEach(year -> survey(year, ballots.getOrDefault(year, List.of())));
        clock(SURVEYS_ARE_COUNTED);
        countLeavers();
        YEARS.forEach(year -> runs.put(year, run(year, Json.object())));
    }

    static Person person(String subject, String role, @Nullable String body) {
        return new Person(subject, List.of(role), Optional.ofNullable(body), Optional.empty());
    }

    static Person somebody(String subject) {
        return EVERYBODY.stream()
                .filter(person -> person != null && person.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /// The run that was made over a year.
    String run(int year) {
        return Optional.ofNullable(runs.get(year)).orElseThrow();
    }

    /// Runs over a year; its id, once it is published.
    String run(int year, ObjectNode settings) {
        ObjectNode order = Json.object().put("year", year).put("kind", "PRELIMINARY");
        order.set("settings", settings);
        String run = client.make(AGENCY, "/runs", order).expect(202).body().path("id").asText();
        Instant end = Instant.now().plus(PATIENCE);
        String state = "";
        while (!state.equals("DONE")) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the run is " + state);
            }
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            state = read(AGENCY, "/runs/" + run).path("state").asText();
        }
        return run;
    }

    JsonNode read(Person who, String question) {
        return client.send(who, "GET", question, null).expect(200).body();
    }

    /// What the methodology would make of facts.
    JsonNode preview(Person who, ObjectNode facts) {
        return client.send(who, "POST", "/methodologies/operational-assessment-2023/preview", facts)
                .expect(200)
                .body();
    }

    /// The body asks to announce somebody who left in the second year, which is settled.
    ///
    /// @return the number of the request
    String askToAnnounce(String person) {
        ObjectNode leaver = leaver(person).put("reason", "The order came late");
        JsonNode asked = client.send(HR, "POST", "/exit-interviews", leaver).expect(202).body();
        leavers.add(asked.path("to").path("id").asText());
        return asked.path("id").asText();
    }

    /// The Agency lets the body change the register.
    void consent(String request) {
        client.send(
                        AGENCY,
                        "PUT",
                        "/exit-consents/" + request,
                        Json.object().put("decision", "CONSENT").put("reason", "Order seen"))
                .expect(200);
    }

    void countLeavers() {
        client.send(null, "POST", "/local/schedules/TallyExitInterviews", null).expect(200);
    }

    /// Everything that everybody is told, by who and what was asked, language first.
    Map<String, SortedMap<String, String>> heard() {
        Map<String, List<String>> values = new TreeMap<>();
        values.put("body", List.of(BODY, OTHER));
        values.put("year", YEARS.stream().map(year -> Integer.toString(year)).toList());
        values.put("survey", YEARS.stream().map(World::survey).toList());
        values.put("run", List.copyOf(runs.values()));
        values.put("id", leavers);
        values.put("on", List.of("2026-02-10.pdf"));
        values.put("cut", List.of("sex", "position", "service"));
        // Of the procedures on employees nothing was entered in either world.
        for (String nothing : NOTHING_ENTERED) {
            values.put(nothing, List.of("none"));
        }
        values.put("act", List.of("120"));
        values.put("form", List.of("ANNEX1"));
        values.put("file", List.of(BODY + ".xlsx", BODY + ".pdf", OTHER + ".xlsx"));
        values.put(
                "fact",
                List.of(
                        "exit.interviewed",
                        "exit.negative",
                        "exit.negative_majority",
                        "survey.q1",
                        "survey.q2"));
        Map<String, SortedMap<String, String>> heard = new LinkedHashMap<>();
        try (Eavesdropper ears = new Eavesdropper(host.address(), client, values)) {
            for (Person who : EVERYBODY) {
                heard.put(who == null ? "nobody" : who.subject(), ears.hear(who));
            }
        }
        return heard;
    }

    /// The same without what differs from host to host by chance: its address, ids, keys, moments,
    /// and digests over them.
    Map<String, SortedMap<String, String>> alike(Map<String, SortedMap<String, String>> heard) {
        UnaryOperator<String> same = alike();
        Map<String, SortedMap<String, String>> alike = new LinkedHashMap<>();
        heard.forEach((who, all) -> {
            SortedMap<String, String> told = new TreeMap<>();
            all.forEach((asked, answer) -> told.put(same.apply(asked), same.apply(answer)));
            alike.put(who, told);
        });
        return alike;
    }

    private UnaryOperator<String> alike() {
        Map<String, String> chance = new LinkedHashMap<>();
        runs.forEach((year, run) -> chance.put(run, "run-" + year));
        for (int i = 0; i < leavers.size(); i++) {
            chance.put(leavers.get(i), "leaver-id-" + i);
        }
        for (int year : YEARS) {
            JsonNode survey = client.send(null, "GET", "/surveys/" + survey(year), null).body();
            chance.put(survey.path("fingerprint").asText(), "fingerprint");
            for (String keys : List.of("keys", "slipKeys")) {
                survey.path(keys).forEach(key -> chance.put(key.path("n").asText(), "key"));
            }
        }
        return text -> {
            String same = text;
            for (var one : chance.entrySet()) {
                same = same.replace(one.getKey(), one.getValue());
            }
            return same.replaceAll("(localhost|127(\\.\\d+){3}):\\d+", "host")
                    .replaceAll("-preliminary-[0-9a-f]{12}", "-preliminary-number")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+05:00)", "moment")
                    .replaceAll("\\b[0-9a-f]{64}\\b", "digest");
        };
    }

    private static String survey(int year) {
        return "survey-" + year;
    }

    private void clock(String now) {
        client.send(null, "POST", "/local/clock", Json.object().put("now", now)).expect(200);
    }

    private void body(String id, String name, int headcount) {
        ObjectNode body = Json.object().put("kind", "OMO").put("headcount", headcount);
        body.putObject("name").put("kk", name).put("ru", name).put("en", name);
        client.send(AGENCY, "PUT", "/bodies/" + id, body).expect(200);
    }

    private void survey(int year, Collection<Ballot> ballots) {
        ObjectNode order =
                Json.object()
                        .put("id", survey(year))
                        .put("year", year)
                        .put("questionnaire", "appendix-9")
                        .put("opens", "2026-02-10T09:00:00+05:00")
                        .put("closes", "2026-02-12T00:00:00+05:00");
        order.putArray("bodies").add(BODY).add(OTHER);
        client.send(AGENCY, "POST", "/surveys", order).expect(201);
        ObjectNode list = Json.object().put("body", BODY);
        var people = list.putArray("people");
        for (int voter = 1; voter <= HEADCOUNT; voter++) {
            people.add("voter-" + voter);
        }
        client.send(HR, "POST", "/surveys/" + survey(year) + "/participants", list).expect(200);
        JsonNode key =
                client.send(null, "GET", "/surveys/" + survey(year), null)
                        .body()
                        .path("keys")
                        .path(BODY);
        Voter hand = Voter.of(key.path("n").asText(), key.path("e").asText());
        int voter = 0;
        for (Ballot ballot : ballots) {
            vote(year, hand, "voter-" + ++voter, ballot);
        }
    }

    private void vote(int year, Voter hand, String voter, Ballot cast) {
        Voter.Blinding blinding = hand.blind();
        JsonNode signed =
                client.send(
                                person(voter, "employee", BODY),
                                "POST",
                                "/surveys/" + survey(year) + "/tokens",
                                Json.object().put("blinded", base64(blinding.blinded())))
                        .expect(200)
                        .body();
        Voter.Token token =
                hand.finish(
                        blinding, Base64.getUrlDecoder().decode(signed.path("signature").asText()));
        ObjectNode ballot = Json.object().put("body", BODY);
        ballot.putObject("token")
                .put("message", base64(token.message()))
                .put("signature", base64(token.signature()));
        ObjectNode answers = ballot.putObject("answers");
        cast.answers().forEach(answers::putPOJO);
        ObjectNode about = ballot.putObject("respondent");
        cast.about().forEach(about::put);
        client.send(null, "POST", "/surveys/" + survey(year) + "/ballots", ballot).expect(201);
    }

    private void leave(List<@Nullable List<String>> reasons) {
        int number = 0;
        for (List<String> named : reasons) {
            leave("leaver-" + ++number, named);
        }
    }

    private void leave(String person, @Nullable List<String> reasons) {
        JsonNode announced =
                client.send(HR, "POST", "/exit-interviews", leaver(person)).expect(201).body();
        leavers.add(announced.path("id").asText());
        if (reasons != null) {
            ObjectNode interview = Json.object().put("code", announced.path("code").asText());
            ObjectNode answers = interview.putObject("answers");
            reasons.forEach(answers.putArray("q1")::add);
            answers.put("q2", "exit.q2.lt1").put("q3", "exit.q3.male");
            List.of("q4", "q5", "q6", "q8", "q9", "q10", "q11")
                    .forEach(question -> answers.put(question, "exit." + question + ".no"));
            answers.put("q7", "exit.q7.weekly");
            client.send(null, "PUT", "/exit-interviews/by-code", interview).expect(201);
        }
    }

    private ObjectNode leaver(String person) {
        return Json.object()
                .put("body", BODY)
                .put("person", person)
                .put("leavingOn", "2025-10-%02d".formatted(leavers.size() + 1))
                .put("left", "SERVICE")
                .put("ground", "OWN_WILL")
                .put("medium", "ELECTRONIC")
                .put("deliver", "PRINT");
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        client.close();
        host.close();
    }
}
