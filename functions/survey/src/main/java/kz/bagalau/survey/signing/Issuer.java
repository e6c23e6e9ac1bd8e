package kz.bagalau.survey.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.blind.SigningKey;
import kz.bagalau.survey.register.Register;
import kz.bagalau.survey.surveys.Channel;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;
import kz.bagalau.survey.texts.SurveyProblem;

/// Turns a right into a blind signature. The right is used first, then the message is signed: a
/// crash in between costs nothing, as the same blinded message gets the same signature again, and
/// no other ever does. What is signed says nothing of the ballot it will open. It writes no line in
/// any log: one would be stamped with the moment.
public final class Issuer {

    private final Surveys surveys;
    private final Register register;
    private final SigningKeys keys;
    private final Clock clock;

    public Issuer(Surveys surveys, Register register, SigningKeys keys, Clock clock) {
        this.surveys = surveys;
        this.register = register;
        this.keys = keys;
        this.clock = clock;
    }

    /// What the browser asks to be signed.
    ///
    /// @param blinded the blinded message
    /// @param body the body under whose key it was blinded, where the caller says so: a message
    ///   blinded for another group could never be unblinded, so it must not use up the right
    public record Order(byte[] blinded, Optional<String> body) {

        public static Order of(Input input) {
            return new Order(input.bytes("blinded", PublicKey.LENGTH), input.optionalId("body"));
        }
    }

    /// @param unknown the answer to a caller whose right is not in the register
    public Response issue(Path path, Register.Right right, Order order, SurveyProblem unknown) {
        Optional<Survey> found = surveys.find(path.get("survey"));
        if (found.isEmpty()) {
            return Response.notFound();
        }
        Survey survey = found.get();
        Instant now = clock.instant();
        if (!survey.takesBallots(now)) {
            return Problem.of(SurveyProblem.NOT_OPEN);
        }
        Optional<Register.Entry> entry = register.find(survey, right);
        if (entry.isEmpty()) {
            return Problem.of(unknown);
        }
        if (order.body().filter(body -> !sameGroup(survey, body, entry.get())).isPresent()) {
            return Problem.of(SurveyProblem.OTHER_BODY);
        }
        Optional<SigningKey> key = keys.find(survey, entry.get().group(), channel(right));
        if (key.isEmpty()) {
            return Problem.of(SurveyProblem.NOT_OPEN);
        }
        if (!key.get().publicKey().accepts(order.blinded())) {
            return Problem.of(SurveyProblem.NOT_A_RESIDUE);
        }
        return switch (register.claim(survey, right, Sha256.of(order.blinded()), Times.day(now))) {
            case Register.Refused() -> Problem.of(SurveyProblem.ALREADY_USED);
            case Register.Granted() ->
                    Response.ok(
                            Json.object()
                                    .put("body", entry.get().body())
                                    .put("signature", base64(key.get().sign(order.blinded()))));
        };
    }

    /// Slips have keys of their own, so that their ballots are known as such.
    private static Channel channel(Register.Right right) {
        return switch (right) {
            case Register.Person person -> Channel.LOGIN;
            case Register.Slip slip -> Channel.SLIP;
        };
    }

    private boolean sameGroup(Survey survey, String body, Register.Entry entry) {
        return body.equals(entry.body())
                || surveys.constituency(survey, body)
                        .filter(part -> part.group().equals(entry.group()))
                        .isPresent();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
