package kz.bagalau.scoring;

import static kz.bagalau.lambda.Access.only;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.scoring.dynamo.DynamoRuns;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.Documents;
import kz.bagalau.scoring.run.Ranking;
import kz.bagalau.scoring.run.Run;
import kz.bagalau.scoring.run.Runs;
import kz.bagalau.scoring.s3.S3Documents;

/// Everything that is read of runs: their progress, the rankings, a body's score with its workings
/// and the facts behind it, conclusions, the manifest. The Agency and the body for informatization
/// read all bodies, a personnel service its own, and only once the run is published. What is the
/// Agency's only is left out for everybody else.
public final class Results extends HttpFunction {

    /// API Gateway takes answers of up to 6 MB, in Base64.
    private static final int MAX_ANSWER = 4_000_000;

    private final Runs runs;
    private final Documents documents;
    private final Methodologies methodologies;

    public Results() {
        this(
                DynamoRuns.fromEnvironment(),
                S3Documents.fromEnvironment(),
                Methodologies.OPERATIONAL);
    }

    Results(Runs runs, Documents documents, Methodologies methodologies) {
        this.runs = runs;
        this.documents = documents;
        this.methodologies = methodologies;
    }

    /// The Agency and the body for informatization.
    private static final Access ALL = only(Role.AGENCY, Role.DIGITAL);

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/runs", only(Role.AGENCY, Role.DIGITAL, Role.HR)).answers(this::list),
                Route.get("/runs/{run}", only(Role.AGENCY, Role.DIGITAL, Role.HR))
                        .of(this::run)
                        .reads(Request::inLanguage)
                        .answers(this::show),
                Route.get("/runs/{run}/scores", ALL)
                        .of(this::run)
                        .reads(Request::inLanguage)
                        .answers(this::rankings),
                Route.get("/runs/{run}/scores/{body}", ALL.orOwn(Role.HR))
                        .of(this::result)
                        .reads(Request::inLanguage)
                        .answers(this::score),
                Route.get("/runs/{run}/manifest", only(Role.AGENCY))
                        .of(this::run)
                        .answers(this::manifest),
                Route.get("/runs/{run}/conclusions/{file}", ALL.orOwn(Role.HR))
                        .within(path -> body(path.get("file")))
                        .of(this::run)
                        .reads(Results::conclusion)
                        .answers(this::conclusion));
    }

    /// The run that the path names; for those who read their own body only, once it is published.
    private Optional<Run> run(Caller caller, Path path) {
        return runs.find(path.get("run")).filter(found -> ALL.admits(caller) || found.published());
    }

    private record RunOfBody(Run run, BodyResult result) {}

    private Optional<RunOfBody> result(Caller caller, Path path) {
        return run(caller, path)
                .flatMap(run ->
                        runs.result(run.id(), path.get("body"))
                                .map(result -> new RunOfBody(run, result)));
    }

    private Response list(Caller caller, Path path) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("runs");
        runs.all().stream()
                .filter(run -> ALL.admits(caller) || run.published())
                .sorted(Comparator.comparing(Run::at).thenComparing(Run::id).reversed())
                .forEach(run -> list.add(RunJson.head(run)));
        return Response.ok(answer);
    }

    private Response show(Caller caller, Run run, Language language) {
        ObjectNode answer = RunJson.whole(run);
        if (ALL.admits(caller)) {
            answer.put("waiting", run.progress().waiting());
            answer.put("incomplete", run.unsettled().incomplete());
            answer.put("provisional", run.unsettled().provisional());
            ArrayNode failed = answer.putArray("failedBodies");
            if (run.progress().failed() > 0) {
                runs.results(run.id()).stream()
                        .filter(BodyResult.Failed.class::isInstance)
                        .map(BodyResult.Failed.class::cast)
                        .forEach(one -> failed.add(RunJson.failed(one, language)));
            }
        }
        return Response.ok(answer);
    }

    private Response rankings(Caller caller, Run run, Language language) {
        ObjectNode answer = Json.object();
        answer.set("run", RunJson.whole(run));
        ArrayNode list = answer.putArray("rankings");
        Ranking.of(FinishRun.directions(methodologies, run), runs.results(run.id()))
                .forEach(ranking -> list.add(RunJson.ranking(ranking, language)));
        return Response.ok(answer);
    }

    private Response score(Caller caller, RunOfBody found, Language language) {
        ObjectNode answer = Json.object();
        answer.set("run", RunJson.whole(found.run()));
        answer.set("body", RunJson.body(found.result().body()));
        switch (found.result()) {
            case BodyResult.Failed failed -> {
                answer.put("failed", RunJson.reason(failed, language));
                answer.putArray("directions");
                answer.putObject("facts");
                answer.putObject("manual");
            }
            case BodyResult.Scored scored -> {
                Audience reader = caller.has(Role.AGENCY) ? Audience.AGENCY : Audience.BODY;
                String frozen = runs.shown(found.run().id(), scored.body().id()).orElseThrow();
                answer.setAll(FrozenScore.shown(frozen, reader, language));
            }
        }
        return Response.ok(answer);
    }

    private Response manifest(Caller caller, Run run) {
        return run.state() == Run.State.DONE || run.state() == Run.State.HELD
                ? documents
                        .find(FinishRun.manifest(run.id()))
                        .map(bytes ->
                                Response.ok(Json.read(new String(bytes, StandardCharsets.UTF_8))))
                        .orElseThrow()
                : Response.notFound();
    }

    private record AskedFile(String name, Language language) {}

    private static Input.Result<AskedFile> conclusion(Request request) {
        Optional<String> asked = request.query("lang");
        Optional<Language> language =
                asked.isEmpty()
                        ? Optional.of(request.language())
                        : Arrays.stream(Language.values())
                                .filter(one -> one.code().equals(asked.get()))
                                .findFirst();
        return language.isPresent()
                ? new Input.Accepted<>(new AskedFile(request.path("file"), language.get()))
                : new Input.Rejected<>(
                        Problem.invalid(
                                List.of(
                                        new Problem.Error(
                                                "lang",
                                                FieldProblem.NOT_ALLOWED,
                                                asked.orElseThrow()))));
    }

    private Response conclusion(Caller caller, Run run, AskedFile asked) {
        String file = asked.name();
        Optional<ConclusionFile> format = ConclusionFile.of(file);
        Optional<BodyResult.Scored> scored =
                format.flatMap(any -> runs.result(run.id(), body(file)))
                        .filter(BodyResult.Scored.class::isInstance)
                        .map(BodyResult.Scored.class::cast);
        if (scored.isEmpty()) {
            return Response.notFound();
        }
        ConclusionFile kind = format.orElseThrow();
        String digest = scored.get().output(kind.output(asked.language()));
        String name = kind.name(run.id(), body(file), asked.language(), digest);
        byte[] content = documents.find(name).orElseThrow();
        return content.length > MAX_ANSWER
                ? new Response.Redirect(documents.address(name))
                : new Response.File(kind.type(), file, content);
    }

    /// `min-digital` of `min-digital.pdf`.
    private static String body(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
