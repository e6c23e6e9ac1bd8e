package kz.bagalau.appraisal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.Parties;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.desk.Pages;
import kz.bagalau.appraisal.part.View;
import kz.bagalau.appraisal.quarter.AppraisalKind;
import kz.bagalau.appraisal.quarter.Held;
import kz.bagalau.appraisal.quarter.Publishing;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.PastVersion;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.cases.http.Lists;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.cases.http.Readings;
import kz.bagalau.directory.Persons;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.Delegation;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.monitoring.Quarter;

/// Lists of appraisals, and what stands beside one: its history, and who has read it.
final class Overview {

    private static final String NAME = "appraisals";

    private final Desk desk;

    Overview(Desk desk) {
        this.desk = desk;
    }

    /// Which list is asked for.
    ///
    /// @param numbers whether the first page says how many are assessed, for which all cases of the
    ///   quarter are read
    record Asking(
            Listed listed,
            Optional<String> assessor,
            Optional<String> member,
            Optional<Boolean> late,
            boolean numbers) {

        /// No token's subject.
        private static final String NOBODY = " ";

        String body() {
            return listed.body();
        }

        static Input.Result<Asking> read(Request request) {
            List<Problem.Error> errors =
                    Stream.of("late", "numbers")
                            .filter(field ->
                                    request.query(field)
                                            .filter(text -> !text.matches("true|false"))
                                            .isPresent())
                            .map(field -> new Problem.Error(field, FieldProblem.BAD_FORMAT, "true"))
                            .toList();
            if (!errors.isEmpty()) {
                return new Input.Rejected<>(Problem.invalid(errors));
            }
            return switch (Listed.ofQuarter(request)) {
                case Input.Rejected<Listed>(var problem) -> new Input.Rejected<>(problem);
                case Input.Accepted<Listed>(var listed) ->
                        new Input.Accepted<>(
                                new Asking(
                                        listed,
                                        person(request, "assessor"),
                                        person(request, "member"),
                                        request.query("late").map(Boolean::valueOf),
                                        !request.query("numbers").equals(Optional.of("false"))));
            };
        }

        /// Nobody is called so: then the list is empty.
        private static Optional<String> person(Request request, String field) {
            return request.query(field)
                    .map(text -> text.matches("[^#\\p{Cntrl}]{1,200}") ? text : NOBODY);
        }
    }

    /// Those of a body for its personnel service and its appointing official; else those that the
    /// caller assesses, and those whose session the caller sits in.
    Response list(Caller caller, Asking asked) {
        Desk once = desk.once();
        boolean whole = asked.listed().ofWholeBody(caller);
        Lists lists =
                new Lists(
                        NAME,
                        asked.listed(),
                        source(once, caller, asked, whole),
                        appraisal -> isIn(once, caller, appraisal, asked, whole));
        ObjectNode besides =
                asked.numbers() && asked.listed().cursor().isEmpty()
                        ? numbers(once, caller, asked, whole)
                        : Json.object();
        return lists.lines(appraisal -> line(once, caller, appraisal), besides);
    }

    private static Lists.Source source(Desk once, Caller caller, Asking asked, boolean whole) {
        Listed listed = asked.listed();
        Optional<String> list =
                whole ? asked.assessor().or(asked::member) : Optional.of(caller.subject());
        return list.map(person -> ofParty(once, Party.person(person), listed))
                .orElseGet(() -> Lists.ofBody(once.cases(), Desk.APPRAISAL, listed));
    }

    private static Lists.Source ofParty(Desk once, Party party, Listed listed) {
        return (paging, wanted) ->
                once.cases().of(party, Desk.APPRAISAL, listed.period(), paging, wanted);
    }

