package kz.bagalau.exit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.bagalau.exit.Announcement.Medium;
import kz.bagalau.exit.dynamo.DynamoBatches;
import kz.bagalau.exit.dynamo.DynamoInterviews;
import kz.bagalau.exit.dynamo.DynamoLeavers;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.StateBody;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Messages;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.Language;

/// `GET /exit-interviews/summary?body=…&year=…` (the body's own hr, agency): the counts of Appendix
/// 1, and for the Agency why people left, as far as [Batch]es tell it. Without `body` the Agency
/// gets the reasons of all bodies. `GET /exit-interviews/summary.xlsx` is Appendix 1.
///
/// It reads who answered, never what: answers it knows in batches only.
public final class ExitInterviewSummary
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Bodies bodies;
    private final Leavers leavers;
    private final Interviews interviews;
    private final Batches batches;
    private final Clock clock;

    public ExitInterviewSummary() {
        this(
                DynamoBodies.here(),
                DynamoLeavers.here(),
                DynamoInterviews.here(),
                DynamoBatches.here(),
                Runtime.current().clock());
    }

    ExitInterviewSummary(
            Bodies bodies, Leavers leavers, Interviews interviews, Batches batches, Clock clock) {
        this.bodies = bodies;
        this.leavers = leavers;
        this.interviews = interviews;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        if (!caller.has(Role.AGENCY) && !caller.has(Role.HR)) {
            return Http.problem(event, caller.refusal());
        }
        return switch (BodyYear.of(event, caller)) {
            case Input.Rejected<BodyYear>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<BodyYear>(var asked) ->
                    caller.has(Role.AGENCY) || caller.has(Role.HR, asked.body())
                            ? answer(event, caller, asked)
                            : Http.problem(event, caller.refusal());
        };
    }

    private APIGatewayV2HTTPResponse answer(
            APIGatewayV2HTTPEvent event, Caller caller, BodyYear asked) {
        boolean workbook = "GET /exit-interviews/summary.xlsx".equals(event.getRouteKey());
        if (asked.body().isEmpty()) {
            return workbook
                    ? Http.problem(
                            event,
                            Problem.invalid(
                                    List.of(new Problem.Error("body", FieldProblem.REQUIRED))))
                    : Http.json(
                            200,
                            Json.object()
                                    .put("year", asked.year())
                                    .set("reasons", Reasons.json(batches.of(asked.year()))));
        }
        Optional<StateBody> body = bodies.find(asked.body());
        if (body.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        Instant now = clock.instant();
        if (!now.isBefore(Term.forgotten(asked.year()))) {
            return Http.problem(
                    event, Problem.of(ExitProblem.FORGOTTEN, Integer.toString(asked.year())));
        }
        List<Announcement> register =
                leavers.of(asked.body()).stream()
                        .filter(leaver -> leaver.year() == asked.year())
                        .toList();
        Map<String, Interviews.Taken> given = interviews.given(asked.body());
        AppendixOne appendix =
                AppendixOne.of(register, media(given), !now.isBefore(Term.over(asked.year())));
        return workbook
                ? Http.file(
                        XLSX,
                        "appendix-1-%s-%d.xlsx".formatted(asked.body(), asked.year()),
                        AppendixOneWorkbook.write(
                                body.get(), asked.year(), appendix, language(event)))
                : Http.json(200, json(event, caller, asked, register, given, appendix));
    }

    private static Map<String, Medium> media(Map<String, Interviews.Taken> given) {
        Map<String, Medium> media = new HashMap<>();
        given.forEach((id, taken) -> media.put(id, taken.medium()));
        return media;
    }

    private static Language language(APIGatewayV2HTTPEvent event) {
        return Http.query(event, "lang")
                .map(Language::accepted)
                .orElseGet(() -> Http.language(event));
    }

    private ObjectNode json(
            APIGatewayV2HTTPEvent event,
            Caller caller,
            BodyYear asked,
            List<Announcement> register,
            Map<String, Interviews.Taken> given,
            AppendixOne appendix) {
        Counts total = appendix.total();
        ObjectNode json =
                Json.object()
                        .put("body", asked.body())
                        .put("year", asked.year())
                        .put("over", appendix.over())
                        .put("announced", total.dismissed())
                        .put("exempt", total.exempt())
                        .put("interviewed", total.interviewed())
                        .put("paper", total.paper())
                        .put("moved", total.moved());
        json.set("total", columns(total, true));
        ArrayNode units = json.putArray("units");
        appendix.rows()
                .forEach((unit, counts) -> {
                    ObjectNode row =
                            units.addObject()
                                    .put("section", unit.section().name())
                                    .put("unit", unit.name());
                    row.setAll(columns(counts, appendix.over()));
                });
        Map<String, Integer> exempt = exemptByGround(register);
        ObjectNode grounds = json.putObject("exemptByGround");
        exempt.forEach(grounds::put);
        ArrayNode findings = json.putArray("findings");
        for (Finding finding : findings(caller, asked, register, given, total)) {
            findings.addObject()
                    .put("code", finding.name())
                    .put("message", Messages.text(finding, Http.language(event), List.of()));
        }
        if (caller.has(Role.AGENCY)) {
            json.set("reasons", Reasons.json(batches.of(asked.body(), asked.year())));
        }
        return json;
    }

    /// The four columns of Appendix 1. Who filled the form in is told unit by unit once the year is
    /// over, as the appendix is a report about a period: a unit is often one leaver.
    private static ObjectNode columns(Counts counts, boolean over) {
        ObjectNode columns =
                Json.object().put("leftService", counts.service()).put("leftBody", counts.body());
        return over
                ? columns.put("leftServiceInterviewed", counts.serviceInterviewed())
                        .put("leftBodyInterviewed", counts.bodyInterviewed())
                : columns.putNull("leftServiceInterviewed").putNull("leftBodyInterviewed");
    }

    /// C-03: those exempt are kept by reason.
    private static SortedMap<String, Integer> exemptByGround(List<Announcement> register) {
        SortedMap<String, Integer> exempt = new TreeMap<>();
        register.stream()
                .filter(leaver -> leaver.state() == Announcement.State.STANDING)
                .map(leaver -> leaver.leaving().ground())
                .filter(ground -> ground.rule7() == Ground.Rule7.EXEMPT)
                .forEach(ground -> exempt.merge(ground.name(), 1, Integer::sum));
        return exempt;
    }

    private static Set<Finding> findings(
            Caller caller,
            BodyYear asked,
            List<Announcement> register,
            Map<String, Interviews.Taken> given,
            Counts total) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        if (total.paperInExcess()) {
            findings.add(Finding.TOO_MUCH_PAPER);
        }
        if (caller.has(Role.AGENCY) && removed(asked.year(), register, given)) {
            findings.add(Finding.INTERVIEWED_AND_REMOVED);
        }
        return findings;
    }

    /// Whether somebody gave an interview of the year and is no longer among those of it who are
    /// asked for one.
    private static boolean removed(
            int year, List<Announcement> register, Map<String, Interviews.Taken> given) {
        Set<String> asked =
                register.stream()
                        .filter(Announcement::invites)
                        .map(Announcement::id)
                        .collect(Collectors.toSet());
        return given.entrySet().stream()
                .anyMatch(each -> each.getValue().year() == year && !asked.contains(each.getKey()));
    }
}
