package kz.bagalau.reminders;

import static kz.bagalau.lambda.Access.own;

import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;

/// Everything that was done with a document of the own body, and whether the trail is as it was
/// written.
public final class ShowAuditTrail extends HttpFunction {

    private static final Pattern PLACE = Pattern.compile("\\d{1,10}");

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
                        .of(this::document)
                        .reads(PageQuery::read)
                        .answers(this::show));
    }

    /// Of another body a document does not exist.
    private Optional<Document> document(Caller caller, Path path) {
        return Reference.ofObjectId(path.get("object"))
                .flatMap(cases::find)
                .filter(document -> caller.has(Role.HR, document.body()));
    }

    private Response show(Caller caller, Document document, PageQuery query) {
        Optional<String> cursor = query.paging().cursor();
        if (cursor.filter(text -> !PLACE.matcher(text).matches()).isPresent()) {
            return PageQuery.noCursor();
        }
        return Response.ok(
                AuditTrailJson.of(
                        cases.trail(document.reference()),
                        cursor.map(Long::valueOf).orElse(0L),
                        query.paging().limit()));
    }
}
