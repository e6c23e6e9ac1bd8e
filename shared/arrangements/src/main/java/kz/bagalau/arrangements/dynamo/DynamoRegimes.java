package kz.bagalau.arrangements.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kz.bagalau.arrangements.Chosen;
import kz.bagalau.arrangements.PersonnelSystem;
import kz.bagalau.arrangements.Regimes;
import kz.bagalau.arrangements.SettingsJson;
import kz.bagalau.arrangements.Wording;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.cases.dynamo.DynamoEditions;
import kz.bagalau.facts.dynamo.DynamoWorkTimes;
import kz.bagalau.facts.dynamo.WorkRulesJson;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.workmode.Norm;
import kz.bagalau.rules.workmode.RegulatedHours;
import kz.bagalau.rules.worktime.WorkRules;

/// Regimes in the partitions `worktime`, `norms` and `work-rules#<body>`. Rules are written
/// together with the times by which overtime is counted.
public final class DynamoRegimes implements Regimes {

    private static final String WORKTIME = "worktime";
    private static final String SETTINGS = JsonShelf.key(WORKTIME, "settings");
    private static final String NORMS = "norms";

    private final Table table;
    private final DynamoWorkTimes times;
    private final DynamoEditions<Chosen> settings;
    private final DynamoEditions<Wording> wordings;
    private final DynamoEditions<WorkRules> rules;
    private final DynamoEditions<PersonnelSystem> systems;
    private final DynamoEditions<RegulatedHours> regulated;

    public DynamoRegimes(Table table, Clock clock) {
        this.table = table;
        this.times = new DynamoWorkTimes(table, clock);
        this.settings =
                new DynamoEditions<>(
                        table,
                        clock,
                        new JsonShelf<>(
                                DynamoRegimes::json,
                                DynamoRegimes::chosen,
                                Optional.of(Chosen.DEFAULTS)));
        this.wordings =
                new DynamoEditions<>(
                        table,
                        clock,
                        new JsonShelf<>(
                                DynamoRegimes::json, DynamoRegimes::wording, Optional.empty()));
        this.rules =
                new DynamoEditions<>(
                        table,
                        clock,
                        new JsonShelf<>(
                                WorkRulesJson::write, WorkRulesJson::read, Optional.empty()));
        this.systems =
                new DynamoEditions<>(
                        table,
                        clock,
                        new JsonShelf<>(
                                DynamoRegimes::json,
                                DynamoRegimes::system,
                                Optional.of(PersonnelSystem.NONE)));
        this.regulated =
                new DynamoEditions<>(
                        table,
                        clock,
                        new JsonShelf<>(
                                DynamoRegimes::json, DynamoRegimes::hours, Optional.empty()));
    }

    /// The regimes of this runtime's `RECORDS_TABLE`.
    public static DynamoRegimes fromEnvironment() {
        return new DynamoRegimes(Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Edition<Chosen> settings() {
        return settings.find(SETTINGS).orElseThrow();
    }

    @Override
    public Saved<Chosen> put(Chosen chosen, OptionalLong seen, Caller by) {
        return settings.put(SETTINGS, chosen, seen, by);
    }

    @Override
    public List<Edition<Wording>> wordings() {
        return wordings.all(NORMS);
    }

    @Override
    public Saved<Wording> put(Wording wording, OptionalLong seen, Caller by) {
        String name = "120#" + wording.norm().code() + "#" + wording.from();
        return wordings.put(JsonShelf.key(NORMS, name), wording, seen, by);
    }

    @Override
    public List<Edition<WorkRules>> rules(String body) {
        return rules.all(rulesOf(body));
    }

    @Override
    public Saved<WorkRules> put(String body, WorkRules ruled, OptionalLong seen, Caller by) {
        String name = ruled.unit().map(unit -> "unit#" + unit).orElse("body") + "#" + ruled.from();
        return rules.put(
                JsonShelf.key(rulesOf(body), name),
                ruled,
                seen,
                by,
                () -> {
                    DynamoWorkTimes.Seen standing = times.see(body);
                    return transaction ->
                            times.add(transaction, standing, standing.withRules(ruled));
                });
    }

    @Override
    public Optional<Edition<RegulatedHours>> regulatedHours(String body, String employee) {
        return regulated.find(hoursOf(body, employee));
    }

    @Override
    public Map<String, RegulatedHours> regulatedHours(String body) {
        return table.partition(hoursOf(body)).stream()
                .collect(
                        Collectors.toMap(
                                item -> Item.text(item, Item.SK),
                                item -> regulated.edition(item).value()));
    }

    @Override
    public Saved<RegulatedHours> put(
            String body, String employee, RegulatedHours hours, OptionalLong seen, Caller by) {
        return regulated.put(hoursOf(body, employee), hours, seen, by);
    }

    @Override
    public Edition<PersonnelSystem> personnelSystem(String body) {
        return systems.find(systemOf(body)).orElseThrow();
    }

    @Override
    public Saved<PersonnelSystem> put(
            String body, PersonnelSystem system, OptionalLong seen, Caller by) {
        return systems.put(systemOf(body), system, seen, by);
    }

    private static String rulesOf(String body) {
        return "work-rules#" + body;
    }

    private static String hoursOf(String body, String employee) {
        return JsonShelf.key(hoursOf(body), employee);
    }

    private static String hoursOf(String body) {
        return "regulated-hours#" + body;
    }

    private static String systemOf(String body) {
        return JsonShelf.key(WORKTIME, "hr-system#" + body);
    }

    private static ObjectNode json(Chosen chosen) {
        ObjectNode json = Json.object().put("reason", chosen.reason());
        json.set("values", SettingsJson.written(chosen.settings()));
        return json;
    }

    private static Chosen chosen(JsonNode json) {
        return new Chosen(SettingsJson.read(json.path("values")), json.path("reason").asText());
    }

    private static ObjectNode json(Wording wording) {
        return Json.object()
                .put("norm", wording.norm().code())
                .put("from", wording.from().toString())
                .put("kk", wording.kk())
                .put("ru", wording.ru())
                .put("source", wording.source());
    }

    private static Wording wording(JsonNode json) {
        return new Wording(
                Norm.named(json.path("norm").asText()).orElseThrow(),
                LocalDate.parse(json.path("from").asText()),
                json.path("kk").asText(),
                json.path("ru").asText(),
                json.path("source").asText());
    }

    private static ObjectNode json(RegulatedHours hours) {
        ObjectNode json =
                Json.object().put("basis", hours.basis()).put("from", hours.from().toString());
        hours.to().ifPresent(to -> json.put("to", to.toString()));
        return json;
    }

    private static RegulatedHours hours(JsonNode json) {
        return new RegulatedHours(
                json.path("basis").asText(),
                LocalDate.parse(json.path("from").asText()),
                text(json, "to").map(LocalDate::parse));
    }

    private static ObjectNode json(PersonnelSystem system) {
        return Json.object()
                .put("departmental", system.departmental())
                .put("basis", system.basis());
    }

    private static PersonnelSystem system(JsonNode json) {
        return new PersonnelSystem(
                json.path("departmental").asBoolean(), json.path("basis").asText());
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field).asText()).filter(text -> !text.isEmpty());
    }
}
