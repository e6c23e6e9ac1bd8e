package kz.bagalau.worktime.act;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.directory.StateBody;
import kz.bagalau.forms.monitoring.PresenceAct;
import kz.bagalau.forms.monitoring.PresenceActDocument;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.monitoring.PresenceFact;
import kz.bagalau.rules.monitoring.Signatures;
import kz.bagalau.rules.workmode.PersonalSchedule;
import kz.bagalau.rules.workmode.ScheduleDay.Reason;
import kz.bagalau.rules.worktime.Clock24;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.worktime.desk.Desk;
import kz.bagalau.worktime.desk.Listed;
import kz.bagalau.worktime.desk.Parts;
import kz.bagalau.worktime.desk.Together;
import kz.bagalau.worktime.desk.WorktimeProblem;
import kz.bagalau.worktime.visit.Evidence;
import kz.bagalau.worktime.visit.VisitCase;
import kz.bagalau.worktime.visit.VisitForm;

/// Acts of presence (121 ¶14), from the observation to the last signature.
public final class Acts {

    private static final int MOST = 100;

    private final Desk desk;
    private final VisitCase visits;
    private final Schedules schedules;
    private final ActCase acts = new ActCase();

    public Acts(Desk desk, VisitCase visits, Schedules schedules) {
        this.desk = desk;
        this.visits = visits;
        this.schedules = schedules;
    }

    /// An act with its visit.
    public record Of(Document visit, Document act) {}

    public Optional<Of> find(Document visit, String id) {
        return desk.find(Desk.ACT, id)
                .filter(act -> act.content().path("visit").asText().equals(visit.reference().id()))
                .map(act -> new Of(visit, act));
    }

    public Flow flow() {
        return acts.flow();
    }

    /// Under what the acts on one person are listed; ids of the directory may hold any character.
    private static Party observed(String body, String employee) {
        return new Party("observed:%s/%s".formatted(body, Sha256.base64(employee)));
    }

    private static Set<Party> parties(Document visit, Optional<String> employee) {
        String body = Parts.body(visit);
        Set<Party> parties = new HashSet<>(Parts.parties(Parts.authority(visit), body));
        employee.ifPresent(id -> parties.add(observed(body, id)));
        return parties;
    }

    /// `GET /visit-acts`: for an employee those on themselves; with `?body=`, and for who is no
    /// employee, for the personnel service and the head those whose result is sent. What an
    /// official has withdrawn is shown as withdrawn.
    public Response list(Caller caller, Listed asked) {
        Optional<String> body = caller.body();
        boolean office =
                body.filter(own -> caller.has(Role.HR, own) || caller.has(Role.HEAD, own))
                        .filter(_ -> asked.body().isPresent() || !caller.has(Role.EMPLOYEE))
                        .isPresent();
        if (body.isEmpty()) {
            return caller.refusal();
        }
        Party party = office ? Parts.monitored(body.get()) : observed(body.get(), caller.subject());
        return Listed.lines(
                asked.page(desk, Desk.ACT, party, acts -> visible(caller, acts)),
                "acts",
                this::line);
    }

    /// Those of some acts that exist for somebody; their visits are read together.
    private Predicate<Document> visible(Caller caller, Collection<Document> acts) {
        Map<Reference, Document> of =
                desk.cases().find(acts.stream().map(Acts::visit).distinct().toList());
        return act ->
                Optional.ofNullable(of.get(visit(act)))
                        .filter(visit -> isOfBody(caller, new Of(visit, act)))
                        .isPresent();
    }

    private static Reference visit(Document act) {
        return new Reference(Desk.VISIT, act.content().path("visit").asText());
    }

    /// What a list shows of an act: when and where, and where to read it.
    private ObjectNode line(Document act) {
        ObjectNode content = act.content();
        ObjectNode line = Parts.head(act).put("visit", content.path("visit").asText());
        for (String field : List.of("name", "person", "workplace", "when", "outsideMinutes")) {
            if (content.has(field)) {
                line.set(field, content.get(field));
            }
        }
        Parts.timed(content, line, "observedAt");
        if (content.has("acquaintance")) {
            line.put("acquaintance", content.at("/acquaintance/kind").asText());
        }
        return line;
    }

    /// Whether an act exists for somebody of the monitored body: the person it is about, and the
    /// body once its result is sent.
    public static boolean isOfBody(Caller caller, Of of) {
        ObjectNode content = of.act().content();
        String body = Parts.body(of.act());
        boolean person =
                caller.has(Role.EMPLOYEE, body)
                        && content.path("employee").asText().equals(caller.subject());
        boolean office = caller.has(Role.HR, body) || caller.has(Role.HEAD, body);
        return person || (office && of.visit().content().has("sent"));
    }

