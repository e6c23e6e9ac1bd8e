package kz.bagalau.reports.upload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kz.bagalau.forms.report.Form;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.reports.obligation.FileType;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.fact.BodyKind;

/// `GET /report-forms` and `GET /report-forms/{file}` (anyone signed in): the forms, and each of
/// them as an empty workbook.
public final class ShowForms {

    private static final String ENDING = FileType.XLSX.ending();

    public Response list(Caller caller, Path path) {
        ObjectNode answer = Json.object();
        ArrayNode forms = answer.putArray("forms");
        for (ReportForm owed : ReportForm.values()) {
            Form form = owed.form();
            ObjectNode json = forms.addObject().put("form", owed.code());
            json.set("name", Json.texts(form.title()));
            owed.direction().ifPresent(direction -> json.put("direction", direction.id()));
            json.put("by", form.period().name());
            ArrayNode types = json.putArray("types");
            Arrays.stream(FileType.values())
                    .filter(owed::takes)
                    .forEach(type -> types.add(type.ending()));
            json.put("limit", form.bytes()).put("signed", form.signed());
            json.putArray("templates").add(owed.code() + ENDING);
        }
        return Response.ok(answer);
    }

    public Response template(Caller caller, Path path, Asked asked) {
        String file = path.get("file");
        byte[] content =
                asked.kind()
                        .map(each -> asked.form().template(asked.language(), each))
                        .orElseGet(() -> asked.form().template(asked.language()));
        return new Response.File(FileType.XLSX.media(), file, content);
    }

    /// An empty workbook: of which form, in which language, and for which kind of body where it
    /// differs by it.
    public record Asked(Form form, Language language, Optional<BodyKind> kind) {

        public static Input.Result<Asked> read(Request request) {
            String file = request.path("file");
            Optional<ReportForm> form =
                    file.endsWith(ENDING)
                            ? ReportForm.named(file.substring(0, file.length() - ENDING.length()))
                            : Optional.empty();
            Optional<Language> language = language(request);
            Optional<String> kind = request.query("kind");
            Optional<BodyKind> known =
                    kind.flatMap(name ->
                            Arrays.stream(BodyKind.values())
                                    .filter(each -> each.name().equals(name))
                                    .findFirst());
            return form.isEmpty() || language.isEmpty() || kind.isPresent() != known.isPresent()
                    ? new Input.Rejected<>(Problem.of(HttpProblem.NOT_FOUND))
                    : new Input.Accepted<>(new Asked(form.get().form(), language.get(), known));
        }

        /// The language asked for; empty where it is none of ours.
        private static Optional<Language> language(Request request) {
            Optional<String> asked = request.query("lang");
            return asked.isEmpty()
                    ? Optional.of(request.language())
                    : Arrays.stream(Language.values())
                            .filter(each ->
                                    each.code().equals(asked.get().toLowerCase(Locale.ROOT)))
                            .findFirst();
        }
    }
}
