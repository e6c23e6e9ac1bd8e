package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.StateBody;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Replies;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Sha256;
import kz.bagalau.survey.blind.SigningKey;

/// `POST /surveys` (agency): groups the bodies, makes two keys for each group, and opens the survey
/// with all of it or not at all.
final class OpenSurvey {

    /// One transaction opens a survey, and holds a hundred items at the most.
    static final int MAX_BODIES = 90;

    /// The one questionnaire there is.
    private static final String QUESTIONNAIRE = "appendix-9";

    private static final int MAX_BYTES = 64 * 1024;

    /// Appendix 9 and the indicators it feeds are in force since 4 March 2023, so 2023 is the first
    /// year that ends under them.
    private static final int FIRST_YEAR = 2023;

    private static final int LAST_YEAR = 2100;

    /// @param id empty where the caller leaves it to us
    private record Order(
            Optional<String> id,
            int year,
            Set<String> bodies,
            List<Grouping.Pool> pools,
            Instant opens,
            Instant closes,
            int minimumGroup,
            int minimumTexts,
            EnrolledShare enrolledShare,
            Set<String> multi) {

        /// One value for the same order, in whatever sequence its lists were sent.
        String digest() {
            List<Grouping.Pool> sorted =
                    pools.stream().sorted(Comparator.comparing(Grouping.Pool::name)).toList();
            return Sha256.base64(
                    new Order(
                                    id,
                                    year,
                                    bodies,
                                    sorted,
                                    opens,
                                    closes,
                                    minimumGroup,
                                    minimumTexts,
                                    enrolledShare,
                                    multi)
                            .toString());
        }
    }

    private final Bodies bodies;
    private final Surveys surveys;
    private final SigningKeys keys;
    private final Replies replies;

    OpenSurvey(Bodies bodies, Surveys surveys, SigningKeys keys, Replies replies) {
        this.bodies = bodies;
        this.surveys = surveys;
        this.keys = keys;
        this.replies = replies;
    }

    APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.AGENCY)) {
            return Http.problem(event, caller.refusal());
        }
        return switch (order(event)) {
            case Input.Rejected<Order>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<Order>(var order) ->
                    switch (replies.find(caller, event)) {
                        case Replies.Known(var status, var body) ->
                                Http.json(status, Json.read(body));
                        case Replies.Reused() ->
                                Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
                        case Replies.Fresh(var key) -> open(event, caller, order, key);
                    };
        };
    }

    private APIGatewayV2HTTPResponse open(
            APIGatewayV2HTTPEvent event, Caller caller, Order order, Optional<Replies.Key> key) {
        List<StateBody> all = bodies.all();
        SortedMap<String, StateBody> directory = new TreeMap<>();
        all.stream()
                .filter(body -> order.bodies().contains(body.id()))
                .forEach(body -> directory.put(body.id(), body));
        Set<String> unknown = new HashSet<>(order.bodies());
        unknown.removeAll(directory.keySet());
        Electorate electorate = Electorate.of(QUESTIONNAIRE, order.year(), order.bodies(), all);
        List<Problem.Error> errors = new ArrayList<>();
        Grouping.Decision decision =
                Grouping.of(directory, unknown, order.pools(), order.minimumGroup());
        if (decision instanceof Grouping.Impossible(var impossible)) {
            errors.addAll(impossible);
        }
        errors.addAll(
                taken(electorate.clashes(order.id().orElseGet(() -> id(order)), surveys.all())));
        return decision instanceof Grouping.Grouped(var groups) && errors.isEmpty()
                ? open(event, caller, order, key, directory, groups, electorate)
                : Http.problem(event, Problem.of(SurveyProblem.CANNOT_OPEN, errors));
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

    private APIGatewayV2HTTPResponse open(
            APIGatewayV2HTTPEvent event,
            Caller caller,
            Order order,
            Optional<Replies.Key> key,
            Map<String, StateBody> directory,
            SortedMap<String, String> groups,
            Electorate electorate) {
        String digest = order.digest();
        String id = order.id().orElseGet(() -> id(order));
        Map<String, SigningKeys.Pair> signing = keys(groups.values());
        List<Constituency> parts = parts(directory, groups, signing);
        Survey survey =
                new Survey(
                        id,
                        order.year(),
                        QUESTIONNAIRE,
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
                        key.map(known -> new Replies.Reply(known, 201, reply)));
        if (!(opening instanceof Surveys.Opened)) {
            keys.discard(survey, signing.keySet());
        }
        return switch (opening) {
            case Surveys.Opened() -> Http.json(201, Json.read(reply));
            case Surveys.Exists(var standing, var sameOrder) ->
                    sameOrder.equals(digest) && standing.state() != Survey.State.CANCELLED
                            ? Http.json(200, Json.read(reply(standing)))
                            : Http.problem(
                                    event, Problem.of(SurveyProblem.SURVEY_EXISTS, standing.id()));
            case Surveys.Taken(var clashes) ->
                    Http.problem(event, Problem.of(SurveyProblem.CANNOT_OPEN, taken(clashes)));
            case Surveys.CarriedOut() -> repeated(event, caller);
        };
    }

    private static Map<String, SigningKeys.Pair> keys(Collection<String> groups) {
        return Set.copyOf(groups).parallelStream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                group ->
                                        new SigningKeys.Pair(
                                                SigningKey.generate(), SigningKey.generate())));
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

    private APIGatewayV2HTTPResponse repeated(APIGatewayV2HTTPEvent event, Caller caller) {
        return switch (replies.find(caller, event)) {
            case Replies.Known(var status, var body) -> Http.json(status, Json.read(body));
            case Replies.Seen other -> Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
        };
    }

    /// The same order without an id gets the same id, so that sending it twice opens one survey.
    private static String id(Order order) {
        String tail =
                order.digest().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").substring(0, 8);
        return order.year() + "-" + tail;
    }

    private static String reply(Survey survey) {
        return Json.write(
                Json.object().put("id", survey.id()).put("fingerprint", survey.fingerprint()));
    }

    private static Input.Result<Order> order(APIGatewayV2HTTPEvent event) {
        Input input = Input.of(event, MAX_BYTES);
        Optional<String> id = input.optionalId("id");
        int year = input.integer("year", FIRST_YEAR, LAST_YEAR);
        String form = input.text("questionnaire", 40);
        if (!form.isEmpty() && !form.equals(QUESTIONNAIRE)) {
            input.error("questionnaire", FieldProblem.NOT_ALLOWED, form);
        }
        Set<String> bodies = input.ids("bodies", 1, MAX_BODIES);
        List<Grouping.Pool> pools = new ArrayList<>();
        for (Input pool : input.objects("pools", MAX_BODIES)) {
            pools.add(
                    new Grouping.Pool(
                            pool.id("name"), new TreeSet<>(pool.ids("bodies", 1, MAX_BODIES))));
        }
        Instant opens = input.instant("opens");
        Instant closes = input.instant("closes");
        if (!closes.isAfter(opens) && input.has("opens") && input.has("closes")) {
            input.error("closes", SurveyProblem.CLOSES_BEFORE_OPENING);
        }
        int group = input.integer("minimumGroup", 5, 1000, 5);
        int texts = input.integer("minimumTexts", 10, 1000, 10);
        EnrolledShare share = share(input);
        Set<String> multi = input.optionalTexts("multi", 2, 10);
        for (String question : multi) {
            if (!Questionnaire.appendix9().mayBeMulti().contains(question)) {
                input.error("multi", FieldProblem.NOT_ALLOWED, question);
            }
        }
        return input.finish(() ->
                new Order(
                        id,
                        year,
                        new TreeSet<>(bodies),
                        pools,
                        opens,
                        closes,
                        group,
                        texts,
                        share,
                        new TreeSet<>(multi)));
    }

    private static EnrolledShare share(Input input) {
        Optional<String> asked = input.optionalText("enrolledShare", 10);
        Optional<EnrolledShare> share = asked.flatMap(EnrolledShare::asked);
        if (asked.isPresent() && share.isEmpty()) {
            input.error("enrolledShare", SurveyProblem.SHARE_OUT_OF_RANGE);
        }
        return share.orElse(EnrolledShare.DEFAULT);
    }
}
