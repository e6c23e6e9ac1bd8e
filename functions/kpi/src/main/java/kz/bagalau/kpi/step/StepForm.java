package kz.bagalau.kpi.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;

/// What is sent about a step of a plan or a sheet that has no content of its own.
///
/// @param reason empty where the step needs none
public record StepForm(Asked asked, LocalDate on, Optional<String> reason) {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_REASON = 2000;

    public static Input.Result<StepForm> read(
            Request request, Document document, String event, LocalDate today) {
        return read(request, document, event, today, false);
    }

    public static Input.Result<StepForm> withReason(
            Request request, Document document, String event, LocalDate today) {
        return read(request, document, event, today, true);
    }

    private static Input.Result<StepForm> read(
            Request request, Document document, String event, LocalDate today, boolean reasoned) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        boolean entry = Archive.isEntry(document);
        LocalDate on = Archive.day(input, entry, today);
        Optional<String> reason =
                reasoned ? Optional.of(input.text("reason", MAX_REASON)) : Optional.empty();
        ObjectNode asked = Json.object();
        reason.ifPresent(text -> asked.put("reason", text));
        return input.finish(() ->
                new StepForm(
                        new Asked(event, version, Archive.asked(asked, entry, on)), on, reason));
    }
}
