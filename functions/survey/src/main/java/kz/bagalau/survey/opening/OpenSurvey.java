package kz.bagalau.survey.opening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.survey.blind.SigningKey;
import kz.bagalau.survey.signing.SigningKeys;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Electorate;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;
import kz.bagalau.survey.texts.SurveyProblem;

/// `POST /surveys` (agency): groups the bodies, makes two keys for each group, and opens the survey
/// with all of it or not at all.
public final class OpenSurvey {

    private final Bodies bodies;
    private final Surveys surveys;
    private final SigningKeys keys;
    private final Supplier<SigningKey> generator;

    public OpenSurvey(
            Bodies bodies, Surveys surveys, SigningKeys keys, Supplier<SigningKey> generator) {
        this.bodies = bodies;
        this.surveys = surveys;
        this.keys = keys;
        this.generator = generator;
    }

    public Response open(
            Caller caller, Path path, SurveyOrder order, Optional<Idempotency.Key> key) {
        List<StateBody> all = bodies.all();
        SortedMap<String, StateBody> directory = new TreeMap<>();
        all.stream()
                .filter(body -> order.bodies().contains(body.id()))
                .forEach(body -> directory.put(body.id(), body));
        Set<String> unknown = new HashSet<>(order.bodies());
        unknown.removeAll(directory.keySet());
        Electorate electorate =
                Electorate.of(SurveyOrder.QUESTIONNAIRE, order.year(), order.bodies(), all);
        List<Problem.Error> errors = new ArrayList<>();
        Grouping.Decision decision =
                Grouping.of(directory, unknown, order.pools(), order.minimumGroup());
        if (decision instanceof Grouping.Impossible(var impossible)) {
            errors.addAll(impossible);
        }
        errors.addAll(taken(electorate.clashes(order.id(), surveys.all())));
        return decision instanceof Grouping.Grouped(var groups) && errors.isEmpty()
                ? open(caller, order, key, directory, groups, electorate)
                : Problem.of(SurveyProblem.CANNOT_OPEN, errors);
    }

    private static List<Problem.Error> taken(SortedMap<String, String> clashes) {
        return clashes.entrySet().stream()
                .map(clash ->
                        new Problem.Error(
                                "/bodies",
                                SurveyProblem.IN_ANOTHER_SURVEY,
                                clash.getKey(),
                                clash.getValue()))
                .toList();
    }

    private Response open(
            Caller caller,
            SurveyOrder order,
            Optional<Idempotency.Key> key,
            Map<String, StateBody> directory,
            SortedMap<String, String> groups,
            Electorate electorate) {
        String digest = order.digest();
        String id = order.id();
        Map<String, SigningKeys.Pair> signing = keys(groups.values());
        List<Constituency> parts = parts(directory, groups, signing);
        Survey survey =
                new Survey(
                        id,
                        order.year(),
                        SurveyOrder.QUESTIONNAIRE,
                        order.multi(),
                        order.bodies(),
                        order.opens(),
                        order.closes(),
                        order.minimumGroup(),
                        order.minimumTexts(),
                        order.enrolledShare(),
                        Fingerprint.of(
                                id,
                                order.minimumGroup(),
                                order.minimumTexts(),
                                order.enrolledShare(),
                                parts),
                        Survey.State.OPEN,
                        Optional.empty(),
                        false);
        keys.put(survey, signing);
        String reply = reply(survey);
        Surveys.Opening opening =
                surveys.open(
                        survey,
                        digest,
                        parts,
                        electorate,
                        caller,
                        key.map(known -> known.reply(201, reply)));
        if (!(opening instanceof Surveys.Opened)) {
            keys.discard(survey, signing.keySet());
        }
        return switch (opening) {
            case Surveys.Opened() -> Response.created(Json.read(reply));
            case Surveys.Exists(var standing, var sameOrder) ->
                    sameOrder.equals(digest) && standing.state() != Survey.State.CANCELLED
                            ? Response.ok(Json.read(reply(standing)))
                            : Problem.of(SurveyProblem.SURVEY_EXISTS, standing.id());
            case Surveys.Taken(var clashes) ->
                    Problem.of(SurveyProblem.CANNOT_OPEN, taken(clashes));
            case Surveys.CarriedOut() -> new Response.Retry();
        };
    }

    private Map<String, SigningKeys.Pair> keys(Collection<String> groups) {
        return Set.copyOf(groups).parallelStream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                group -> new SigningKeys.Pair(generator.get(), generator.get())));
    }

    private static List<Constituency> parts(
            Map<String, StateBody> directory,
            SortedMap<String, String> groups,
            Map<String, SigningKeys.Pair> signing) {
        List<Constituency> parts = new ArrayList<>();
        groups.forEach((body, group) -> {
            StateBody entry = directory.get(body);
            SigningKeys.Pair pair = signing.get(group);
            if (entry == null || pair == null) {
                throw new IllegalStateException("a group without body or key");
            }
            parts.add(
                    new Constituency(
                            body,
                            entry.name(),
                            entry.headcount(),
                            group,
                            pair.login().publicKey(),
                            Optional.of(pair.slip().publicKey()),
                            Constituency.Enrolment.NONE));
        });
        return parts;
    }

    private static String reply(Survey survey) {
        return Json.write(
                Json.object().put("id", survey.id()).put("fingerprint", survey.fingerprint()));
    }
}
