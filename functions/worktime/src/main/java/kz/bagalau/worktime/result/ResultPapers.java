package kz.bagalau.worktime.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.directory.Authority;
import kz.bagalau.directory.StateBody;
import kz.bagalau.forms.monitoring.MonitoringResult;
import kz.bagalau.forms.monitoring.MonitoringResultDocument;
import kz.bagalau.forms.monitoring.MonitoringResultWorkbook;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.worktime.desk.Desk;
import kz.bagalau.worktime.desk.Parts;

/// A result on paper and as a workbook.
public record ResultPapers(Desk desk) {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Response pdf(Document result, Language language) {
        return Printed.pdf(
                result.reference().id(), MonitoringResultDocument.write(paper(result), language));
    }

    public Response workbook(Document result, Language language) {
        return new Response.File(
                XLSX,
                result.reference().id() + ".xlsx",
                MonitoringResultWorkbook.write(paper(result), language));
    }

    public static List<Document> visits(Desk desk, Document result) {
        return named(desk, result, "visits", Desk.VISIT);
    }

    private static List<Document> named(Desk desk, Document result, String field, String kind) {
        return result.content()
                .path(field)
                .valueStream()
                .flatMap(id -> desk.find(kind, id.asText()).stream())
                .toList();
    }

    private MonitoringResult paper(Document result) {
        ObjectNode content = result.content();
        String body = Parts.body(result);
        return new MonitoringResult(
                result.reference().id(),
                name(Parts.authority(result)),
                desk.bodies()
                        .find(body)
                        .map(StateBody::name)
                        .orElseGet(() -> new LocalText(body, body, body)),
                LocalDate.parse(content.path("from").asText()),
                LocalDate.parse(content.path("to").asText()),
                visits(desk, result).stream().map(this::visit).toList(),
                named(desk, result, "signals", Desk.SIGNAL).stream()
                        .map(ResultPapers::signal)
                        .toList(),
                content.path("findings").asText(),
                content.has("sentAt")
                        ? Optional.of(Times.day(Instant.parse(content.path("sentAt").asText())))
                        : Optional.empty(),
                content.has("answer")
                        ? Optional.of(content.at("/answer/measures").asText())
                        : Optional.empty());
    }

    private static LocalText name(Authority authority) {
        return authority.isAgency()
                ? MonitoringResult.agency()
                : MonitoringResult.subdivision(authority.id());
    }

    private MonitoringResult.Visit visit(Document visit) {
        ObjectNode content = visit.content();
        int signed =
                (int)
                        content.path("acts")
                                .valueStream()
                                .flatMap(id -> desk.find(Desk.ACT, id.asText()).stream())
                                .filter(act -> act.state().equals("SIGNED"))
                                .count();
        return new MonitoringResult.Visit(
                LocalDate.parse(content.path("date").asText()),
                content.path("kind").asText().equals("PLANNED"),
                signed,
                content.path("explanations").size());
    }

    private static MonitoringResult.Signal signal(Document signal) {
        ObjectNode content = signal.content();
        return new MonitoringResult.Signal(
                LocalDate.parse(content.path("date").asText()), content.path("source").asText());
    }
}
