package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.people.Person;

/// The directory of one body of the example data: its units, and about 120 people who are imported
/// as one file, like anybody's. Sent again it changes nothing.
///
/// In the quarter that is shown one came too late to be assessed, one was on leave for almost all
/// of it, one was sent to another body, one unit has no head, and one has so many people that its
/// head has to name others who assess.
public final class DemoStaff {

    private static final String COLUMNS =
            "employee;last;first;name;unit;position.kk;position.ru;category;leading;unitHead;"
                    + "firstHead;apparatusHead;manager;from;absences;secondments";
    private static final LocalDate SINCE = LocalDate.of(2022, 2, 1);

    private final Client client;
    private final JsonNode data = resource();
    private final LocalDate quarterEnd;

    /// @param quarterEnd the last day of the quarter that is shown
    public DemoStaff(Client client, LocalDate quarterEnd) {
        this.client = client;
        this.quarterEnd = quarterEnd;
    }

    /// Somebody with an appointment since some day.
    private record Held(
            JsonNode person, String id, String unit, JsonNode position, LocalDate since) {}

    String body() {
        return data.path("body").asText();
    }

    Person hr() {
        return Demo.hr(body());
    }

    /// Enters units and people.
    public void make() {
        for (JsonNode unit : data.path("units")) {
            ObjectNode entry = Json.object();
            entry.set("name", unit.path("name"));
            List.of("head", "parent")
                    .forEach(field -> {
                        if (unit.has(field)) {
                            entry.set(field, unit.get(field));
                        }
                    });
            String path = "/bodies/" + body() + "/units/" + unit.path("id").asText();
            client.send(hr(), "PUT", path, entry).expect(200);
        }
        client.put(
                        hr(),
                        "/bodies/" + body() + "/employees.csv",
                        "text/csv",
                        csv().getBytes(StandardCharsets.UTF_8))
                .expect(200);
    }

    /// Ids of the people of a unit, without its head, in their order.
    List<String> peopleOf(String unit) {
        List<String> people = new ArrayList<>();
        for (JsonNode one : data.path("units")) {
            if (one.path("id").asText().equals(unit)) {
                for (int place = 0; place < one.path("size").asInt(); place++) {
                    people.add(id(unit, place));
                }
            }
        }
        return people;
    }

    /// The units with people in them.
    List<String> units() {
        List<String> units = new ArrayList<>();
        for (JsonNode unit : data.path("units")) {
            if (unit.path("size").asInt() > 0) {
                units.add(unit.path("id").asText());
            }
        }
        return units;
    }

    /// The head of a unit, whether or not somebody holds the post.
    String headOf(String unit) {
        return data.path("heads").path(unit).path("id").asText("akimat-" + unit + "-head");
    }

    private String id(String unit, int place) {
        return data.path("named")
                .path(unit)
                .path(Integer.toString(place))
                .path("id")
                .asText("akimat-%s-%02d".formatted(unit, place + 1));
    }

    private String csv() {
        StringBuilder csv = new StringBuilder(COLUMNS).append("\r\n");
        for (JsonNode official : data.path("officials")) {
            append(
                    csv,
                    new Held(
                            official,
                            official.path("id").asText(),
                            official.path("unit").asText(),
                            official.path("position"),
                            SINCE),
                    "",
                    "");
        }
        int number = 0;
        for (JsonNode unit : data.path("units")) {
            number = appendUnit(csv, unit, number);
        }
        return csv.toString();
    }

    private int appendUnit(StringBuilder csv, JsonNode unit, int first) {
        String id = unit.path("id").asText();
        int size = unit.path("size").asInt();
        int number = first;
        boolean vacant = unit.path("vacant").asBoolean();
        if (size > 0 && !vacant) {
            JsonNode named = data.path("heads").path(id);
            ObjectNode known = named.isObject() ? named.deepCopy() : name(number);
            number++;
            ObjectNode head =
                    known.put("category", unit.path("head").asText())
                            .put("leading", true)
                            .put("unitHead", true)
                            .put("manager", "demo-apparatus");
            append(csv, new Held(head, headOf(id), id, position("head"), SINCE), "", "");
        }
        for (int place = 0; place < size; place++) {
            JsonNode named = data.path("named").path(id).path(Integer.toString(place));
            ObjectNode person = named.isObject() ? named.deepCopy() : name(number);
            number++;
            person.put("category", place % 3 == 0 ? "D-4" : "D-5")
                    .put("manager", vacant ? "demo-apparatus" : headOf(id));
            boolean late = id.equals("press") && place == 0;
            LocalDate since = late ? quarterEnd.minusDays(12) : SINCE.plusDays(31L * place);
            append(
                    csv,
                    new Held(
                            person,
                            id(id, place),
                            id,
                            position(place % 3 == 0 ? "chief" : "leading"),
                            since),
                    absences(id, place),
                    secondments(id, place));
        }
        return number;
    }

    private JsonNode position(String name) {
        return data.path("position").path(name);
    }

    /// A man's or a woman's; nobody of one body has another's.
    private ObjectNode name(int number) {
        JsonNode names = data.path(number % 2 == 0 ? "men" : "women");
        JsonNode lasts = names.path("lasts");
        JsonNode firsts = names.path("firsts");
        int pair = number / 2;
        return Json.object()
                .put("last", lasts.path(pair * 7 % lasts.size()).asText())
                .put("first", firsts.path(pair * 5 % firsts.size()).asText());
    }

    private String absences(String unit, int place) {
        if (unit.equals("press") && place == 1) {
            return "SOCIAL_LEAVE %s..%s"
                    .formatted(quarterEnd.minusDays(80), quarterEnd.minusDays(3));
        }
        return place % 7 == 4
                ? "LABOUR_LEAVE %s..%s"
                        .formatted(quarterEnd.minusDays(40), quarterEnd.minusDays(27))
                : "";
    }

    private String secondments(String unit, int place) {
        return unit.equals("digital") && place == 2
                ? "akimat-city %s..%s".formatted(quarterEnd.minusDays(60), quarterEnd.plusDays(30))
                : "";
    }

    private static void append(StringBuilder csv, Held held, String absences, String secondments) {
        JsonNode person = held.person();
        String last = person.path("last").asText();
        String first = person.path("first").asText();
        csv.append(
                        String.join(
                                ";",
                                held.id(),
                                last,
                                first,
                                last + " " + first,
                                held.unit(),
                                held.position().path("kk").asText(),
                                held.position().path("ru").asText(),
                                person.path("category").asText(),
                                yes(person, "leading"),
                                yes(person, "unitHead"),
                                yes(person, "firstHead"),
                                yes(person, "apparatusHead"),
                                person.path("manager").asText(),
                                held.since().toString(),
                                absences,
                                secondments))
                .append("\r\n");
    }

    private static String yes(JsonNode person, String flag) {
        return person.path(flag).asBoolean() ? "yes" : "no";
    }

    private static JsonNode resource() {
        try (InputStream in = DemoStaff.class.getResourceAsStream("staff.json")) {
            return Json.read(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
