package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Progress;

/// The example data of a first start: a few state bodies, one survey of them that is closed and
/// tallied, one that is open now, reports, exit interviews, and an assessment; and any number of
/// further bodies that are assessed with them, which a later start can add. All of it goes through
/// the public HTTP API, every ballot with a blind signature of its own. What is drawn is drawn from
/// fixed seeds, and every request can be sent again, so a start that was interrupted goes on where
/// it stopped.
///
/// No body, person or answer in it is real; `demo.json` has them.
public final class Demo {

    private static final String FILE = "demo.json";

    public static final Person AGENCY =
            new Person("demo-agency", List.of("agency"), Optional.empty(), Optional.empty());

    static final Person TERRITORIAL = ofTerritory("demo-territory", "territorial");

    static final Person INSPECTOR = ofTerritory("demo-inspector", "monitor");

    private final Host host;
    private final Progress progress;
    private final int further;
    private final JsonNode data;

    /// @param further how many bodies there are to be beside those of `demo.json`
    public Demo(Host host, Progress progress, int further) {
        this.host = host;
        this.progress = progress;
        this.further = further;
        this.data = resource();
    }

    /// Makes the example data where `wanted` and the store is empty, and says how to begin. Without
    /// example data the host is useful too, so a failure is reported and nothing more.
    public String walkThrough(boolean wanted) {
        Optional<JsonNode> note = note();
        if (note.isEmpty() && !wanted) {
            return plain();
        }
        try (Client client = new Client(host.address())) {
            if (note.isEmpty()) {
                boolean empty =
                        client.send(AGENCY, "GET", "/bodies", null)
                                .expect(200)
                                .body()
                                .path("bodies")
                                .isEmpty();
                write(
                        Json.object()
                                .put("stage", empty ? "BEGUN" : "NOT_WANTED")
                                .put(
                                        "begun",
                                        OffsetDateTime.now(host.realClock())
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .toString()));
            }
            ObjectNode state = (ObjectNode) note().orElseThrow();
            boolean begun = state.path("stage").asText().equals("BEGUN");
            if (begun) {
                make(client, state);
            }
            if (begun || (wanted && isDone(state) && state.path("scored").asInt() < further)) {
                assess(client, state);
                write(state.put("stage", "DONE").put("scored", further));
            }
            return isDone(state) ? example(state) : plain();
        } catch (RuntimeException e) {
            progress.say("the example data could not be made: " + e);
            return plain();
        }
    }

    private void make(Client client, ObjectNode state) {
        ZonedDateTime begun = begun(state);
        progress.say("example data: state bodies and a survey of them");
        for (JsonNode body : data.path("bodies")) {
            client.send(AGENCY, "PUT", "/bodies/" + id(body), directoryEntry(body))
                    .expect(200, 201);
        }
        progress.say("example data: the people of a body");
        LocalDate quarterEnd = quarterEnd(begun.toLocalDate());
        DemoStaff staff = new DemoStaff(client, quarterEnd);
        staff.make();
        makeLeavers(client, state, begun);
        makeKpi(client, state, begun);
        makeWorktime(client, state, begun);
        new DemoReports(
                        client,
                        progress,
                        data,
                        begun.getYear() - 1,
                        begun.toLocalDate().plusDays(20))
                .make();
        new DemoSurvey(client, progress, data, begun).make(state, this::write);
        // Last of all: what the clock passes over, the schedules open and publish.
        new DemoAppraisals(client, progress, staff, quarterEnd).make();
    }

