package kz.bagalau.worktime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.directory.Authority;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.monitoring.Recipient;

/// Who receives a body's quarterly reports, as the Agency enters it (W-25).
///
/// @param seen the version that the sender has seen; empty where it names none
record RecipientForm(Recipient.Entered entered, OptionalLong seen) {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_BASIS = 1000;

    static Input.Result<RecipientForm> read(Request request) {
        Input input = request.input(MAX_BYTES);
        OptionalLong seen = Asked.version(input);
        String authority = input.id("authority");
        String basis = input.text("basis", MAX_BASIS);
        return input.finish(() ->
                new RecipientForm(
                        new Recipient.Entered(
                                Optional.of(authority).filter(id -> !new Authority(id).isAgency()),
                                basis),
                        seen));
    }

    static ObjectNode json(String body, Edition<Recipient.Entered> edition) {
        return Json.object()
                .put("body", body)
                .put("authority", edition.value().territory().orElse(Authority.AGENCY.id()))
                .put("basis", edition.value().basis())
                .put("version", edition.version());
    }
}
