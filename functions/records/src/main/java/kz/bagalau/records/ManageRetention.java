package kz.bagalau.records;

import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Written;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoDestructions;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.s3.Uploads;

/// What a body keeps of the assessment of its employees, until when (No. 245, ¶12), and the acts
/// under which it destroys what has ended its term. Nothing is destroyed by itself: the head
/// confirms a list.
public final class ManageRetention extends HttpFunction {

    private static final int PAGE = 50;
    private static final String OBJECTS = "objects";

    private final Destruction destruction;
    private final Idempotency replies;

    public ManageRetention() {
        this(
                new Destruction(
                        DynamoCases.fromEnvironment(),
                        DynamoDestructions.fromEnvironment(),
                        DynamoEnclosures.fromEnvironment(),
                        Uploads::fromEnvironment,
                        Runtime.current().clock()),
                DynamoIdempotency.fromEnvironment());
    }

    ManageRetention(Destruction destruction, Idempotency replies) {
        this.destruction = destruction;
        this.replies = replies;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/retention", own(Role.HR, Role.HEAD))
                        .reads(RetentionQuery::read)
                        .perhapsAbout(RetentionQuery::body)
                        .answers(this::list),
                Route.get("/retention/destructions", own(Role.HR, Role.HEAD))
                        .reads(RetentionQuery::read)
                        .perhapsAbout(RetentionQuery::body)
                        .answers(this::acts),
                Route.post("/retention/destructions", own(Role.HEAD))
                        .reads(request -> DestructionForm.read(request, destruction.clock()))
                        .keeps(replies)
                        .again(this::again)
                        .answers(this::confirm));
    }

    private static String body(Caller caller, Optional<String> named) {
        return named.or(caller::body).orElseThrow();
    }

    private Response list(Caller caller, Path path, RetentionQuery query) {
        String body = body(caller, query.body());
        String cursor = query.cursor().orElse(KeptKind.codes().getFirst() + ".");
        int end = cursor.indexOf('.');
        int kind = end < 0 ? -1 : KeptKind.codes().indexOf(cursor.substring(0, end));
        if (kind < 0) {
            return RetentionQuery.noCursor();
        }
        Optional<String> within =
                Optional.of(cursor.substring(end + 1)).filter(at -> !at.isEmpty());
        KeptList kept =
                new KeptList(
                        destruction.cases(),
                        destruction.terms(),
                        body,
                        term -> !query.ended() || term.hasEnded(destruction.today()));
        return kept.page(kind, within, PAGE)
                .map(page -> Response.ok(json(page)))
                .orElseGet(RetentionQuery::noCursor);
    }

    private ObjectNode json(Page<KeptList.Kept> page) {
        ObjectNode answer = Json.object();
        ArrayNode lines = answer.putArray(OBJECTS);
        page.items().forEach(kept -> lines.add(line(kept.document(), kept.term())));
        page.next().ifPresent(next -> answer.put("next", next));
        return answer;
    }

    private ObjectNode line(Document document, Term term) {
        ObjectNode line = destroyed(document, term);
        ObjectNode content = document.content();
        if (content.has("employee")) {
            line.set("employee", content.path("employee"));
            line.set("name", content.at("/person/name"));
        }
        return line.put("ended", term.hasEnded(destruction.today()));
    }

    /// What the act says of a document: nothing that the document said.
    private static ObjectNode destroyed(Document document, Term term) {
        return Json.object()
                .put("object", document.reference().objectId())
                .put("kind", document.reference().kind())
                .put("period", document.period())
                .put("completedOn", term.completedOn().toString())
                .put("keptUntil", term.until().toString());
    }

    private Response acts(Caller caller, Path path, RetentionQuery query) {
        return destruction
                .cases()
                .ofBody(Destruction.KIND, body(caller, query.body()), "", query.paging(PAGE))
                .map(page -> {
                    ObjectNode answer = Json.object();
                    ArrayNode list = answer.putArray("destructions");
                    page.items().forEach(act -> list.add(Destruction.shown(act)));
                    page.next().ifPresent(next -> answer.put("next", next));
                    return Response.ok(answer);
                })
                .orElseGet(RetentionQuery::noCursor);
    }

    private Response confirm(
            Caller caller, Path path, DestructionForm form, Optional<Idempotency.Key> key) {
        String body = caller.body().orElseThrow();
        Reference reference = form.reference(body);
        Optional<Document> standing = destruction.cases().find(reference);
        if (standing.isPresent()) {
            return Response.ok(Destruction.shown(destruction.carryOut(standing.get())));
        }
        Listed listed = listed(caller, body, form);
        if (!listed.unknown().isEmpty()) {
            return Problem.invalid(listed.unknown());
        }
        if (!listed.kept().isEmpty()) {
            return Problem.of(RecordProblem.STILL_KEPT, listed.kept());
        }
        return store(caller, act(caller, body, reference, form, listed.lines()), form, key);
    }

    /// What the list of a request says.
    private record Listed(
            List<ObjectNode> lines, List<Problem.Error> unknown, List<Problem.Error> kept) {}

    private Listed listed(Caller caller, String body, DestructionForm form) {
        Listed listed = new Listed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < form.objects().size(); i++) {
            String object = form.objects().get(i);
            String pointer = "/objects/" + i;
            Optional<Document> found = found(body, object);
            if (found.isEmpty()) {
                listed.unknown()
                        .add(new Problem.Error(pointer, RecordProblem.UNKNOWN_OBJECT, object));
            } else if (isAbout(caller, found.get())) {
                listed.unknown().add(new Problem.Error(pointer, RecordProblem.OWN_CASE, object));
            } else {
                add(listed, pointer, found.get(), Set.copyOf(form.objects()));
            }
        }
        return listed;
    }

    private Optional<Document> found(String body, String object) {
        return Reference.ofObjectId(object)
                .filter(reference -> KeptKind.of(reference.kind()).isPresent())
                .flatMap(destruction.cases()::find)
                .filter(document -> document.body().equals(body));
    }

    private static boolean isAbout(Caller caller, Document document) {
        return document.content().path("employee").asText().equals(caller.subject());
    }

    private void add(Listed listed, String pointer, Document document, Set<String> together) {
        Optional<Term> term = destruction.terms().of(document);
        if (term.isEmpty()) {
            listed.kept()
                    .add(
                            new Problem.Error(
                                    pointer,
                                    RecordProblem.NOT_COMPLETED,
                                    document.reference().objectId()));
            return;
        }
        if (!term.get().hasEnded(destruction.today())) {
            listed.kept()
                    .add(
                            new Problem.Error(
                                    pointer,
                                    RecordProblem.KEPT_UNTIL,
                                    document.reference().objectId(),
                                    term.get().until().toString()));
        }
        for (Reference needing : destruction.terms().needing(document)) {
            if (!together.contains(needing.objectId())
                    && destruction.cases().find(needing).isPresent()) {
                listed.kept()
                        .add(
                                new Problem.Error(
                                        pointer,
                                        RecordProblem.NEEDED_BY,
                                        document.reference().objectId(),
                                        needing.objectId()));
            }
        }
        listed.lines().add(destroyed(document, term.get()));
    }

    private Document act(
            Caller caller,
            String body,
            Reference reference,
            DestructionForm form,
            List<ObjectNode> lines) {
        ObjectNode content = Json.object().put("by", caller.subject());
        content.put("on", destruction.today().toString());
        content.putObject("act").put("number", form.number()).put("date", form.date().toString());
        lines.forEach(content.putArray(OBJECTS)::add);
        return new Document(
                reference,
                Destruction.KIND,
                body,
                Integer.toString(destruction.today().getYear()),
                Set.of(),
                Destruction.CONFIRMED,
                1,
                content);
    }

    private Response store(
            Caller caller, Document first, DestructionForm form, Optional<Idempotency.Key> key) {
        Act confirms =
                new Act("confirm", caller.subject(), destruction.clock().instant(), form.asked());
        String kept = Json.write(Json.object().put("id", first.reference().id()));
        Change change =
                new Change(
                        first,
                        confirms,
                        List.of(),
                        List.of(),
                        key.map(known -> known.reply(201, kept)));
        return switch (destruction.cases().perform(change)) {
            case Written.Stored(var act) ->
                    Response.created(Destruction.shown(destruction.carryOut(act)));
            case Written.Again _, Written.Conflict _, Written.CarriedOut(), Written.Destroyed _ ->
                    new Response.Retry();
        };
    }

    /// The same request again goes on where the first was cut short.
    private Response again(Caller caller, Path path, Idempotency.Done done) {
        String id = Json.read(done.body()).path("id").asText();
        Document act = destruction.cases().find(new Reference(Destruction.KIND, id)).orElseThrow();
        return Response.created(Destruction.shown(destruction.carryOut(act)));
    }
}
