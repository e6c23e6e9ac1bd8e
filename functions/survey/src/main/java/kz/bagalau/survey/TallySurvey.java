package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.FactJson;
import kz.bagalau.facts.Publication;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.work.Batch;
import kz.bagalau.rules.Decimals;
import kz.bagalau.survey.ballots.Ballot;
import kz.bagalau.survey.ballots.Ballots;
import kz.bagalau.survey.dynamo.DynamoBallots;
import kz.bagalau.survey.dynamo.DynamoRegister;
import kz.bagalau.survey.dynamo.DynamoResults;
import kz.bagalau.survey.dynamo.DynamoSurveys;
import kz.bagalau.survey.register.Register;
import kz.bagalau.survey.results.Electors;
import kz.bagalau.survey.results.Results;
import kz.bagalau.survey.surveys.Channel;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;
import kz.bagalau.survey.tally.ByChannel;
import kz.bagalau.survey.tally.Limits;
import kz.bagalau.survey.tally.Statement;
import kz.bagalau.survey.tally.Tally;
import kz.bagalau.survey.tally.Vote;
import kz.bagalau.survey.texts.Finding;

/// Every five minutes: counts the surveys that have been closing for a minute or more, publishes
/// each group's result with its facts, and closes them. Groups already published are left alone, so
/// that a run cut short is simply gone on with.
public final class TallySurvey implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    /// Longer than any function that takes ballots may run: every ballot it admitted is stored by
    /// then.
    private static final Duration QUIET = Duration.ofSeconds(60);

    /// Each survey is an origin of its own: two of one body and year stand side by side until an
    /// analyst decides.
    private static final String ORIGIN = "survey:";

    private final Surveys surveys;
    private final Register register;
    private final Ballots ballots;
    private final Results results;
    private final Clock clock;
    private final RandomGenerator random;

    public TallySurvey() {
        this(
                DynamoSurveys.fromEnvironment(),
                DynamoRegister.fromEnvironment(),
                DynamoBallots.fromEnvironment(),
                DynamoResults.fromEnvironment(),
                Runtime.current().clock(),
                new SecureRandom());
    }

    TallySurvey(
            Surveys surveys,
            Register register,
            Ballots ballots,
            Results results,
            Clock clock,
            RandomGenerator random) {
        this.surveys = surveys;
        this.register = register;
        this.ballots = ballots;
        this.results = results;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        return Map.of("tallied", Batch.of(surveys.all(), Survey::id, this::tallyIfReady));
    }

    private boolean tallyIfReady(Survey survey) {
        if (!ready(survey, clock.instant())) {
            return false;
        }
        tally(survey);
        return true;
    }

    private static boolean ready(Survey survey, Instant now) {
        return survey.state() == Survey.State.CLOSING
                && survey.keysDeleted()
                && survey.closingSince()
                        .filter(since -> !now.isBefore(since.plus(QUIET)))
                        .isPresent();
    }

    private void tally(Survey survey) {
        List<Survey> others = atOnce(survey, surveys.all());
        SortedMap<String, List<Constituency>> groups = new TreeMap<>();
        for (Constituency part : surveys.constituencies(survey)) {
            groups.computeIfAbsent(part.group(), group -> new ArrayList<>()).add(part);
        }
        groups.forEach((group, parts) -> {
            if (!results.has(survey, group)) {
                results.publish(survey, count(survey, group, parts, others));
            }
        });
        surveys.closed(survey.id());
        Log.event("tallied", Map.of("survey", survey.id()));
    }

    /// The other surveys whose time crosses this one's, though they are of another year or form.
    private static List<Survey> atOnce(Survey survey, List<Survey> all) {
        return all.stream()
                .filter(other -> !other.id().equals(survey.id()))
                .filter(other -> other.state() != Survey.State.CANCELLED)
                .filter(other ->
                        other.opens().isBefore(survey.closes())
                                && survey.opens().isBefore(other.closes()))
                .toList();
    }

    private Results.Published count(
            Survey survey, String group, List<Constituency> parts, List<Survey> others) {
        ByChannel<Vote> votes = votes(survey, group);
        Electors electors = Electors.of(parts, votes.slip().size());
        Tally tally =
                Tally.of(
                        Questionnaire.appendix9(),
                        votes,
                        texts(survey, group),
                        new Limits(survey.minimumGroup(), survey.minimumTexts()),
                        electors.reach(survey.enrolledShare()),
                        random);
        Register.Tokens tokens =
                parts.stream()
                        .map(part -> register.tokens(survey, part.body()))
                        .map(Register.Tokens::sum)
                        .reduce(Register.Tokens.NONE, Register.Tokens::plus);
        Set<Finding> findings = findings(tally, tokens);
        findings.addAll(electors.findings(survey.enrolledShare()));
        if (others.stream()
                .anyMatch(other ->
                        parts.stream().anyMatch(part -> other.bodies().contains(part.body())))) {
            findings.add(Finding.SURVEYS_AT_ONCE);
        }
        // DOUBT: Appendix 9 does not say whose answers count for a body with departments, read as
        // those of its own group of ballots, because a department that votes apart has a result of
        // its own, and counting it twice would let one person answer for two bodies.
        boolean own = parts.stream().anyMatch(Constituency::own);
        boolean sound = !findings.contains(Finding.MORE_BALLOTS_THAN_TOKENS);
        List<Fact> facts = own && sound ? facts(survey, group, tally) : List.of();
        return new Results.Published(
                group,
                result(tally, tokens, electors, findings, facts),
                tally.texts(),
                facts.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Publication(
                                        group,
                                        survey.year(),
                                        ORIGIN + survey.id(),
                                        facts,
                                        "TallySurvey",
                                        clock.instant())));
    }

    private ByChannel<Vote> votes(Survey survey, String group) {
        Map<Channel, List<Vote>> votes = new EnumMap<>(Channel.class);
        for (Ballot ballot : ballots.of(survey.id(), group)) {
            votes.computeIfAbsent(ballot.channel(), channel -> new ArrayList<>())
                    .add(new Vote(ballot.answers(), ballot.respondent()));
        }
        return new ByChannel<>(
                votes.getOrDefault(Channel.LOGIN, List.of()),
                votes.getOrDefault(Channel.SLIP, List.of()));
    }

    private Map<String, ByChannel<String>> texts(Survey survey, String group) {
        Map<String, ByChannel<String>> texts = new HashMap<>();
        for (String question : Questionnaire.appendix9().texts()) {
            texts.put(question, ballots.texts(survey.id(), group, question));
        }
        return texts;
    }

    private static Set<Finding> findings(Tally tally, Register.Tokens tokens) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        if (tally.ballots().login() > tokens.login() || tally.ballots().slip() > tokens.slip()) {
            findings.add(Finding.MORE_BALLOTS_THAN_TOKENS);
        }
        if (tokens.slip() * 5 > tokens.total()) {
            findings.add(Finding.MANY_SLIPS);
        }
        return findings;
    }

    private List<Fact> facts(Survey survey, String group, Tally tally) {
        List<Fact> facts = new ArrayList<>();
        tally.facts()
                .forEach((name, counts) -> {
                    ObjectNode source =
                            Json.object()
                                    .put("kind", "survey")
                                    .put("survey", survey.id())
                                    .put("group", group)
                                    .put("fingerprint", survey.fingerprint())
                                    .put("at", Times.shown(clock.instant()));
                    facts.add(new Fact(name, counts.value(), source));
                });
        return facts;
    }

    private static ObjectNode result(
            Tally tally,
            Register.Tokens tokens,
            Electors electors,
            Set<Finding> findings,
            List<Fact> facts) {
        ObjectNode result = Json.object();
        result.putObject("tokens").put("login", tokens.login()).put("slip", tokens.slip());
        result.put("ballots", tally.ballots().total());
        result.putObject("ballotsBy")
                .put("login", tally.ballots().login())
                .put("slip", tally.ballots().slip());
        result.put("enrolled", electors.enrolment().people())
                .put("enrolledAfterOpening", electors.enrolment().late())
                .put("headcount", electors.headcount());
        ArrayNode found = result.putArray("findings");
        findings.forEach(finding -> found.add(finding.name()));
        result.set("statements", statements(tally.statements()));
        ObjectNode cuts = result.putObject("cuts");
        tally.cuts()
                .forEach((cut, groups) -> {
                    ArrayNode list = cuts.putArray(cut);
                    for (Tally.Group group : groups) {
                        ObjectNode entry = list.addObject();
                        group.value()
                                .ifPresentOrElse(
                                        value -> entry.put("value", value),
                                        () -> entry.putNull("value"));
                        entry.set("statements", statements(group.statements()));
                    }
                });
        ObjectNode named = result.putObject("facts");
        facts.forEach(fact -> named.set(fact.name(), FactJson.write(fact.name(), fact.value())));
        return result;
    }

    private static ArrayNode statements(List<Statement> statements) {
        ArrayNode list = Json.object().putArray("statements");
        for (Statement statement : statements) {
            ObjectNode entry = list.addObject().put("id", statement.id());
            switch (statement) {
                case Statement.Published published -> put(entry, published);
                case Statement.Withheld(var id, var reason) -> {
                    entry.putNull("counts").putNull("answered").putNull("mean").putNull("index");
                    entry.put("reason", reason.name());
                }
            }
        }
        return list;
    }

    private static void put(ObjectNode entry, Statement.Published published) {
        ObjectNode counts = entry.putObject("counts");
        published.options().forEach((code, people) -> counts.put(Integer.toString(code), people));
        entry.put("answered", published.answered());
        published
                .scale()
                .ifPresentOrElse(
                        scale -> {
                            entry.put("mean", Decimals.plain(scale.mean()));
                            ObjectNode index = entry.putObject("index");
                            scale.index()
                                    .forEach((method, value) ->
                                            index.put(method.id(), Decimals.plain(value)));
                        },
                        () -> entry.putNull("mean").putNull("index"));
        entry.putNull("reason");
    }
}
