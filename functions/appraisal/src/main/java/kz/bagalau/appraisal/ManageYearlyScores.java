package kz.bagalau.appraisal;

import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.bagalau.appraisal.desk.AppraisalProblem;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.desk.Pages;
import kz.bagalau.appraisal.yearly.Revision;
import kz.bagalau.appraisal.yearly.YearOf;
import kz.bagalau.appraisal.yearly.YearlyContent;
import kz.bagalau.appraisal.yearly.YearlyForms;
import kz.bagalau.appraisal.yearly.YearlyKind;
import kz.bagalau.appraisal.yearly.YearlyPapers;
import kz.bagalau.appraisal.yearly.YearlyProblem;
import kz.bagalau.appraisal.yearly.YearlyScores;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.cases.http.Readings;
import kz.bagalau.forms.appraisal.YearlyWorkbook;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.YearlyScore;
import kz.bagalau.rules.monitoring.Quarter;

/// The yearly scores (No. 245, ¶4): read by whom they are about and by the body's personnel service
/// and appointing official; the personnel service chooses how several cases of a quarter merge, and
/// enters quarters that were scored elsewhere.
public final class ManageYearlyScores extends HttpFunction {

    private static final Access READERS =
            own(Role.HR, Role.HEAD, Role.EMPLOYEE, Role.ASSESSOR, Role.COMMISSION);
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LIMIT = 50;

    private final Desk desk;

    public ManageYearlyScores() {
        this(Production.desk());
    }

    ManageYearlyScores(Desk desk) {
        this.desk = desk;
    }

    /// A year that its caller may see.
    private record Held(YearOf year, YearlyKind kind, YearlyScores scores) {}

    /// One of its quarters.
    private record HeldQuarter(Held held, Quarter quarter) {}

    @Override
    protected Routes routes() {
        return Routes.of(
                        Route.get("/yearly-scores/{year}", own(Role.HR, Role.HEAD))
                                .reads(YearlyForms::listing)
                                .about(YearlyForms.Listing::body)
                                .answers((caller, _, asked) -> list(caller, asked)),
                        Route.get("/yearly-scores/{year}/{employee}", READERS)
                                .of(this::seen)
                                .answers(this::show),
                        Route.put("/yearly-scores/{year}/{employee}/choice", own(Role.HR))
                                .of(this::held)
                                .readsWith((request, held) ->
                                        YearlyForms.choice(request, held.year().year()))
                                .answers(this::change),
                        Route.put(
                                        "/yearly-scores/{year}/{employee}/quarters/{quarter}",
                                        own(Role.HR))
                                .of(this::heldQuarter)
                                .readsWith((request, held) ->
                                        YearlyForms.entry(request, held.quarter()))
                                .answers((caller, held, form) -> change(caller, held.held(), form)))
                .enclosing(desk.files());
    }

    private Optional<Held> held(Caller caller, Path path) {
        return found(caller, path).filter(held -> held.kind().isVisibleTo(caller));
    }

    /// A score that nobody has collected has no trail.
    private Optional<Held> seen(Caller caller, Path path) {
        Optional<Held> found = found(caller, path);
        return found.filter(held -> held.year().document().isEmpty()).isPresent()
                ? found.filter(held -> held.kind().isVisibleTo(caller))
                : Readings.seen(
                        desk.cases(),
                        desk.clock(),
                        caller,
                        found,
                        held -> held.kind().isVisibleTo(caller),
                        held -> held.year().document().orElseThrow());
    }

    private Optional<Held> found(Caller caller, Path path) {
        YearlyScores scores = new YearlyScores(desk.once());
        return YearlyForms.year(path.get("year"))
                .filter(_ -> Input.isId(path.get("employee")))
                .flatMap(year -> scores.find(year, path.get("employee"), caller.body()))
                .map(year -> new Held(year, kind(year), scores));
    }

    private Optional<HeldQuarter> heldQuarter(Caller caller, Path path) {
        return held(caller, path)
                .flatMap(held ->
                        YearlyForms.quarter(held.year().year(), path.get("quarter"))
                                .map(quarter -> new HeldQuarter(held, quarter)));
    }

    private YearlyKind kind(YearOf year) {
        return new YearlyKind(year, desk.calendar().get());
    }

    private Response show(Caller caller, Held held) {
        Optional<Document> document = held.year().document();
        document.ifPresent(score -> Readings.note(desk.cases(), desk.clock(), caller, score));
        return Response.ok(
                document.map(score -> held.kind().shown(caller, score))
                        .orElseGet(() -> held.kind().collecting()));
    }

