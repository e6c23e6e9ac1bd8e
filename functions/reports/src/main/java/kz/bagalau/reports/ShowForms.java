package kz.bagalau.reports;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kz.bagalau.forms.report.Form;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.BodyKind;

/// `GET /report-forms` and `GET /report-forms/{file}` (anyone signed in): the forms, and each of
/// them as an empty workbook.
final class ShowForms {

    private static final String ENDING = FileType.XLSX.ending();

    APIGatewayV2HTTPResponse list(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.known()) {
            return Http.problem(event, caller.refusal());
        }
        ObjectNode answer = Json.object();
        ArrayNode forms = answer.putArray("forms");
        for (ReportForm owed : ReportForm.values()) {
            Form form = owed.form();
            ObjectNode json = forms.addObject().put("form", owed.code());
            json.set("name", Json.texts(form.title()));
            json.put("direction", owed.direction().id()).put("by", form.period().name());
            ArrayNode types = json.putArray("types");
            Arrays.stream(FileType.values())
                    .filter(owed::takes)
                    .forEach(type -> types.add(type.ending()));
            json.put("limit", form.bytes()).put("signed", form.signed());
            json.putArray("templates").add(owed.code() + ENDING);
        }
        return Http.json(200, answer);
    }

    APIGatewayV2HTTPResponse template(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.known()) {
            return Http.problem(event, caller.refusal());
        }
        String file = Http.path(event, "file");
        Optional<ReportForm> form =
                file.endsWith(ENDING)
                        ? ReportForm.named(file.substring(0, file.length() - ENDING.length()))
                        : Optional.empty();
        Optional<Language> language = language(event);
        Optional<String> kind = Http.query(event, "kind");
        Optional<BodyKind> known =
                kind.flatMap(name ->
                        Arrays.stream(BodyKind.values())
                                .filter(each -> each.name().equals(name))
                                .findFirst());
        if (form.isEmpty() || language.isEmpty() || kind.isPresent() != known.isPresent()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        byte[] content =
                known.map(each -> form.get().form().template(language.get(), each))
                        .orElseGet(() -> form.get().form().template(language.get()));
        return Http.file(FileType.XLSX.media(), file, content);
    }

    /// The language asked for; empty where it is none of ours.
    private static Optional<Language> language(APIGatewayV2HTTPEvent event) {
        Optional<String> asked = Http.query(event, "lang");
        return asked.isEmpty()
                ? Optional.of(Http.language(event))
                : Arrays.stream(Language.values())
                        .filter(each -> each.code().equals(asked.get().toLowerCase(Locale.ROOT)))
                        .findFirst();
    }
}
