package kz.bagalau.reminders;

import static kz.bagalau.lambda.Access.own;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Tombstone;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.rules.flow.Flows;

/// Everything that was done with a document of the own body, and whether the trail is as it was
/// written.
public final class ShowAuditTrail extends HttpFunction {

    private static final Pattern PLACE = Pattern.compile("\\d{1,10}");

    private static final List<String> KINDS =
            Arrays.stream(Flows.values()).map(flow -> flow.flow().code()).toList();

    private final Cases cases;

    public ShowAuditTrail() {
        this(DynamoCases.fromEnvironment());
    }

    ShowAuditTrail(Cases cases) {
        this.cases = cases;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/audit/{object}", own(Role.HR))
                        .of(this::trail)
                        .reads(PageQuery::read)
                        .answers(this::show));
    }

    /// Of another body a document does not exist. Of one that was destroyed the destruction is
    /// left.
    private Optional<AuditTrail> trail(Caller caller, Path path) {
        return named(path.get("object"))
                .filter(reference ->
                        body(reference).filter(body -> caller.has(Role.HR, body)).isPresent())
                .map(cases::trail)
                .findFirst();
    }

    /// The documents that an address may mean: one of a kind, or those of any kind that stand under
    /// a bare id.
    private Stream<Reference> named(String object) {
        return Reference.ofObjectId(object)
                .map(Stream::of)
                .orElseGet(() -> cases.find(Reference.ofAnyKind(object, KINDS)).keySet().stream());
    }

    private Optional<String> body(Reference reference) {
        return cases.find(reference)
                .map(Document::body)
                .or(() -> cases.tombstone(reference).map(Tombstone::body));
    }

    private Response show(Caller caller, AuditTrail trail, PageQuery query) {
        Optional<String> cursor = query.paging().cursor();
        if (cursor.filter(text -> !PLACE.matcher(text).matches()).isPresent()) {
            return PageQuery.noCursor();
        }
        return Response.ok(
                AuditTrailJson.of(
                        trail, cursor.map(Long::valueOf).orElse(0L), query.paging().limit()));
    }
}
