package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Sha256;
import kz.bagalau.lambda.Times;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.blind.SigningKey;

/// Turns a right into a blind signature. The right is used first, then the message is signed: a
/// crash in between costs nothing, as the same blinded message gets the same signature again, and
/// no other ever does. What is signed says nothing of the ballot it will open. It writes no line in
/// any log: one would be stamped with the moment.
final class Issuer {

    private final Surveys surveys;
    private final Register register;
    private final SigningKeys keys;
    private final Clock clock;

    Issuer(Surveys surveys, Register register, SigningKeys keys, Clock clock) {
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
    record Request(byte[] blinded, Optional<String> body) {

        static Request of(Input input) {
            return new Request(input.bytes("blinded", PublicKey.LENGTH), input.optionalId("body"));
        }
    }

    /// @param unknown the answer to a caller whose right is not in the register
    APIGatewayV2HTTPResponse issue(
            APIGatewayV2HTTPEvent event,
            Register.Right right,
            Request request,
            SurveyProblem unknown) {
        Optional<Survey> found = surveys.find(Http.path(event, "survey"));
        if (found.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        Survey survey = found.get();
        Instant now = clock.instant();
        if (!survey.takesBallots(now)) {
            return Http.problem(event, Problem.of(SurveyProblem.NOT_OPEN));
        }
        Optional<Register.Entry> entry = register.find(survey, right);
        if (entry.isEmpty()) {
            return Http.problem(event, Problem.of(unknown));
        }
        if (request.body().filter(body -> !sameGroup(survey, body, entry.get())).isPresent()) {
            return Http.problem(event, Problem.of(SurveyProblem.OTHER_BODY));
        }
        Optional<SigningKey> key = keys.find(survey, entry.get().group(), channel(right));
        if (key.isEmpty()) {
            return Http.problem(event, Problem.of(SurveyProblem.NOT_OPEN));
        }
        if (!key.get().publicKey().accepts(request.blinded())) {
            return Http.problem(event, Problem.of(SurveyProblem.NOT_A_RESIDUE));
        }
        return switch (register.claim(
                survey, right, Sha256.of(request.blinded()), Times.day(now))) {
            case Register.Refused() -> Http.problem(event, Problem.of(SurveyProblem.ALREADY_USED));
            case Register.Granted() ->
                    Http.json(
                            200,
                            Json.object()
                                    .put("body", entry.get().body())
                                    .put(
                                            "signature",
                                            Hashes.base64(key.get().sign(request.blinded()))));
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
}