    public Response draft(
            Caller caller, Document visit, ActForm.Draft form, Optional<Idempotency.Key> key) {
        if (!visit.state().equals("IN_PROGRESS")) {
            return Problem.wrongState(visit.state());
        }
        ArrayNode standing = visit.content().withArray("/acts");
        if (standing.size() >= MOST) {
            return Problem.of(WorktimeProblem.TOO_MANY_PARTS, Integer.toString(MOST));
        }
        ObjectNode content = content(visit, form);
        Optional<String> unknown =
                form.employee().filter(id -> schedules.name(Parts.body(visit), id).isEmpty());
        if (unknown.isPresent()) {
            return Problem.invalid(
                    List.of(
                            new Problem.Error(
                                    "/employee", WorktimeProblem.UNKNOWN_EMPLOYEE, unknown.get())));
        }
        form.employee()
                .flatMap(id -> schedules.name(Parts.body(visit), id))
                .ifPresent(name -> content.put("name", name));
        Optional<Problem> refused = observed(visit, form, content);
        if (refused.isPresent()) {
            return refused.get();
        }
        String id = UUID.randomUUID().toString();
        content.put("sha256", digest(id, content));
        Document act =
                new Document(
                        new Reference(Desk.ACT, id),
                        acts.flow().code(),
                        visit.body(),
                        visit.period(),
                        parties(visit, form.employee()),
                        "DRAFT",
                        1,
                        content);
        Together together = new Together(desk.cases());
        ObjectNode next = visit.content();
        next.withArray("/acts").add(id);
        together.with(
                desk.events(visits)
                        .along(
                                caller,
                                visit.next(visit.state(), visit.parties(), next),
                                "act-drafted",
                                Json.object().put("act", id)));
        return desk.events(acts, together).open(caller, act, "draft", form.json(), List.of(), key);
    }

    private static ObjectNode content(Document visit, ActForm.Draft form) {
        ObjectNode content =
                Json.object()
                        .put(Parts.AUTHORITY, Parts.authority(visit).id())
                        .put(Parts.BODY, Parts.body(visit))
                        .put("visit", visit.reference().id());
        content.setAll(form.json());
        content.set("officials", visit.content().path("officials"));
        content.set("invited", visit.content().path("invited"));
        ArrayNode named = content.putArray("recorded");
        form.evidence()
                .forEach(id ->
                        Evidence.find(visit.content(), id)
                                .ifPresent(one ->
                                        named.add(
                                                one.path("fileName").asText()
                                                        + " · SHA-256 "
                                                        + one.path("sha256").asText())));
        return content;
    }

    /// Compares with the person's own schedule (W-22).
    ///
    /// @return what speaks against the act; empty where the fact is written into it
    private Optional<Problem> observed(Document visit, ActForm.Draft form, ObjectNode content) {
        LocalDateTime at = LocalDateTime.ofInstant(form.observedAt(), Runtime.ALMATY);
        PersonalSchedule schedule = schedules.of(Parts.body(visit), form.employee());
        for (int year : List.of(at.minusDays(1).getYear(), at.getYear())) {
            if (schedule.calendar().find(year).isEmpty()) {
                return invalid(WorktimeProblem.NO_SCHEDULE, Integer.toString(year));
            }
        }
        PresenceFact fact = PresenceFact.of(schedule, at, desk.settings().get());
        return switch (fact) {
            case PresenceFact.Inside(var day) ->
                    invalid(
                            WorktimeProblem.INSIDE_WORKING_TIME,
                            day.hours().map(Acts::text).orElse(""));
            case PresenceFact.NoSchedule(var day) ->
                    invalid(WorktimeProblem.NO_SCHEDULE, day.date().toString());
            case PresenceFact.Outside outside -> {
                write(content, outside);
                yield Optional.empty();
            }
        };
    }

    private static Optional<Problem> invalid(WorktimeProblem code, String argument) {
        return Optional.of(
                Problem.invalid(List.of(new Problem.Error("/observedAt", code, argument))));
    }

    private static String text(DayHours hours) {
        return Clock24.text(hours.start()) + "–" + Clock24.endText(hours.end());
    }

    private static void write(ObjectNode content, PresenceFact.Outside outside) {
        Reason source = outside.source();
        ObjectNode schedule = content.putObject("schedule");
        Optional<DayHours> hours = outside.day().hours();
        schedule.put("start", hours.map(known -> Clock24.text(known.start())).orElse(null))
                .put("end", hours.map(known -> Clock24.endText(known.end())).orElse(null))
                .put("source", source.kind().name())
                .put("act", source.act())
                .put(
                        "citation",
                        source.citation()
                                .map(place -> place.act() + ", " + place.paragraph())
                                .orElse(null));
        content.put("when", outside.when().name())
                .put("outsideMinutes", outside.minutes().orElse(null));
    }

    /// Of the act as it is printed in the state language.
    private String digest(String id, ObjectNode content) {
        return Base64.getEncoder()
                .encodeToString(
                        Sha256.of(PresenceActDocument.write(paper(id, content), Language.KK)));
    }

    byte[] printed(Document act, Language language) {
        return PresenceActDocument.write(paper(act.reference().id(), act.content()), language);
    }

