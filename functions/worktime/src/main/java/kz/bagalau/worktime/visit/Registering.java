package kz.bagalau.worktime.visit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.directory.Authority;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.monitoring.VisitPlan;
import kz.bagalau.rules.workmode.WorkSetting;
import kz.bagalau.worktime.desk.Desk;
import kz.bagalau.worktime.desk.Parts;
import kz.bagalau.worktime.desk.Together;
import kz.bagalau.worktime.desk.WorktimeProblem;
import kz.bagalau.worktime.plan.PlanContent;
import kz.bagalau.worktime.plan.PlanKind;

/// A visit before it starts: it takes its item of a plan, or its number of the year, and gives it
/// back where it is cancelled.
public record Registering(Desk desk, VisitCase visits) {

    public Response register(
            Caller caller,
            Authority authority,
            VisitForm.Registration form,
            Optional<Idempotency.Key> key) {
        String id = UUID.randomUUID().toString();
        ObjectNode content = Json.object().put(Parts.AUTHORITY, authority.id());
        content.setAll(form.asked());
        content.putArray("warnings");
        Together together = new Together(desk.cases());
        Optional<Problem> refused =
                switch (form.kind()) {
                    case PLANNED -> takesItem(caller, authority, form, content, id, together);
                    case UNSCHEDULED -> takesNumber(caller, form, content, id, together);
                };
        if (refused.isPresent()) {
            return refused.get();
        }
        Document visit =
                new Document(
                        new Reference(Desk.VISIT, id),
                        visits.flow().code(),
                        Parts.place(authority),
                        Integer.toString(form.date().getYear()),
                        Parts.parties(authority, form.body()),
                        "REGISTERED",
                        1,
                        content);
        return desk.events(visits, together)
                .open(caller, visit, "register", form.asked(), List.of(), key);
    }