    /// The last day of the quarter that ended last before a day.
    public static LocalDate quarterEnd(LocalDate day) {
        return day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1).minusDays(1);
    }

    /// Once only: they move the clock to now, and a survey in the middle of its days would close.
    private void makeLeavers(Client client, ObjectNode state, ZonedDateTime begun) {
        if (!state.path("leavers").asBoolean()) {
            new DemoLeavers(client, progress, data, begun.getYear() - 1).make(state);
            write(state.put("leavers", true));
        }
    }

    /// Once only, and before the surveys: it moves the clock too.
    private void makeKpi(Client client, ObjectNode state, ZonedDateTime begun) {
        if (!state.path("kpi").asBoolean()) {
            new DemoKpi(client, progress, data, begun).make();
            write(state.put("kpi", true));
        }
    }

    /// Once only, and before the surveys: it moves the clock too.
    private void makeWorktime(Client client, ObjectNode state, ZonedDateTime begun) {
        if (!state.path("worktime").asBoolean()) {
            new DemoWorktime(client, progress, data.path("worktime"), begun).make();
            write(state.put("worktime", true));
        }
    }

    private void assess(Client client, ObjectNode state) {
        DemoAssessment assessment =
                new DemoAssessment(client, progress, data, begun(state).getYear() - 1);
        assessment.enter();
        new DemoBodies(client, progress, data.path("further"), assessment)
                .make(further, state, this::write);
        assessment.run(further);
    }

    private static ZonedDateTime begun(JsonNode state) {
        return OffsetDateTime.parse(state.path("begun").asText()).atZoneSameInstant(Runtime.ALMATY);
    }

    private static boolean isDone(JsonNode state) {
        return state.path("stage").asText().equals("DONE");
    }

    /// The personnel service of a body.
    public static Person hr(String body) {
        return new Person("demo-hr-" + body, List.of("hr"), Optional.of(body), Optional.empty());
    }

    private static Person ofTerritory(String subject, String role) {
        return new Person(
                subject, List.of(role), Optional.empty(), Optional.empty(), Optional.of("north"));
    }

    static String id(JsonNode body) {
        return body.path("id").asText();
    }

    private static ObjectNode directoryEntry(JsonNode body) {
        ObjectNode entry = (ObjectNode) body.deepCopy();
        entry.remove(
                List.of("id", "voters", "leaning", "slips", "leavers", "reports", "incomplete"));
        return entry;
    }

    private String plain() {
        return """

        Bagalau runs at %s (Ctrl-C stops it).
        """
                .formatted(host.address());
    }

    private String example(JsonNode state) {
        String link =
                "%s/survey.html?id=%s#fp=%s"
                        .formatted(
                                host.address(),
                                DemoSurvey.OPEN,
                                state.path("fingerprint").asText());
        return """

        Bagalau runs at %1$s (Ctrl-C stops it).

        Answer a survey yourself, as a respondent with a slip of paper:
          %2$s&code=%3$s&body=%5$s
        or as one who logs in (take a demo person, such as demo-aigerim):
          %2$s
        Give an exit interview, as somebody who leaves with a code (or log in as demo-yerlan):
          %1$s/exit.html#code=%6$s
        See the results of a survey that is over, the facts of every body, and a ranked assessment
        (log in as demo-agency, demo-it or demo-hr-digital), and KPI plans and sheets (as
        demo-manager, demo-higher-manager, demo-madina, demo-secretary, demo-head or
        demo-hr-revision-commission), and quarterly appraisals (as demo-assessor, demo-svetlana,
        demo-akim or demo-hr-akimat), and working time (as demo-inspector, demo-territory,
        demo-hr-akimat, demo-akim or demo-svetlana):
          %1$s/desk.html
        More slips: %4$s
        """
                .formatted(
                        host.address(),
                        link,
                        state.path("codes").path(0).asText(),
                        String.join(" ", codes(state)),
                        id(data.path("bodies").path(0)),
                        state.path("exitCode").asText());
    }

    private static List<String> codes(JsonNode state) {
        List<String> codes = new ArrayList<>();
        state.path("codes").forEach(code -> codes.add(code.asText()));
        return codes.subList(Math.min(1, codes.size()), codes.size());
    }

    private Optional<JsonNode> note() {
        return host.data().read(FILE).map(Json::read);
    }

    private void write(ObjectNode state) {
        host.data().write(FILE, Json.write(state));
    }

    /// What the example data is made of.
    public static JsonNode resource() {
        try (InputStream in = Demo.class.getResourceAsStream("demo.json")) {
            return Json.read(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
