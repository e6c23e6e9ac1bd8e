package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import javax.imageio.ImageIO;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Progress;

/// The working time of one body of the example data and its monitoring: an approved plan that was
/// sent, a visit with an explanation, a photo and a signed act of presence, a result that was
/// answered, signals, and a visit to hold today. Each case goes on from where it stands.
public final class DemoWorktime {

    /// How long before the start the plan was sent, and the visit held.
    private static final int DAYS_SINCE_SENT = 9;

    private static final int DAYS_SINCE_VISIT = 7;

    private final Client client;
    private final Progress progress;
    private final JsonNode data;
    private final ZonedDateTime begun;
    private final String body;

    /// An evening, outside everybody's working time.
    private final ZonedDateTime visited;

    /// @param begun when the example data was begun
    public DemoWorktime(Client client, Progress progress, JsonNode data, ZonedDateTime begun) {
        this.client = client;
        this.progress = progress;
        this.data = data;
        this.begun = begun;
        this.body = data.path("body").asText();
        this.visited =
                begun.minusDays(DAYS_SINCE_VISIT)
                        .withHour(20)
                        .withMinute(40)
                        .withSecond(0)
                        .withNano(0);
    }

    public void make() {
        progress.say("example data: working time and its monitoring");
        ZonedDateTime sent = begun.minusDays(DAYS_SINCE_SENT).withHour(11);
        clock(sent);
        new DemoWorkmode(client, data, sent.toLocalDate()).make();
        JsonNode plan = plan();
        String signal = signals(sent.toLocalDate());
        clock(visited);
        String visit = visit(plan);
        clock(visited.plusDays(1).withHour(10));
        answer(result(visit, signal));
        client.send(null, "DELETE", "/local/clock", null).expect(200);
        today();
    }

    private void clock(ZonedDateTime to) {
        ObjectNode now = Json.object().put("now", to.toOffsetDateTime().toString());
        client.send(null, "POST", "/local/clock", now).expect(200);
    }

    private JsonNode stands(Person who, String path) {
        return client.send(who, "GET", path, null).expect(200).body();
    }

    private static ObjectNode version(JsonNode stands) {
        return Json.object().put("version", stands.path("version").asInt());
    }

    private static String state(JsonNode stands) {
        return stands.path("state").asText();
    }

    private String made(Person who, String path, JsonNode entry) {
        return client.send(who, "POST", path, entry).expect(200, 201).body().path("id").asText();
    }

    /// A year from the quarter of the visit on, each quarter with a visit to the first body.
    private JsonNode plan() {
        LocalDate day = visited.toLocalDate();
        LocalDate from = day.with(IsoFields.DAY_OF_QUARTER, 1);
        ObjectNode draft = Json.object().put("from", from.toString());
        ArrayNode items = draft.putArray("items");
        for (int quarter = 0; quarter < 4; quarter++) {
            item(items, body, from.plusMonths(3L * quarter));
        }
        item(items, data.at("/plan/bodies/1").asText(), from.plusMonths(3));
        String path = "/visit-plans/" + made(Demo.TERRITORIAL, "/visit-plans", draft);
        JsonNode stands = stands(Demo.TERRITORIAL, path);
        if (state(stands).equals("DRAFT")) {
            ObjectNode approval = version(stands).put("act", data.at("/plan/act").asText());
            stands =
                    client.send(Demo.TERRITORIAL, "PUT", path + "/approve", approval)
                            .expect(200)
                            .body();
        }
        if (stands.path("sent").isEmpty()) {
            ObjectNode sending = version(stands);
            sending.set("bodies", data.at("/plan/bodies"));
            stands =
                    client.send(Demo.TERRITORIAL, "POST", path + "/send", sending)
                            .expect(200)
                            .body();
        }
        return stands;
    }

    private static void item(ArrayNode items, String body, LocalDate in) {
        items.addObject()
                .put("body", body)
                .put(
                        "quarter",
                        "%d-Q%d".formatted(in.getYear(), in.get(IsoFields.QUARTER_OF_YEAR)));
    }

    /// @return the id of the signal that is closed by the visit
    private String signals(LocalDate day) {
        String first = "";
        for (JsonNode one : data.path("signals")) {
            ObjectNode signal = one.deepCopy();
            signal.put("body", body).put("date", day.minusDays(3).toString());
            String id = made(Demo.INSPECTOR, "/signals", signal);
            first = first.isEmpty() ? id : first;
        }
        return first;
    }

    private ObjectNode registration(String kind, LocalDate date) {
        ObjectNode entry =
                Json.object().put("kind", kind).put("body", body).put("date", date.toString());
        ObjectNode official = data.path("official").deepCopy();
        entry.putArray("officials").add(official.put("sub", Demo.INSPECTOR.subject()));
        entry.putArray("invited").add(data.path("guest"));
        return entry;
    }

