package kz.bagalau.records;

import static kz.bagalau.lambda.Access.signedIn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Enclosure;
import kz.bagalau.cases.Enclosures;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.s3.Uploads;

/// The files that objects name as their `document`. Everybody signed in may send one. Who sent it
/// reads it here; everybody else is sent on to the object that names it, and reads it where that
/// object is theirs to read.
public final class ManageDocuments extends HttpFunction {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_NAME = 255;

    /// The largest file in bytes.
    private static final int MAX_FILE = 20 * 1_048_576;

    private final Enclosures enclosures;
    private final Cases cases;
    private final Supplier<Uploads> uploads;
    private final Idempotency replies;
    private final Clock clock;

    public ManageDocuments() {
        this(
                DynamoEnclosures.fromEnvironment(),
                DynamoCases.fromEnvironment(),
                Uploads::fromEnvironment,
                DynamoIdempotency.fromEnvironment(),
                Runtime.current().clock());
    }

    ManageDocuments(
            Enclosures enclosures,
            Cases cases,
            Supplier<Uploads> uploads,
            Idempotency replies,
            Clock clock) {
        this.enclosures = enclosures;
        this.cases = cases;
        this.uploads = uploads;
        this.replies = replies;
        this.clock = clock;
    }

    /// What somebody says of a file before sending it.
    private record Claim(String name, String media, int bytes, String sha256) {}

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/documents", signedIn())
                        .reads(ManageDocuments::claim)
                        .keeps(replies)
                        .again(this::again)
                        .answers(this::add),
                Route.get("/documents/{document}", signedIn())
                        .of((_, path) -> found(path.get("document")))
                        .answers(this::show));
    }

    private static Input.Result<Claim> claim(Request request) {
        Input input = request.input(MAX_BYTES);
        String name = input.fileName("fileName", MAX_NAME);
        Optional<DocumentType> type = DocumentType.of(name);
        if (type.isEmpty() && !name.isEmpty()) {
            input.error("fileName", RecordProblem.FILE_TYPE, DocumentType.all());
        }
        int bytes = input.integer("bytes", 1, Integer.MAX_VALUE);
        if (bytes > MAX_FILE) {
            input.error("bytes", RecordProblem.FILE_TOO_LARGE, Integer.toString(MAX_FILE));
        }
        String sha256 = input.sha256("sha256");
        return input.finish(() -> new Claim(name, type.orElseThrow().media(), bytes, sha256));
    }

    private Response add(Caller caller, Path path, Claim claim, Optional<Idempotency.Key> key) {
        Enclosure file =
                new Enclosure(
                        NamedFiles.draw(),
                        claim.name(),
                        claim.media(),
                        claim.bytes(),
                        claim.sha256(),
                        caller.subject(),
                        caller.body(),
                        clock.instant());
        String kept = Json.write(Json.object().put("id", file.id()));
        return enclosures.add(file, key.map(known -> known.reply(201, kept)))
                ? Response.created(permitted(file))
                : new Response.Retry();
    }

    /// The same request again gets the same file, with an address that is valid again: the first
    /// answer may have been lost, and what it held is a secret that is stored nowhere.
    private Response again(Caller caller, Path path, Idempotency.Done done) {
        String id = Json.read(done.body()).path("id").asText();
        return Response.created(permitted(enclosures.find(id).orElseThrow()));
    }

    private ObjectNode permitted(Enclosure file) {
        ObjectNode json = Json.object().put("id", file.id());
        return json.set(
                "upload",
                uploads.get().permit(file.key(), file.media(), file.bytes(), file.sha256()).json());
    }

    private Optional<Enclosure> found(String id) {
        return NamedFiles.isId(id) ? enclosures.find(id) : Optional.empty();
    }

    private Response show(Caller caller, Enclosure file) {
        if (file.by().equals(caller.subject())) {
            return uploads.get().find(file.key()).isEmpty()
                    ? Response.notFound()
                    : new Response.Redirect(
                            uploads.get().address(file.key(), file.media(), file.fileName()));
        }
        return enclosures.namedBy(file.id()).stream()
                .flatMap(object -> ObjectAddress.of(cases, object, file.id()).stream())
                .findFirst()
                .<Response>map(Response.Redirect::new)
                .orElseGet(Response::notFound);
    }
}