    private Optional<Problem> takesItem(
            Caller caller,
            Authority authority,
            VisitForm.Registration form,
            ObjectNode content,
            String id,
            Together together) {
        String item = form.item().orElseThrow();
        Optional<Document> plan =
                desk.find(Desk.PLAN, PlanContent.planOf(item))
                        .filter(found -> Parts.authority(found).equals(authority))
                        .filter(found -> found.state().equals("APPROVED"));
        Optional<ObjectNode> planned =
                plan.flatMap(found -> PlanContent.item(found.content(), item));
        if (planned.isEmpty()) {
            return Optional.of(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "/item", WorktimeProblem.UNKNOWN_ITEM, item))));
        }
        List<Problem.Error> errors =
                mistakes(PlanContent.item(planned.get()), form.body(), form.date());
        if (!errors.isEmpty()) {
            return Optional.of(Problem.invalid(errors));
        }
        if (planned.get().has(PlanContent.VISIT)) {
            return Optional.of(
                    Problem.of(
                            WorktimeProblem.ITEM_TAKEN,
                            planned.get().path(PlanContent.VISIT).asText()));
        }
        content.put("plan", plan.orElseThrow().reference().id());
        warn(content, plan.orElseThrow(), form.body(), form.date());
        ObjectNode next =
                PlanContent.with(plan.orElseThrow(), item, one -> one.put(PlanContent.VISIT, id));
        together.with(changed(caller, plan.orElseThrow(), next, "visit-registered", id));
        return Optional.empty();
    }

    private static List<Problem.Error> mistakes(VisitPlan.Item item, String body, LocalDate date) {
        List<Problem.Error> errors = new ArrayList<>();
        if (!item.body().equals(body)) {
            errors.add(
                    new Problem.Error("/body", WorktimeProblem.ITEM_OF_ANOTHER_BODY, item.body()));
        }
        if (!item.quarter().contains(date)) {
            errors.add(outsideQuarter(item.quarter()));
        }
        return errors;
    }

    private static Problem.Error outsideQuarter(Quarter quarter) {
        return new Problem.Error("/date", WorktimeProblem.OUTSIDE_QUARTER, quarter.toString());
    }

    /// 121 ¶10: the plan is sent to the body in advance.
    private void warn(ObjectNode content, Document plan, String body, LocalDate date) {
        int days = desk.settings().get().get(WorkSetting.PLAN_NOTICE_DAYS);
        Optional<Instant> sent = PlanContent.sentAt(plan.content(), body);
        boolean inAdvance =
                sent.map(Times::day)
                        .filter(on -> on.isBefore(date) && !on.plusDays(days).isAfter(date))
                        .isPresent();
        ArrayNode warnings = content.putArray("warnings");
        if (!inAdvance) {
            WorktimeWarning.NOT_SENT_IN_ADVANCE.keepIn(warnings);
        }
    }

    private Optional<Problem> takesNumber(
            Caller caller,
            VisitForm.Registration form,
            ObjectNode content,
            String id,
            Together together) {
        Numbers numbers = Numbers.of(desk, form.body(), form.date().getYear());
        OptionalInt number = numbers.taken().next();
        if (number.isEmpty()) {
            return Optional.of(limit(numbers));
        }
        content.put("number", number.getAsInt());
        together.with(numbers.with(desk, caller, number.getAsInt(), id));
        return Optional.empty();
    }

    /// Names both visits that have the numbers.
    private Problem limit(Numbers numbers) {
        ObjectNode members = Json.object();
        ArrayNode list = members.putArray("visits");
        List<String> named = new ArrayList<>();
        for (String id : numbers.ids()) {
            desk.find(Desk.VISIT, id)
                    .ifPresent(visit -> {
                        String date = visit.content().path("date").asText();
                        named.add(id + " (" + date + ")");
                        list.add(visits.line(visit));
                    });
        }
        return new Problem(
                WorktimeProblem.UNSCHEDULED_LIMIT,
                List.of(numbers.body(), Integer.toString(numbers.year()), String.join(", ", named)),
                List.of(),
                members);
    }

    public Response change(Caller caller, Document visit, VisitForm.Changed form) {
        return desk.events(visits).happen(caller, visit, form.asked(), _ -> changed(visit, form));
    }

    private Decision changed(Document visit, VisitForm.Changed form) {
        ObjectNode content = visit.content();
        Optional<Problem.Error> wrong = wrongDate(visit, form.date());
        if (wrong.isPresent()) {
            return new Decision.Refused(Problem.invalid(List.of(wrong.get())));
        }
        content.put("date", form.date().toString());
        content.remove("ground");
        form.ground().ifPresent(text -> content.put("ground", text));
        content.setAll(form.people());
        plan(visit).ifPresent(plan -> warn(content, plan, Parts.body(visit), form.date()));
        return Decision.next(visit, "REGISTERED", content);
    }

    /// Another quarter is another item's, another year another number's.
    private Optional<Problem.Error> wrongDate(Document visit, LocalDate date) {
        Optional<Quarter> quarter =
                plan(visit)
                        .flatMap(plan -> PlanContent.item(plan.content(), item(visit)))
                        .map(item -> PlanContent.item(item).quarter());
        if (quarter.filter(own -> !own.contains(date)).isPresent()) {
            return quarter.map(Registering::outsideQuarter);
        }
        int year = VisitCase.year(visit);
        return date.getYear() == year
                ? Optional.empty()
                : Optional.of(
                        new Problem.Error(
                                "/date", WorktimeProblem.ANOTHER_YEAR, Integer.toString(year)));
    }

    public Response cancel(Caller caller, Document visit, VisitForm.Reasoned form) {
        Together together = new Together(desk.cases());
        return desk.events(visits, together)
                .happen(caller, visit, form.asked(), _ -> cancelled(caller, visit, form, together));
    }

    private Decision cancelled(
            Caller caller, Document visit, VisitForm.Reasoned form, Together together) {
        ObjectNode content = visit.content();
        String id = visit.reference().id();
        if (content.has("number")) {
            Numbers numbers = Numbers.of(desk, Parts.body(visit), VisitCase.year(visit));
            together.with(numbers.without(desk, caller, id));
        }
        plan(visit)
                .filter(plan -> holds(plan, visit))
                .ifPresent(plan -> {
                    ObjectNode next =
                            PlanContent.with(
                                    plan, item(visit), one -> one.remove(PlanContent.VISIT));
                    together.with(changed(caller, plan, next, "visit-cancelled", id));
                });
        content.withObject("/cancelled")
                .put("reason", form.reason())
                .put("by", caller.subject())
                .put("at", desk.now().toString());
        return Decision.next(visit, "CANCELLED", content);
    }

    /// Marks the item of a planned visit in its plan; an unscheduled one has none.
    ///
    /// @return false where the plan has no such item any more
    public boolean marked(Caller caller, Document visit, String mark, Together together) {
        Optional<Document> plan = plan(visit);
        if (plan.isEmpty()) {
            return true;
        }
        if (!holds(plan.get(), visit)) {
            return false;
        }
        ObjectNode next = PlanContent.with(plan.get(), item(visit), item -> item.put(mark, true));
        together.with(changed(caller, plan.get(), next, "visit-" + mark, visit.reference().id()));
        return true;
    }

    private static boolean holds(Document plan, Document visit) {
        return PlanContent.item(plan.content(), item(visit))
                .filter(one -> one.path(PlanContent.VISIT).asText().equals(visit.reference().id()))
                .isPresent();
    }

    private Optional<Document> plan(Document visit) {
        return visit.content().has("plan")
                ? desk.find(Desk.PLAN, visit.content().path("plan").asText())
                : Optional.empty();
    }

    private static String item(Document visit) {
        return visit.content().path("item").asText();
    }

    private Change changed(
            Caller caller, Document plan, ObjectNode content, String event, String visit) {
        PlanKind kind = new PlanKind(desk);
        return desk.events(kind)
                .along(
                        caller,
                        plan.next(plan.state(), plan.parties(), content),
                        event,
                        Json.object().put("visit", visit));
    }
}