    private static boolean isIn(
            Desk once, Caller caller, Document appraisal, Asking asked, boolean whole) {
        AppraisalContent content = AppraisalContent.of(appraisal);
        boolean theirs =
                whole
                        ? appraisal.body().equals(asked.body())
                        : !content.employee().equals(caller.subject())
                                && AppraisalKind.of(once, appraisal).view(caller, appraisal)
                                        == View.ALL;
        return theirs
                && asked.assessor().filter(person -> !isAssessor(content, person)).isEmpty()
                && asked.member().filter(person -> !content.members().contains(person)).isEmpty()
                && asked.late().filter(late -> late != content.late(once.today())).isEmpty();
    }

    private static boolean isAssessor(AppraisalContent content, String person) {
        return content.assessor().filter(person::equals).isPresent();
    }

    /// How many are assessed, and whether one assessor has more of them than one assesses alone and
    /// has delegated none (V-19): of the asked quarter, else of the one that ended last.
    private ObjectNode numbers(Desk once, Caller caller, Asking asked, boolean whole) {
        String period =
                asked.listed().period().isEmpty()
                        ? Quarters.ended(once.today()).toString()
                        : asked.listed().period();
        Optional<String> assessor = whole ? asked.assessor() : Optional.of(caller.subject());
        List<AppraisalContent> assessed =
                assessor
                        .map(person -> once.assessedBy(person, period))
                        .orElseGet(() ->
                                Pages.all(paging ->
                                        once.cases()
                                                .ofBody(
                                                        Desk.APPRAISAL,
                                                        asked.body(),
                                                        period,
                                                        paging)))
                        .stream()
                        .filter(appraisal -> appraisal.period().equals(period))
                        .map(AppraisalContent::of)
                        .filter(AppraisalContent::eligible)
                        .toList();
        long own =
                assessed.stream()
                        .filter(content ->
                                assessor.isEmpty() || isAssessor(content, assessor.get()))
                        .count();
        boolean required =
                assessed.stream()
                        .filter(content -> content.principal().isPresent())
                        .collect(
                                Collectors.groupingBy(content -> content.principal().orElseThrow()))
                        .values()
                        .stream()
                        .anyMatch(Overview::delegationRequired);
        return Json.object().put("assessed", own).put("delegationRequired", required);
    }

    private static boolean delegationRequired(Collection<AppraisalContent> ofOne) {
        EmployeeSettings settings = ofOne.iterator().next().settings();
        return Delegation.required(ofOne.size(), settings)
                && ofOne.stream().noneMatch(content -> content.json().has("delegated"));
    }

    /// How many cases of a quarter somebody assesses, with those delegated to others.
    int assessed(String principal, String period) {
        return (int)
                desk.assessedBy(principal, period).stream()
                        .map(AppraisalContent::of)
                        .filter(AppraisalContent::eligible)
                        .count();
    }

    /// Enough to find a case and to see whose turn it is, and nothing of its result.
    private static ObjectNode line(Desk once, Caller caller, Document appraisal) {
        AppraisalContent content = AppraisalContent.of(appraisal);
        AppraisalKind kind = AppraisalKind.of(once, appraisal);
        ObjectNode line = Heads.of(appraisal);
        line.put("employee", content.employee());
        line.put("quarter", content.quarter().toString());
        if (kind.view(caller, appraisal) != View.ALL) {
            return line;
        }
        JsonNode json = content.json();
        line.set("name", json.at("/person/name"));
        List.of("assessor", "reason")
                .forEach(field -> {
                    if (json.has(field)) {
                        line.set(field, json.get(field));
                    }
                });
        line.put("eligibility", content.eligibility().name());
        line.put("due", content.due().toString());
        line.put("late", content.late(once.today()));
        kind.next(appraisal).ifPresent(turn -> line.put("turn", turn));
        return line;
    }

    /// The caller's own cases, in all bodies.
    Response mine(Caller caller, Listed asked) {
        Desk once = desk.once();
        Listed everywhere =
                new Listed(asked.body(), false, asked.period(), asked.state(), asked.cursor());
        return new Lists(
                        NAME,
                        everywhere,
                        ofParty(once, Parties.assessed(caller.subject()), everywhere),
                        _ -> true)
                .lines(appraisal -> own(once, caller, appraisal));
    }

