package kz.bagalau.reports.shown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.FactJson;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;
import kz.bagalau.reports.finding.Finding;
import kz.bagalau.reports.finding.Findings;
import kz.bagalau.reports.finding.Risk;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.obligation.ReportProblem;
import kz.bagalau.reports.overtime.Counting;
import kz.bagalau.reports.overtime.OvertimeReading;
import kz.bagalau.reports.report.Attachment;
import kz.bagalau.reports.report.Note;
import kz.bagalau.reports.report.Reading;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.Standing;
import kz.bagalau.rules.Language;

/// Reports as those read them who may.
///
/// @param language of the messages
/// @param now domain time
public record ReportJson(Language language, Instant now) {

    /// The head of a report, without what was read in its file.
    ///
    /// @param standing what stands of its form
    ObjectNode head(Report report, Optional<Standing> standing) {
        ObjectNode json =
                Json.object()
                        .put("id", report.id().toString())
                        .put("body", report.id().body())
                        .put("form", report.obligation().form().code())
                        .put("period", report.obligation().period().code())
                        .put("state", state(report, now))
                        .put("check", report.check())
                        .put("fileName", report.file().name())
                        .put("bytes", report.file().bytes())
                        .put("sha256", report.file().sha256())
                        .put("by", report.by())
                        .put("requestedAt", Times.shown(report.requestedAt()))
                        .put("late", report.receipt().filter(Report.Receipt::late).isPresent());
        report.receipt()
                .ifPresent(receipt -> {
                    json.put("receivedAt", Times.shown(receipt.at()));
                    receipt.due().map(LocalDate::toString).ifPresent(due -> json.put("due", due));
                });
        report.returned()
                .ifPresent(back ->
                        json.putObject("returned")
                                .put("reason", back.reason())
                                .put("at", Times.shown(back.at())));
        if (report.state() == Report.State.ACCEPTED && !report.check()) {
            json.put("superseded", standing.filter(form -> form.holds(report)).isEmpty());
        }
        return json;
    }

    /// A file that nobody tries to read any more is said to have failed, by our fault.
    public static String state(Report report, Instant now) {
        return (report.failed(now) ? Report.State.FAILED : report.state()).name();
    }

    /// A report with all that was read in its file.
    ///
    /// @param counting by what hours would be counted now
    /// @param reader who sees it
    ObjectNode whole(
            Report report,
            Optional<Standing> standing,
            Optional<Reading> reading,
            List<Attachment> attachments,
            Findings.Year findings,
            Counting counting,
            Reader reader) {
        ReportPeriod period = report.obligation().period();
        ObjectNode json = head(report, standing);
        ArrayNode errors = json.putArray("errors");
        reading.map(Reading::errors).orElse(List.of()).forEach(note -> errors.add(json(note)));
        if (report.givenUp(now)) {
            errors.add(json(Note.of(ReportProblem.NOT_READ)));
        }
        ArrayNode warnings = json.putArray("warnings");
        List<Note> doubts = warnings(report, reading, attachments);
        doubts.forEach(note -> warnings.add(json(note)));
        standing.filter(form -> form.holds(report)).stream()
                .flatMap(form -> OvertimeReading.sendAgain(form, period, counting).stream())
                .forEach(note -> warnings.add(json(note)));
        reading.filter(read -> read.more() > 0)
                .ifPresent(read -> json.put("moreErrors", read.more()));
        ObjectNode facts = json.putObject("facts");
        reading.map(Reading::values)
                .orElse(List.of())
                .forEach(fact -> json(facts, OvertimeReading.borneOut(fact, period, counting)));
        ObjectNode excluded = json.putObject("excluded");
        reading.ifPresent(read -> read.excluded().forEach(excluded::put));
        reading.ifPresent(read -> json.set("aids", reader.aids(report, read.aids())));
        ArrayNode scans = json.putArray("attachments");
        for (Attachment attachment : attachments) {
            ObjectNode scan =
                    scans.addObject()
                            .put("id", attachment.id())
                            .put("fileName", attachment.file().name())
                            .put("bytes", attachment.file().bytes())
                            .put("sha256", attachment.file().sha256());
            attachment
                    .receivedAt()
                    .ifPresentOrElse(
                            at -> scan.put("state", "RECEIVED").put("receivedAt", Times.shown(at)),
                            () -> scan.put("state", Report.State.AWAITING_FILE.name()));
        }
        report.obligation()
                .form()
                .direction()
                .ifPresent(direction ->
                        json.set(
                                "penalty",
                                new Risk(
                                                direction,
                                                kinds(report, reading, doubts),
                                                findings.points(direction))
                                        .json(report.id().year())));
        return json;
    }

    /// A form that ends with signatures is not whole without their scan; that is for a reviewer to
    /// judge and keeps no file from being accepted.
    private static List<Note> warnings(
            Report report, Optional<Reading> reading, List<Attachment> attachments) {
        List<Note> warnings = new ArrayList<>(reading.map(Reading::warnings).orElse(List.of()));
        if (report.obligation().form().form().signed()
                && report.receipt().isPresent()
                && attachments.stream().noneMatch(scan -> scan.receivedAt().isPresent())) {
            warnings.add(Note.of(ReportProblem.SCAN_MISSING));
        }
        return warnings;
    }

    private static Set<Finding.Kind> kinds(
            Report report, Optional<Reading> reading, List<Note> doubts) {
        Set<Finding.Kind> kinds = EnumSet.noneOf(Finding.Kind.class);
        if (report.receipt().filter(Report.Receipt::late).isPresent()) {
            kinds.add(Finding.Kind.UNTIMELY);
        }
        reading.ifPresent(read -> kinds.addAll(read.shortcomings()));
        if (!doubts.isEmpty()) {
            kinds.add(Finding.Kind.INCOMPLETE);
        }
        return kinds;
    }

    public ObjectNode json(Note note) {
        ObjectNode json = Json.object();
        if (note.sheet() != null) {
            json.put("sheet", note.sheet());
        }
        if (note.cell() != null) {
            json.put("cell", note.cell());
        }
        return json.put("code", note.code()).put("message", note.message().in(language));
    }

    private static void json(ObjectNode facts, Fact fact) {
        ObjectNode json = facts.putObject(fact.name());
        json.set("value", FactJson.write(fact.name(), fact.value()));
        json.set("source", fact.source());
    }
}
