package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import kz.bagalau.lambda.Json;

/// The archive entry of the example data: a case of a past year that was kept on paper. The
/// personnel service enters it with its basis, each step on the day on which it was taken, up to
/// the sheet that was agreed. The entry goes on from where it stands.
final class DemoArchive {

    private static final String PLANS = "/kpi-plans";
    private static final String SHEETS = "/kpi-sheets";

    private final Client client;
    private final JsonNode entry;
    private final JsonNode indicators;

    /// @param entry `employee`, `year`, `reason`, `document`
    /// @param indicators with what was planned and what came of it
    DemoArchive(Client client, JsonNode entry, JsonNode indicators) {
        this.client = client;
        this.entry = entry;
        this.indicators = indicators;
    }

    void enter() {
        ObjectNode opening = Json.object().put("employee", entry.path("employee").asText());
        opening.putObject("period").put("from", day(1, 1)).put("to", day(12, 31));
        opening.putObject("archive")
                .put("reason", entry.path("reason").asText())
                .put("document", entry.path("document").asText());
        String plan = PLANS + "/" + id(PLANS, opening);
        if (state(plan).equals("DRAFT")) {
            ObjectNode form = at(plan, day(1, 10));
            ArrayNode rows = form.putArray("rows");
            for (JsonNode indicator : indicators) {
                ObjectNode row = indicator.deepCopy();
                row.remove("actual");
                rows.add(row.put("due", day(12, 1)).put("achievable", true));
            }
            send("PUT", plan, form);
            step(plan, "submit", day(1, 11));
        }
        if (state(plan).equals("ON_APPROVAL")) {
            step(plan, "approve", day(1, 12));
        }
        sheet(plan.substring(plan.lastIndexOf('/') + 1));
    }

    private void sheet(String plan) {
        ObjectNode opening = Json.object().put("plan", plan).put("on", day(12, 20));
        String sheet = SHEETS + "/" + id(SHEETS, opening);
        if (state(sheet).equals("DRAFT")) {
            ObjectNode form = at(sheet, day(12, 20));
            ArrayNode rows = form.putArray("rows");
            for (JsonNode indicator : indicators) {
                int number = rows.size() + 1;
                rows.addObject()
                        .put("no", number)
                        .put("actual", indicator.path("actual").asText())
                        .put("achieved", number < indicators.size());
            }
            send("PUT", sheet, form);
            step(sheet, "submit", day(12, 21));
        }
        if (state(sheet).equals("ON_REVIEW")) {
            step(sheet, "agree", day(12, 22));
        }
    }

    private String day(int month, int day) {
        return LocalDate.of(entry.path("year").asInt(), month, day).toString();
    }

    /// The id of what stands or is opened.
    private String id(String collection, ObjectNode opening) {
        return client.send(DemoKpi.HR, "POST", collection, opening)
                .expect(200, 201)
                .body()
                .path("id")
                .asText();
    }

    private void step(String document, String step, String on) {
        send("POST", document + "/" + step, at(document, on));
    }

    private void send(String method, String path, ObjectNode body) {
        client.send(DemoKpi.HR, method, path, body).expect(200);
    }

    private String state(String document) {
        return stands(document).path("state").asText();
    }

    private ObjectNode at(String document, String on) {
        return Json.object().put("version", stands(document).path("version").asInt()).put("on", on);
    }

    private JsonNode stands(String document) {
        return client.send(DemoKpi.HR, "GET", document, null).expect(200).body();
    }
}
