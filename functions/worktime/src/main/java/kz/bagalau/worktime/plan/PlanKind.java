package kz.bagalau.worktime.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.directory.Authority;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;
import kz.bagalau.rules.monitoring.VisitPlan;
import kz.bagalau.rules.workmode.WorkSetting;
import kz.bagalau.worktime.desk.Desk;
import kz.bagalau.worktime.desk.Parts;
import kz.bagalau.worktime.desk.WithoutTerms;

/// Plans of visits (121 ¶9, ¶10): whose turn it is, and what a caller sees.
public record PlanKind(Desk desk) implements Kind {

    @Override
    public Flow flow() {
        return Flows.VISIT_PLAN.flow();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document plan) {
        return Parts.actors(caller, plan);
    }

    @Override
    public Turn turn(Document plan) {
        return new WithoutTerms(step -> owner(plan, step));
    }

    private static Optional<Party> owner(Document plan, Step step) {
        ObjectNode content = plan.content();
        boolean open =
                switch (step.event()) {
                    case "send" ->
                            PlanContent.items(content)
                                    .anyMatch(item ->
                                            !PlanContent.isSent(
                                                    content, item.path("body").asText()));
                    default -> true;
                };
        return open ? Optional.of(Parts.authority(plan).party()) : Optional.empty();
    }

    /// The Agency sees every plan, a subdivision its own, a body what it was sent.
    public boolean sees(Caller caller, Document plan) {
        return seesWhole(caller, plan) || sentTo(caller, plan).isPresent();
    }

    private static boolean seesWhole(Caller caller, Document plan) {
        return Parts.isOwn(caller, plan)
                || Authority.of(caller).filter(Authority::isAgency).isPresent();
    }

    /// The caller's body, where the plan was sent to it.
    private static Optional<String> sentTo(Caller caller, Document plan) {
        return caller.body()
                .filter(body -> caller.has(Role.HR, body) || caller.has(Role.HEAD, body))
                .filter(body -> plan.parties().contains(Party.office(Role.HR, body)));
    }

    @Override
    public ObjectNode shown(Caller caller, Document plan) {
        ObjectNode content = plan.content();
        ObjectNode shown = line(plan);
        boolean whole = seesWhole(caller, plan);
        if (whole) {
            shown.set("quarters", quarters(plan));
            if (content.has("approved")) {
                shown.set("approved", timed(content.withObject("/approved")));
            }
            ArrayNode amended = shown.putArray("amended");
            content.path("amended")
                    .valueStream()
                    .forEach(entry -> amended.add(timed((ObjectNode) entry)));
        }
        Optional<String> body = whole ? Optional.empty() : sentTo(caller, plan);
        ArrayNode items = shown.putArray("items");
        PlanContent.items(content)
                .filter(item -> body.map(item.path("body").asText()::equals).orElse(true))
                .forEach(item -> items.add(item(item, whole)));
        ArrayNode sent = shown.putArray("sent");
        content.path(PlanContent.SENT)
                .valueStream()
                .filter(entry -> body.map(entry.path("body").asText()::equals).orElse(true))
                .forEach(entry -> sent.add(timed((ObjectNode) entry)));
        return shown;
    }

    /// What lists show.
    public ObjectNode line(Document plan) {
        ObjectNode content = plan.content();
        return Json.object()
                .put("id", plan.reference().id())
                .put(Parts.AUTHORITY, Parts.authority(plan).id())
                .put("from", content.path("from").asText())
                .put("to", content.path("to").asText())
                .put("state", plan.state())
                .put("version", plan.version());
    }

    private static ObjectNode timed(ObjectNode entry) {
        ObjectNode shown = entry.deepCopy();
        return shown.put("at", Times.shown(Instant.parse(entry.path("at").asText())));
    }

    private ObjectNode item(ObjectNode item, boolean whole) {
        ObjectNode shown = Json.object().put("id", item.path("id").asText());
        shown.setAll(PlanContent.json(PlanContent.item(item)));
        shown.put(
                "state",
                VisitPlan.state(
                                PlanContent.item(item),
                                item.path(PlanContent.DONE).asBoolean(),
                                desk.today())
                        .name());
        if (whole && item.has(PlanContent.VISIT)) {
            shown.set(PlanContent.VISIT, item.get(PlanContent.VISIT));
        }
        return shown;
    }

    private ArrayNode quarters(Document plan) {
        VisitPlan rules = PlanContent.plan(plan.content());
        ArrayNode quarters = Json.object().putArray("quarters");
        for (var stand : rules.stands(scope(), visited(plan, rules))) {
            ObjectNode json =
                    quarters.addObject()
                            .put("quarter", stand.quarter().toString())
                            .put("planned", stand.planned())
                            .put("held", stand.held())
                            .put("met", stand.met());
            stand.body().ifPresent(body -> json.put("body", body));
        }
        return quarters;
    }

    public WorkSetting.VisitsScope scope() {
        return desk.settings().get().get(WorkSetting.MIN_VISITS_SCOPE);
    }

    /// The visits of the authority, planned or not.
    private List<VisitPlan.Visited> visited(Document plan, VisitPlan rules) {
        return desk
                .ofAuthority(
                        Parts.authority(plan),
                        Desk.VISIT,
                        rules.from().getYear(),
                        rules.to().getYear())
                .stream()
                .map(visit ->
                        new VisitPlan.Visited(
                                Parts.body(visit),
                                LocalDate.parse(visit.content().path("date").asText()),
                                visit.state().equals("DONE")))
                .toList();
    }
}
