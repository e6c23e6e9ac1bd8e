package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;
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
public final class Results
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /// API Gateway takes answers of up to 6 MB, in Base64.
    private static final int MAX_ANSWER = 4_000_000;

    private final Runs runs;
    private final Documents documents;
    private final Methodologies methodologies;

    public Results() {
        this(DynamoRuns.here(), S3Documents.here(), Methodologies.OPERATIONAL);
    }

    Results(Runs runs, Documents documents, Methodologies methodologies) {
        this.runs = runs;
        this.documents = documents;
        this.methodologies = methodologies;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        if (!mayCall(caller, event)) {
            return Http.problem(event, caller.refusal());
        }
        if (event.getRouteKey().equals("GET /runs")) {
            return list(caller);
        }
        Optional<Run> run =
                runs.find(Http.path(event, "run"))
                        .filter(found -> readsAll(caller) || found.published());
        if (run.isEmpty()) {
            return notFound(event);
        }
        return switch (event.getRouteKey()) {
            case "GET /runs/{run}" -> show(event, caller, run.get());
            case "GET /runs/{run}/scores" -> rankings(event, run.get());
            case "GET /runs/{run}/scores/{body}" -> score(event, caller, run.get());
            case "GET /runs/{run}/manifest" -> manifest(event, run.get());
            default -> conclusion(event, run.get());
        };
    }

    private static boolean mayCall(Caller caller, APIGatewayV2HTTPEvent event) {
        return switch (event.getRouteKey()) {
            case "GET /runs", "GET /runs/{run}" -> readsAll(caller) || caller.has(Role.HR);
            case "GET /runs/{run}/scores" -> readsAll(caller);
            case "GET /runs/{run}/scores/{body}" ->
                    readsAll(caller) || caller.has(Role.HR, Http.path(event, "body"));
            case "GET /runs/{run}/conclusions/{file}" ->
                    readsAll(caller) || caller.has(Role.HR, body(Http.path(event, "file")));
            default -> caller.has(Role.AGENCY);
        };
    }

    /// The Agency and the body for informatization.
    private static boolean readsAll(Caller caller) {
        return caller.has(Role.AGENCY) || caller.has(Role.DIGITAL);
    }

    private APIGatewayV2HTTPResponse list(Caller caller) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("runs");
        runs.all().stream()
                .filter(run -> readsAll(caller) || run.published())
                .sorted(Comparator.comparing(Run::at).thenComparing(Run::id).reversed())
                .forEach(run -> list.add(RunJson.head(run)));
        return Http.json(200, answer);
    }

    private APIGatewayV2HTTPResponse show(APIGatewayV2HTTPEvent event, Caller caller, Run run) {
        ObjectNode answer = RunJson.whole(run);
        if (readsAll(caller)) {
            answer.put("waiting", run.progress().waiting());
            answer.put("incomplete", run.unsettled().incomplete());
            answer.put("provisional", run.unsettled().provisional());
            ArrayNode failed = answer.putArray("failedBodies");
            if (run.progress().failed() > 0) {
                runs.results(run.id()).stream()
                        .filter(BodyResult.Failed.class::isInstance)
                        .map(BodyResult.Failed.class::cast)
                        .forEach(one -> failed.add(RunJson.failed(one, Http.language(event))));
            }
        }
        return Http.json(200, answer);
    }

    private APIGatewayV2HTTPResponse rankings(APIGatewayV2HTTPEvent event, Run run) {
        ObjectNode answer = Json.object();
        answer.set("run", RunJson.whole(run));
        ArrayNode list = answer.putArray("rankings");
        Ranking.of(FinishRun.directions(methodologies, run), runs.results(run.id()))
                .forEach(ranking -> list.add(RunJson.ranking(ranking, Http.language(event))));
        return Http.json(200, answer);
    }

    private APIGatewayV2HTTPResponse score(APIGatewayV2HTTPEvent event, Caller caller, Run run) {
        Optional<BodyResult> result = runs.result(run.id(), Http.path(event, "body"));
        if (result.isEmpty()) {
            return notFound(event);
        }
        ObjectNode answer = Json.object();
        answer.set("run", RunJson.whole(run));
        answer.set("body", RunJson.body(result.get().body()));
        switch (result.get()) {
            case BodyResult.Failed failed -> {
                answer.put("failed", RunJson.reason(failed, Http.language(event)));
                answer.putArray("directions");
                answer.putObject("facts");
                answer.putObject("manual");
            }
            case BodyResult.Scored scored -> {
                Audience reader = caller.has(Role.AGENCY) ? Audience.AGENCY : Audience.BODY;
                String frozen = runs.shown(run.id(), scored.body().id()).orElseThrow();
                answer.setAll(FrozenScore.shown(frozen, reader, Http.language(event)));
            }
        }
        return Http.json(200, answer);
    }

    private APIGatewayV2HTTPResponse manifest(APIGatewayV2HTTPEvent event, Run run) {
        return run.state() == Run.State.DONE || run.state() == Run.State.HELD
                ? documents
                        .find(FinishRun.manifest(run.id()))
                        .map(bytes ->
                                Http.json(
                                        200, Json.read(new String(bytes, StandardCharsets.UTF_8))))
                        .orElseThrow()
                : notFound(event);
    }

    private APIGatewayV2HTTPResponse conclusion(APIGatewayV2HTTPEvent event, Run run) {
        String file = Http.path(event, "file");
        Optional<ConclusionFile> format = ConclusionFile.of(file);
        Optional<String> asked = Http.query(event, "lang");
        Optional<Language> language =
                asked.isEmpty()
                        ? Optional.of(Http.language(event))
                        : Arrays.stream(Language.values())
                                .filter(one -> one.code().equals(asked.get()))
                                .findFirst();
        if (language.isEmpty()) {
            return Http.problem(
                    event,
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "lang", FieldProblem.NOT_ALLOWED, asked.get()))));
        }
        Optional<BodyResult.Scored> scored =
                format.flatMap(any -> runs.result(run.id(), body(file)))
                        .filter(BodyResult.Scored.class::isInstance)
                        .map(BodyResult.Scored.class::cast);
        if (scored.isEmpty()) {
            return notFound(event);
        }
        ConclusionFile kind = format.orElseThrow();
        String digest = scored.get().output(kind.output(language.get()));
        String name = kind.name(run.id(), body(file), language.get(), digest);
        byte[] content = documents.find(name).orElseThrow();
        return content.length > MAX_ANSWER
                ? Http.see(documents.address(name))
                : Http.file(kind.type(), file, content);
    }

    /// `min-digital` of `min-digital.pdf`.
    private static String body(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    private static APIGatewayV2HTTPResponse notFound(APIGatewayV2HTTPEvent event) {
        return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
    }
}