    private Response list(Caller caller, YearlyForms.Listing asked) {
        if (asked.year() == YearlyForms.NO_YEAR) {
            return Response.notFound();
        }
        YearlyScores scores = new YearlyScores(desk.once());
        if (asked.workbook().isPresent()) {
            return caller.has(Role.HR, asked.body())
                    ? workbook(scores, asked, asked.workbook().get())
                    : caller.refusal();
        }
        Optional<Page<Document>> page =
                desk.cases()
                        .ofBody(
                                YearlyScores.KIND,
                                asked.body(),
                                Integer.toString(asked.year()),
                                new Paging(LIMIT, asked.cursor()));
        if (page.isEmpty()) {
            return Listed.noPage();
        }
        ObjectNode answer = Json.object();
        ArrayNode lines = answer.putArray("scores");
        scores.of(asked.year(), asked.body(), page.get().items())
                .forEach(year -> lines.add(kind(year).line(year.document().orElseThrow())));
        page.get().next().ifPresent(next -> answer.put("next", next));
        return Response.ok(answer);
    }

    private Response workbook(YearlyScores scores, YearlyForms.Listing asked, Language language) {
        List<Document> all =
                Pages.all(paging ->
                        desk.cases()
                                .ofBody(
                                        YearlyScores.KIND,
                                        asked.body(),
                                        Integer.toString(asked.year()),
                                        paging));
        byte[] file =
                YearlyWorkbook.write(
                        YearlyPapers.list(desk, asked, scores.of(asked.year(), asked.body(), all)),
                        language);
        return new Response.File(
                XLSX, "yearly-scores-" + asked.year() + "-" + language.code() + ".xlsx", file);
    }

    private Response change(Caller caller, Held held, YearlyForms.Change form) {
        return held.year()
                .document()
                .map(seen ->
                        events(held)
                                .happen(
                                        caller,
                                        seen,
                                        form.asked(),
                                        _ -> changed(caller, held, seen, form)))
                .orElseGet(() -> opened(caller, held, form));
    }

    private CaseEvents events(Held held) {
        return desk.events(held.kind());
    }

    /// What is said about a quarter before the score is collected opens it.
    private Response opened(Caller caller, Held held, YearlyForms.Change form) {
        if (held.kind().actors(caller, held.scores().first(held.year())).isEmpty()) {
            return caller.refusal();
        }
        if (form.asked().version().isPresent()) {
            return Problem.changed(held.kind().collecting());
        }
        Document first = held.scores().first(held.year());
        YearlyContent content = said(caller, first, form);
        Optional<Problem> against = against(held.year().with(content), form);
        if (against.isPresent()) {
            return against.get();
        }
        Document opened =
                new Document(
                        first.reference(),
                        first.flow(),
                        first.body(),
                        first.period(),
                        first.parties(),
                        first.state(),
                        1,
                        content.json());
        Response answer =
                events(held)
                        .open(
                                caller,
                                opened,
                                form.asked().event(),
                                form.asked().asked(),
                                List.of(),
                                Optional.empty());
        return answer instanceof Response.Document(int _, Object body) ? Response.ok(body) : answer;
    }

    /// A score that was formed is formed again by what is said now.
    private Decision changed(Caller caller, Held held, Document seen, YearlyForms.Change form) {
        YearlyContent content = said(caller, seen, form);
        YearOf year = held.year().with(content);
        Optional<Problem> against = against(year, form);
        if (against.isPresent()) {
            return new Decision.Refused(against.get());
        }
        if (seen.state().equals("COLLECTING")
                || !(year.result() instanceof YearlyScore.Formed formed)) {
            return Decision.next(seen, seen.state(), content.json());
        }
        content.add(Revision.of(year, formed, content.revisions() + 1, desk.today()));
        return new Decision.Next(
                "REFORMED",
                seen.parties(),
                content.json(),
                List.of(held.scores().message(year)),
                Json.object());
    }

    private YearlyContent said(Caller caller, Document seen, YearlyForms.Change form) {
        YearlyContent content = YearlyContent.of(seen);
        content.json()
                .withObject("/" + form.field())
                .set(
                        form.quarter().toString(),
                        form.said()
                                .deepCopy()
                                .put("by", caller.subject())
                                .put("on", desk.today().toString()));
        return content;
    }

    private Optional<Problem> against(YearOf year, YearlyForms.Change form) {
        if (!form.quarter().hasEnded(desk.today())) {
            return Optional.of(
                    Problem.of(AppraisalProblem.QUARTER_OPEN, form.quarter().toString()));
        }
        if (form.field().equals("choices") && year.assessedIn(form.quarter()) < 2) {
            return Optional.of(Problem.of(YearlyProblem.ONE_CASE, form.quarter().toString()));
        }
        return year.weightless()
                .map(quarter -> Problem.of(YearlyProblem.DAYS_UNKNOWN, quarter.toString()));
    }
}