    private String visit(JsonNode plan) {
        ObjectNode entry = registration("PLANNED", visited.toLocalDate());
        entry.put("item", plan.at("/items/0/id").asText());
        String id = made(Demo.INSPECTOR, "/visits", entry);
        String path = "/visits/" + id;
        if (state(stands(Demo.INSPECTOR, path)).equals("REGISTERED")) {
            ObjectNode start = version(stands(Demo.INSPECTOR, path)).put("cardsShown", true);
            happen(path + "/start", start.put("at", before(35)));
        }
        if (state(stands(Demo.INSPECTOR, path)).equals("IN_PROGRESS")) {
            explain(path);
            presence(path, photo(path));
            happen(path + "/finish", version(stands(Demo.INSPECTOR, path)).put("at", before(0)));
        }
        return id;
    }

    private void happen(String path, ObjectNode step) {
        client.send(Demo.INSPECTOR, "POST", path, step).expect(200);
    }

    /// So many minutes before the evening ends.
    private String before(int minutes) {
        return visited.minusMinutes(minutes).toOffsetDateTime().toString();
    }

    private void explain(String path) {
        ObjectNode explanation = data.path("explanation").deepCopy();
        made(
                Demo.INSPECTOR,
                path + "/explanations",
                explanation.put("requestedAt", before(25)).put("receivedAt", before(15)));
    }

    private String photo(String path) {
        byte[] file = picture();
        ObjectNode entry =
                Json.object()
                        .put("kind", "PHOTO")
                        .put("takenAt", before(30))
                        .put("device", data.path("device").asText())
                        .put("fileName", "305-bolme.png")
                        .put("bytes", file.length)
                        .put("sha256", DemoReports.sha256(file));
        JsonNode permit =
                client.send(Demo.INSPECTOR, "POST", path + "/evidence", entry).expect(201).body();
        DemoReports.put(permit.path("upload"), file);
        return permit.path("id").asText();
    }

    /// None where nobody has entered the working days of the year yet.
    private void presence(String path, String photo) {
        ObjectNode entry = data.path("presence").deepCopy();
        entry.put("observedAt", before(30)).putArray("evidence").add(photo);
        Client.Reply drafted =
                client.send(Demo.INSPECTOR, "POST", path + "/acts", entry).expect(200, 201, 400);
        if (drafted.status() == 400) {
            return;
        }
        String act = path + "/acts/" + drafted.body().path("id").asText();
        JsonNode stands = stands(Demo.INSPECTOR, act);
        if (state(stands).equals("DRAFT")) {
            happen(
                    act + "/signatures",
                    Json.object().put("sha256", stands.path("sha256").asText()));
        }
        happen(
                act + "/acquaintance",
                version(stands(Demo.INSPECTOR, act)).put("kind", "SIGNED").put("at", before(5)));
    }

    private String result(String visit, String signal) {
        handle(signal, "NEW", Json.object().put("state", "TAKEN"));
        ObjectNode closed = Json.object().put("state", "CLOSED").put("visit", visit);
        closed.set("note", data.path("findings"));
        handle(signal, "TAKEN", closed);
        LocalDate day = visited.toLocalDate();
        ObjectNode result =
                Json.object()
                        .put("body", body)
                        .put("from", day.with(IsoFields.DAY_OF_QUARTER, 1).toString())
                        .put("to", day.toString());
        result.set("findings", data.path("findings"));
        result.putArray("visits").add(visit);
        result.putArray("signals").add(signal);
        return made(Demo.TERRITORIAL, "/monitoring-results", result);
    }

    private void handle(String signal, String from, ObjectNode step) {
        for (JsonNode one : stands(Demo.INSPECTOR, "/signals?body=" + body).path("signals")) {
            if (one.path("id").asText().equals(signal) && state(one).equals(from)) {
                client.send(
                                Demo.INSPECTOR,
                                "PUT",
                                "/signals/" + signal,
                                step.put("version", one.path("version").asInt()))
                        .expect(200);
            }
        }
    }

    private void answer(String id) {
        String path = "/monitoring-results/" + id;
        JsonNode stands = stands(Demo.TERRITORIAL, path);
        if (state(stands).equals("PREPARED")) {
            stands =
                    client.send(Demo.TERRITORIAL, "POST", path + "/send", version(stands))
                            .expect(200)
                            .body();
        }
        if (state(stands).equals("SENT")) {
            ObjectNode answer = version(stands);
            answer.set("measures", data.path("measures"));
            client.send(Demo.hr(body), "PUT", path + "/answer", answer).expect(200);
        }
    }

    private void today() {
        ObjectNode entry = registration("UNSCHEDULED", begun.toLocalDate());
        entry.set("ground", data.path("today"));
        made(Demo.INSPECTOR, "/visits", entry);
    }

    /// A lit window in the evening, as a PNG.
    private static byte[] picture() {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawn = image.createGraphics();
        drawn.setPaint(new GradientPaint(0, 0, new Color(0x14213d), 0, 480, new Color(0x35476e)));
        drawn.fillRect(0, 0, 640, 480);
        drawn.setColor(new Color(0xf6c945));
        drawn.fillRect(220, 120, 200, 220);
        drawn.setColor(new Color(0x14213d));
        drawn.fillRect(316, 120, 8, 220);
        drawn.fillRect(220, 226, 200, 8);
        drawn.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
