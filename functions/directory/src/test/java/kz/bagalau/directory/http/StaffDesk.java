package kz.bagalau.directory.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.bagalau.cases.Enclosure;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.sandbox.Sandbox;

/// Two bodies with their personnel services, each function with the rights that template.yaml gives
/// it. Today is 19 March 2026.
final class StaffDesk implements AutoCloseable {

    static final Map<String, String> HR = claims("h1", "hr", "min-digital");
    static final Map<String, String> HEAD = claims("boss", "head", "min-digital");
    static final Map<String, String> OTHER_HR = claims("h2", "hr", "akimat");

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-19T05:00:00Z"), Runtime.ALMATY);

    final Sandbox sandbox = Sandbox.open();
    private final Crash crash = new Crash();
    private final Runtime manage = sandbox.runtime("ManageStaff", CLOCK, crash);
    private final Runtime imports = sandbox.runtime("ImportStaff", CLOCK, crash);

    StaffDesk() {
        DynamoBodies bodies = new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), CLOCK);
        for (String body : Set.of("min-digital", "akimat")) {
            bodies.put(
                    new StateBody(
                            body,
                            new LocalText(body + " қаз", body + " рус", body),
                            BodyKind.OMO,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            61),
                    Optional.empty(),
                    new Caller("a1", Set.of(Role.AGENCY), Optional.empty()));
        }
    }

    static Map<String, String> claims(String sub, String role, String body) {
        return Map.of("sub", sub, "roles", "[bagalau:" + role + "]", "body", body);
    }

    /// A call of a route of `min-digital`.
    Call call(String route, Map<String, String> claims) {
        return call(route, "min-digital", claims);
    }

    Call call(String route, String body, Map<String, String> claims) {
        boolean file = route.contains("employees.");
        Supplier<?> function = file ? ImportStaff::new : ManageStaff::new;
        return Call.of(route, Call.to(file ? imports : manage, function), crash)
                .by(claims)
                .path("body", body);
    }

    Answer unit(String id) {
        return call("PUT /bodies/{body}/units/{unit}", HR)
                .path("unit", id)
                .body("{\"name\":{\"kk\":\"Бөлім\",\"ru\":\"Отдел\"}}")
                .send();
    }

    Answer person(String id, JsonNode json) {
        return personOf("min-digital", HR, id, json);
    }

    Answer personOf(String body, Map<String, String> claims, String id, JsonNode json) {
        return call("PUT /bodies/{body}/employees/{employee}", body, claims)
                .path("employee", id)
                .body(json)
                .send();
    }

    Answer show(String id) {
        return call("GET /bodies/{body}/employees/{employee}", HR).path("employee", id).send();
    }

    JsonNode on(String day, Map<String, String> claims) {
        return call("GET /bodies/{body}/employees", claims)
                .query("on", day)
                .send()
                .body()
                .path("employees");
    }

    /// In the flat form.
    static ObjectNode flat(String unit, String manager) {
        return Json.object()
                .put("name", "Ахметова Әйгерім")
                .put("unit", unit)
                .put("position", "Сарапшы")
                .put("manager", manager)
                .put("appointedOn", "2026-01-01");
    }

    /// The first head `boss` in the unit `top`.
    void boss() {
        unit("top");
        ObjectNode boss = flat("top", "").put("firstHead", true);
        boss.remove("manager");
        person("boss", boss);
    }

    DynamoEnclosures files() {
        return new DynamoEnclosures(new Table(sandbox.dynamo(), sandbox.table("Records")));
    }

    /// The id of a file that somebody is about to send.
    String sent(String by, String body) {
        Enclosure file =
                new Enclosure(
                        NamedFiles.draw(),
                        "order.pdf",
                        "application/pdf",
                        3,
                        "-",
                        by,
                        Optional.of(body),
                        CLOCK.instant());
        files().add(file, Optional.empty());
        return file.id();
    }

    /// What a list of `min-digital` answers to who asks for a file that it names.
    int opened(String list, String file, Map<String, String> claims) {
        return call("GET /bodies/{body}/" + list, claims).query("document", file).raw().status();
    }

    byte[] export(String file, String language) {
        return call("GET /bodies/{body}/" + file, HR).in(language).bytes();
    }

    Call importing(String file, byte[] content) {
        return call("PUT /bodies/{body}/" + file, HR)
                .file(content, (file.endsWith("csv") ? FileType.CSV : FileType.XLSX).mediaType());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