    private PresenceAct paper(String id, ObjectNode content) {
        String body = content.path(Parts.BODY).asText();
        ObjectNode schedule = content.withObject("/schedule");
        return new PresenceAct(
                id,
                desk.bodies()
                        .find(body)
                        .map(StateBody::name)
                        .orElseGet(() -> new LocalText(body, body, body)),
                content.path("name").asText(content.path("person").asText()),
                content.path("workplace").asText(),
                LocalDateTime.ofInstant(
                        Instant.parse(content.path("observedAt").asText()), Runtime.ALMATY),
                text(schedule, "start"),
                text(schedule, "end"),
                schedule.path("act").asText(),
                content.path("outsideMinutes").isNumber()
                        ? Optional.of(content.path("outsideMinutes").asLong())
                        : Optional.empty(),
                text(content, "reason"),
                text(content, "overtimeAct"),
                content.path("recorded").valueStream().map(one -> one.asText()).toList(),
                names(content, "officials"),
                names(content, "invited"));
    }

    private static List<String> names(ObjectNode content, String field) {
        return content.path(field).valueStream().map(one -> one.path("name").asText()).toList();
    }

    private static Optional<String> text(ObjectNode json, String field) {
        return json.hasNonNull(field) ? Optional.of(json.path(field).asText()) : Optional.empty();
    }

    public Response show(Caller caller, Of of, Printed printed) {
        if (!of.act().content().path("employee").asText().equals(caller.subject())) {
            desk.noteReading(caller, of.act(), "act");
        }
        return printed.language()
                .map(language ->
                        Printed.pdf(of.act().reference().id(), printed(of.act(), language)))
                .orElseGet(() -> Response.ok(acts.shown(caller, of.act())));
    }

    public Response sign(Caller caller, Of of, ActForm.Signing form) {
        Document act = of.act();
        Signatures.Result result =
                ActCase.signatures(act.content())
                        .by(caller.subject(), form.sha256(), act.content().path("sha256").asText());
        return switch (result) {
            case Signatures.NotOfficial() -> caller.refusal();
            case Signatures.Again() -> Response.ok(acts.shown(caller, act));
            case Signatures.OtherText(var digest) -> Problem.of(WorktimeProblem.OTHER_TEXT, digest);
            case Signatures.Signed(var signatures) ->
                    desk.events(acts)
                            .happen(
                                    caller,
                                    act,
                                    form.asked(),
                                    _ -> signed(caller, act, form, signatures));
        };
    }

    private Decision signed(
            Caller caller, Document act, ActForm.Signing form, Signatures signatures) {
        ObjectNode content = act.content();
        content.withArray("/signatures")
                .addObject()
                .put("by", caller.subject())
                .put("sha256", form.sha256())
                .put("at", desk.now().toString());
        return Decision.next(act, signatures.complete(form.sha256()) ? "SIGNED" : "DRAFT", content);
    }

    public Response acquaint(Caller caller, Of of, ActForm.Acquainted form) {
        return desk.events(acts)
                .happen(
                        caller,
                        of.act(),
                        form.asked(),
                        _ -> {
                            ObjectNode content = of.act().content();
                            content.withObject("/acquaintance")
                                    .put("kind", form.kind().name())
                                    .put("at", form.at().toString());
                            return Decision.next(of.act(), of.act().state(), content);
                        });
    }

    /// Until the result is sent. The visit is changed with it, so that neither a result nor the end
    /// of the visit passes it by.
    public Response withdraw(Caller caller, Of of, VisitForm.Reasoned form) {
        Together together = new Together(desk.cases());
        return desk.events(acts, together)
                .happen(caller, of.act(), form.asked(), _ -> withdrawn(caller, of, form, together));
    }

    private Decision withdrawn(Caller caller, Of of, VisitForm.Reasoned form, Together together) {
        Document visit = of.visit();
        if (visit.content().has("sent")) {
            return new Decision.Refused(
                    Problem.of(
                            WorktimeProblem.RESULT_SENT,
                            visit.content().at("/sent/result").asText()));
        }
        together.with(
                desk.events(visits)
                        .along(
                                caller,
                                visit.next(visit.state(), visit.parties(), visit.content()),
                                "act-withdrawn",
                                Json.object().put("act", of.act().reference().id())));
        ObjectNode content = of.act().content();
        content.withObject("/withdrawn")
                .put("reason", form.reason())
                .put("by", caller.subject())
                .put("at", desk.now().toString());
        return Decision.next(of.act(), "WITHDRAWN", content);
    }

    /// The ids of the acts of a visit that are begun and neither signed nor withdrawn.
    public List<String> open(Document visit) {
        return visit.content()
                .path("acts")
                .valueStream()
                .map(one -> one.asText())
                .filter(id ->
                        desk.find(Desk.ACT, id)
                                .filter(act -> act.state().equals("DRAFT"))
                                .isPresent())
                .toList();
    }
}
