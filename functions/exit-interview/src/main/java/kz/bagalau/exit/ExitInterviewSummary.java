package kz.bagalau.exit;

import static kz.bagalau.lambda.Access.only;

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
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.exit.counts.AppendixOne;
import kz.bagalau.exit.counts.AppendixOneWorkbook;
import kz.bagalau.exit.counts.Batches;
import kz.bagalau.exit.counts.Counts;
import kz.bagalau.exit.counts.Reasons;
import kz.bagalau.exit.dynamo.DynamoBatches;
import kz.bagalau.exit.dynamo.DynamoInterviews;
import kz.bagalau.exit.dynamo.DynamoLeavers;
import kz.bagalau.exit.interviews.Interviews;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Medium;
import kz.bagalau.exit.leavers.BodyYear;
import kz.bagalau.exit.leavers.Ground;
import kz.bagalau.exit.leavers.Leavers;
import kz.bagalau.exit.leavers.Term;
import kz.bagalau.exit.texts.ExitProblem;
import kz.bagalau.exit.texts.Finding;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Messages;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.Language;

/// `GET /exit-interviews/summary?body=…&year=…` (the body's own hr, agency): the counts of Appendix
/// 1, and for the Agency why people left, as far as [Batches] say it. Without `body` the Agency
/// gets the reasons of all bodies. `GET /exit-interviews/summary.xlsx` is Appendix 1.
///
/// It reads who answered, never what: answers it knows in batches only.
public final class ExitInterviewSummary extends HttpFunction {

    private final Bodies bodies;
    private final Leavers leavers;
    private final Interviews interviews;
    private final Batches batches;
    private final Clock clock;

    public ExitInterviewSummary() {
        this(
                DynamoBodies.fromEnvironment(),
                DynamoLeavers.fromEnvironment(),
                DynamoInterviews.fromEnvironment(),
                DynamoBatches.fromEnvironment(),
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
    protected Routes routes() {
        Access readers = only(Role.AGENCY).orOwn(Role.HR);
        return Routes.of(
                Route.get("/exit-interviews/summary", readers)
                        .reads(ExitInterviewSummary::asked)
                        .about(BodyYear::body)
                        .answers(this::show),
                Route.get("/exit-interviews/summary.xlsx", readers)
                        .reads(ExitInterviewSummary::askedAsFile)
                        .about(BodyYear::body)
                        .answers(this::workbook));
    }

    private static Input.Result<BodyYear> asked(Request request) {
        return BodyYear.of(request, request.caller().body(), request.language());
    }

    private static Input.Result<BodyYear> askedAsFile(Request request) {
        return BodyYear.of(
                request,
                request.caller().body(),
                request.query("lang").map(Language::accepted).orElseGet(request::language));
    }

    private Response show(Caller caller, Path path, BodyYear asked) {
        return asked.body().isEmpty()
                ? Response.ok(
                        Json.object()
                                .put("year", asked.year())
                                .set("reasons", Reasons.json(batches.of(asked.year()))))
                : counted(asked, (body, counted) -> Response.ok(json(caller, asked, counted)));
    }

    private Response workbook(Caller caller, Path path, BodyYear asked) {
        return asked.body().isEmpty()
                ? Problem.invalid(List.of(new Problem.Error("body", FieldProblem.REQUIRED)))
                : counted(
                        asked,
                        (body, counted) ->
                                new Response.File(
                                        FileType.XLSX.mediaType(),
                                        "appendix-1-%s-%d.xlsx".formatted(body.id(), asked.year()),
                                        AppendixOneWorkbook.write(
                                                body,
                                                asked.year(),
                                                counted.appendix(),
                                                asked.language())));
    }

    /// A body's year, as far as it is kept.
    private record Counted(
            List<Announcement> register,
            Map<String, Interviews.Taken> given,
            AppendixOne appendix) {}

    private Response counted(BodyYear asked, BiFunction<StateBody, Counted, Response> answering) {
        Optional<StateBody> body = bodies.find(asked.body());
        if (body.isEmpty()) {
            return Response.notFound();
        }
        Instant now = clock.instant();
        if (!now.isBefore(Term.forgotten(asked.year()))) {
            return Problem.of(ExitProblem.FORGOTTEN, Integer.toString(asked.year()));
        }
        List<Announcement> register =
                leavers.of(asked.body()).stream()
                        .filter(leaver -> leaver.year() == asked.year())
                        .toList();
        Map<String, Interviews.Taken> given = interviews.given(asked.body());
        boolean over = !now.isBefore(Term.over(asked.year()));
        return answering.apply(
                body.get(),
                new Counted(register, given, AppendixOne.of(register, media(given), over)));
    }

    private static Map<String, Medium> media(Map<String, Interviews.Taken> given) {
        Map<String, Medium> media = new HashMap<>();
        given.forEach((id, taken) -> media.put(id, taken.medium()));
        return media;
    }

    private ObjectNode json(Caller caller, BodyYear asked, Counted counted) {
        AppendixOne appendix = counted.appendix();
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
        Map<String, Integer> exempt = exemptByGround(counted.register());
        ObjectNode grounds = json.putObject("exemptByGround");
        exempt.forEach(grounds::put);
        ArrayNode findings = json.putArray("findings");
        for (Finding finding : findings(caller, asked, counted)) {
            findings.addObject()
                    .put("code", finding.name())
                    .put("message", Messages.text(finding, asked.language(), List.of()));
        }
        if (caller.has(Role.AGENCY)) {
            json.set("reasons", Reasons.json(batches.of(asked.body(), asked.year())));
        }
        return json;
    }

    /// The four columns of Appendix 1. Who filled the form in is shown unit by unit once the year
    /// is over, as the appendix is a report about a period: a unit is often one leaver.
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

    private static Set<Finding> findings(Caller caller, BodyYear asked, Counted counted) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        if (counted.appendix().total().paperInExcess()) {
            findings.add(Finding.TOO_MUCH_PAPER);
        }
        if (caller.has(Role.AGENCY) && removed(asked.year(), counted)) {
            findings.add(Finding.INTERVIEWED_AND_REMOVED);
        }
        return findings;
    }

    /// Whether somebody gave an interview of the year and is no longer among those of it who are
    /// asked for one.
    private static boolean removed(int year, Counted counted) {
        Set<String> invited =
                counted.register().stream()
                        .filter(Announcement::invites)
                        .map(Announcement::id)
                        .collect(Collectors.toSet());
        return counted.given().entrySet().stream()
                .anyMatch(
                        each -> each.getValue().year() == year && !invited.contains(each.getKey()));
    }
}
