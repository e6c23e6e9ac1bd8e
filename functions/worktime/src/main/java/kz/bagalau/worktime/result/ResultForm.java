package kz.bagalau.worktime.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.Language;
import kz.bagalau.worktime.desk.Days;
import kz.bagalau.worktime.desk.WorktimeProblem;

/// What is sent about results of monitoring.
public final class ResultForm {

    private static final int MAX_BYTES = 128 * 1024;
    private static final int MAX_FINDINGS = 20_000;
    private static final int MAX_ID = 100;
    private static final int MAX_SIGNALS = 100;

    /// One transaction marks all of them as sent.
    private static final int MAX_VISITS = 15;

    private ResultForm() {}

    /// @param json as it stands in the result
    /// @param seen the version that the sender has seen
    public record Content(
            String body,
            LocalDate from,
            Set<String> visits,
            Set<String> signals,
            ObjectNode json,
            OptionalLong seen) {}

    public static Input.Result<Content> prepared(Request request) {
        return content(request, false);
    }

    /// The body stays.
    public static Input.Result<Content> changed(Request request) {
        return content(request, true);
    }

    private static Input.Result<Content> content(Request request, boolean stands) {
        Input input = request.input(MAX_BYTES);
        OptionalLong seen = stands ? Asked.version(input) : OptionalLong.empty();
        String body = stands ? "" : input.id("body");
        LocalDate from = Days.day(input, "from");
        LocalDate to = Days.day(input, "to");
        if (to.isBefore(from) && !to.equals(LocalDate.EPOCH)) {
            input.error("to", WorktimeProblem.TO_BEFORE_FROM, from.toString());
        }
        Set<String> visits = input.optionalTexts("visits", MAX_VISITS, MAX_ID);
        Set<String> signals = input.optionalTexts("signals", MAX_SIGNALS, MAX_ID);
        ObjectNode json = Json.object().put("from", from.toString()).put("to", to.toString());
        list(json, "visits", visits);
        list(json, "signals", signals);
        json.put("findings", input.text("findings", MAX_FINDINGS));
        return input.finish(() -> new Content(body, from, visits, signals, json, seen));
    }

    private static void list(ObjectNode json, String field, Set<String> ids) {
        ArrayNode list = json.putArray(field);
        ids.forEach(list::add);
    }

    public static Input.Result<Asked> sending(Request request) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        return input.finish(() -> new Asked("send", version, Json.object()));
    }

    /// What the body answers.
    public record Answer(String measures, Set<String> attachments, Asked asked) {}

    public static Input.Result<Answer> answer(Request request) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        String measures = input.text("measures", MAX_FINDINGS);
        Set<String> attachments = input.optionalTexts("attachments", MAX_VISITS, MAX_ID);
        ObjectNode asked = Json.object().put("measures", measures);
        list(asked, "attachments", attachments);
        return input.finish(
                () -> new Answer(measures, attachments, new Asked("answer", version, asked)));
    }

    public enum Format {
        JSON(""),
        PDF(".pdf"),
        XLSX(".xlsx");

        private final String suffix;

        Format(String suffix) {
            this.suffix = suffix;
        }
    }

    /// As what a result is asked for: `<id>`, `<id>.pdf`, `<id>.xlsx`.
    public record Shown(Format format, Language language) {}

    /// The id in a path, without the suffix.
    public static String id(String named) {
        for (Format format : List.of(Format.PDF, Format.XLSX)) {
            if (named.endsWith(format.suffix)) {
                return named.substring(0, named.length() - format.suffix.length());
            }
        }
        return named;
    }

    public static Input.Result<Shown> shown(Request request) {
        Format format =
                List.of(Format.PDF, Format.XLSX).stream()
                        .filter(each -> request.rawPath().endsWith(each.suffix))
                        .findFirst()
                        .orElse(Format.JSON);
        Optional<Language> language = Printed.language(request);
        return language.isPresent()
                ? new Input.Accepted<>(new Shown(format, language.get()))
                : new Input.Rejected<>(
                        Problem.invalid(
                                List.of(
                                        new Problem.Error(
                                                "lang",
                                                FieldProblem.NOT_ALLOWED,
                                                request.query("lang").orElse("")))));
    }
}