    private static ObjectNode own(Desk once, Caller caller, Document appraisal) {
        ObjectNode line = line(once, caller, appraisal);
        if (AppraisalKind.of(once, appraisal).view(caller, appraisal) == View.ALL) {
            JsonNode json = appraisal.content();
            List.of("score", "grade", "labels", "publishedAt", "applyBy")
                    .forEach(field -> {
                        if (json.has(field)) {
                            line.set(field, json.get(field));
                        }
                    });
            Publishing.showWindow(line, appraisal, once);
        }
        return line;
    }

    /// The results of a quarter as a file. Each result of another that it shows is a reading of it.
    Response workbook(Caller caller, Sheet asked) {
        Desk once = desk.once();
        List<Document> appraisals =
                Pages.all(paging ->
                        once.cases()
                                .ofBody(
                                        Desk.APPRAISAL,
                                        asked.body(),
                                        asked.quarter().toString(),
                                        paging));
        List<Document> scored =
                appraisals.stream().filter(appraisal -> appraisal.content().has("score")).toList();
        Side.untilDone()
                .each(
                        scored,
                        appraisal -> {
                            Readings.note(once.cases(), once.clock(), caller, appraisal);
                            return true;
                        });
        return new Response.File(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "appraisals-%s.xlsx".formatted(asked.quarter()),
                Papers.quarter(once, caller, asked, appraisals));
    }

    /// Which workbook is asked for.
    record Sheet(String body, Quarter quarter, Language language) {

        static Input.Result<Sheet> read(Request request) {
            Optional<String> text = request.query("quarter");
            Optional<Quarter> quarter = text.flatMap(Quarter::read);
            Optional<Language> language = Printed.language(request);
            if (quarter.isEmpty() || language.isEmpty()) {
                return new Input.Rejected<>(
                        Problem.invalid(
                                List.of(
                                        quarter.isEmpty()
                                                ? new Problem.Error(
                                                        "quarter",
                                                        text.isEmpty()
                                                                ? FieldProblem.REQUIRED
                                                                : FieldProblem.BAD_FORMAT,
                                                        "2026-Q1")
                                                : new Problem.Error(
                                                        "lang",
                                                        FieldProblem.NOT_ALLOWED,
                                                        request.query("lang").orElse("")))));
            }
            return new Input.Accepted<>(
                    new Sheet(
                            request.query("body").or(() -> request.caller().body()).orElse(""),
                            quarter.get(),
                            language.get()));
        }
    }

    /// A case with what happened to it, from its opening on.
    ObjectNode withHistory(Caller caller, Held held) {
        ObjectNode shown = held.kind().shown(caller, held.appraisal());
        ArrayNode history = shown.putArray("history");
        List<PastVersion> versions =
                Pages.all(paging ->
                        held.desk().cases().history(held.appraisal().reference(), paging));
        for (PastVersion version : versions) {
            history.addObject()
                    .put("event", version.act().event())
                    .put("by", version.act().by())
                    .put("at", Times.shown(version.act().at()))
                    .put("state", version.state());
        }
        return shown;
    }

    /// Who has read the case, and when.
    Response readings(Held held) {
        ObjectNode answer = Json.object();
        ArrayNode readings = answer.putArray("readings");
        AuditTrail trail = held.desk().cases().trail(held.appraisal().reference());
        for (AuditTrail.Entry entry : trail.entries()) {
            JsonNode text = Json.read(entry.text());
            if (text.path("event").asText().equals(Readings.EVENT)) {
                String by = text.path("by").asText();
                readings.addObject()
                        .put("by", by)
                        .put("name", Persons.name(held.opening().staff(), by))
                        .put("at", Times.shown(Instant.parse(text.path("at").asText())));
            }
        }
        return Response.ok(answer);
    }
}
