package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.people.Person;
import kz.bagalau.scoring.run.Canonical;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever can be told something by the system asks it everything, after two years of surveys and
/// interviews: results, cuts, turnout, facts and their history, scores with workings, conclusions
/// as files, the manifest. What two worlds that differ in a secret tell is the same to the letter,
/// so nobody can know in which of them they live: each group below the minimum has two sizes and
/// other answers, and each leaver other reasons. What the score itself tells of leavers is measured
/// beside it.
class AttackTest {

    private static final int QUESTIONS = 26;
    private static final int VOTERS = 14;
    private static final int INTERVIEWS = 5;
    private static final String WORKLOAD = "exit.q1.process.workload";

    /// Six left, five gave an interview; four named something negative.
    private static final List<@Nullable List<String>> LEAVERS =
            leavers(
                    List.of(WORKLOAD),
                    List.of(WORKLOAD),
                    List.of("exit.q1.ethics.conflict"),
                    List.of(WORKLOAD),
                    List.of("exit.q1.family.marriage"));

    /// All five of them did, among reasons that are not, and nobody the same.
    private static final List<@Nullable List<String>> OTHER_LEAVERS =
            leavers(
                    List.of("exit.q1.process.goals", "exit.q1.pay.low"),
                    List.of("exit.q1.conditions.internet", "exit.q1.pay.low"),
                    List.of(WORKLOAD, "exit.q1.family.health"),
                    List.of("exit.q1.process.goals", "exit.q1.family.marriage"),
                    List.of("exit.q1.ethics.conflict", "exit.q1.sphere.private"));

    @TempDir static Path folder;

    private static World world;
    private static Map<String, SortedMap<String, String>> heard;
    private static Map<String, SortedMap<String, String>> alike;

    @BeforeAll
    static void start() {
        world = new World(folder.resolve("world"), ballots(true, VOTERS), LEAVERS);
        heard = world.heard();
        alike = world.alike(heard);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    // ------------------------------------------------------------------------ two worlds

    /// In each year women and people who did not say their sex change places, other people are the
    /// leaders, and one fewer answers q2.
    @Test
    void nobodyCanTellWhoTheSmallGroupsOfASurveyAre_norWhatTheyAnswered_inTwoYears() {
        try (World other = new World(folder.resolve("votes"), ballots(false, VOTERS), LEAVERS)) {
            assertThat(differences(other)).isEmpty();
        }
    }

    @Test
    void nobodyButTheAgencyCanTellWhatLeaversAnswered_norHowManyOfThem() {
        try (World other =
                new World(folder.resolve("leavers"), ballots(true, VOTERS), OTHER_LEAVERS)) {
            Set<String> differences = differences(other).keySet();

            assertThat(differences).allMatch(where -> where.startsWith("agency-1 "));
            assertThat(differences)
                    .contains(
                            "agency-1 en /facts/min-watched/2025",
                            "agency-1 en /runs/run-2025/scores/min-watched",
                            "agency-1 en /exit-interviews/summary?body=min-watched&year=2025");
            assertThat(differences).noneMatch(where -> where.contains("conclusions"));
        }
    }

    /// The control: one more votes, and one fewer gives an interview. Each channel tells it to
    /// whoever may read it, and to nobody else.
    @Test
    void control_whatMayBeTold_isHeardThroughEveryChannel() {
        try (World other =
                new World(
                        folder.resolve("control"),
                        ballots(true, VOTERS + 1),
                        leavers(
                                List.of(WORKLOAD),
                                List.of(WORKLOAD),
                                List.of(WORKLOAD),
                                List.of(WORKLOAD),
                                null))) {
            Set<String> differences = differences(other).keySet();

            List<String> own = new ArrayList<>();
            List<String> scored = new ArrayList<>();
            List<String> facts = new ArrayList<>();
            for (int year : World.YEARS) {
                String results = "/surveys/survey-%d/results?body=min-watched".formatted(year);
                own.addAll(List.of(results, results + "&cut=sex", results + "&cut=service"));
                String run = "/runs/run-" + year;
                scored.add(run + "/scores/min-watched");
                scored.add(run + "/conclusions/min-watched.xlsx");
                scored.add(run + "/conclusions/min-watched.pdf");
                facts.add("/facts/min-watched/" + year);
            }
            String summary = "?body=min-watched&year=2025";
            own.add("/exit-interviews/summary" + summary);
            own.add("/exit-interviews/summary.xlsx" + summary);
            for (String language : List.of("kk", "ru", "en")) {
                assertThat(differences)
                        .containsAll(told("agency-1", language, own))
                        .containsAll(told("agency-1", language, scored))
                        .containsAll(told("hr-1", language, own))
                        .containsAll(told("hr-1", language, scored))
                        .containsAll(told("digital-1", language, scored));
            }
            assertThat(differences)
                    .containsAll(told("agency-1", "en", facts))
                    .containsAll(told("hr-1", "en", facts))
                    .containsAll(told("digital-1", "en", facts))
                    .contains(
                            "hr-1 en /surveys/survey-2024/turnout?body=min-watched",
                            "digital-1 en /facts?year=2025",
                            "digital-1 en /facts/min-watched/2024/history?fact=survey.q1",
                            "digital-1 en /facts/min-watched/2025/history?fact=exit.interviewed");
            assertThat(differences)
                    .allMatch(where -> where.matches("(agency-1|hr-1|digital-1) .*"));
        }
    }

    // ------------------------------------------------------------------- digests and numbers

    /// A digest over a secret of few values could be tried out. The one that a body reads, its
    /// conclusion's number, is over what the body reads anyway.
    @Test
    void theNumberOfAConclusion_isADigestOfWhatItsReaderIsTold() {
        String run = world.run(2025);
        ObjectNode told = Json.object();
        String number = "";
        for (String language : List.of("kk", "ru", "en")) {
            JsonNode score = Json.read(content("hr-1", language + " " + score(run)));
            number = score.path("number").asText();
            told.set("body", score.path("body"));
            told.set("methodology", score.at("/run/methodology"));
            told.set("settings", score.at("/run/settings"));
            told.set("facts", score.path("facts"));
            told.set("manual", score.path("manual"));
            told.set(language, score.path("directions"));
        }

        assertThat(number).isEqualTo("2025-preliminary-" + Canonical.digest(told).substring(0, 12));
    }

    /// And what a manifest tells the Agency of the input is a digest of what it reads.
    @Test
    void theManifestOfARun_isOverWhatTheAgencyIsTold() {
        JsonNode score = world.read(World.AGENCY, score(world.run(2025)));
        ObjectNode input = Json.object().put("body", World.BODY).put("year", 2025);
        input.set("facts", score.path("facts"));
        input.set("manual", score.path("manual"));

        JsonNode manifest = world.read(World.AGENCY, "/runs/" + world.run(2025) + "/manifest");

        assertThat(manifest.at("/bodies/min-watched/input").asText())
                .isEqualTo(Canonical.digest(input));
    }

    /// No digest of the manifest, nor the beginning of one, is told to anybody else.
    @ParameterizedTest
    @ValueSource(strings = {"hr-1", "digital-1"})
    void nobodyElseIsToldADigestOverSecrets(String reader) {
        for (int year : World.YEARS) {
            JsonNode manifest = world.read(World.AGENCY, "/runs/" + world.run(year) + "/manifest");
            JsonNode body = manifest.path("bodies").path(World.BODY);
            List<String> digests = new ArrayList<>(List.of(body.path("input").asText()));
            digests.add(body.at("/outputs/shown").asText());

            assertThat(told(reader).values())
                    .allSatisfy(answer ->
                            assertThat(answer)
                                    .doesNotContain(
                                            digests.stream()
                                                    .map(digest -> digest.substring(0, 8))
                                                    .toList()));
            assertThat(told("agency-1").values())
                    .as("the control")
                    .anyMatch(answer -> answer.contains(digests.getFirst()));
        }
    }

    // ------------------------------------------------------------------------- inversion

    /// What ¶35 may be computed from: how many named a negative reason, and for how many most of
    /// their reasons were.
    private record Secret(int any, int most) {}

    /// The body knows every fact but these, and can try them all in previews: what agrees with its
    /// score to the letter is what it cannot tell apart. It learns whether more than half of the
    /// six did, as ¶35 has it, and no more.
    @ParameterizedTest
    @ValueSource(strings = {"hr-1", "digital-1"})
    void previewsInvertAScoreNoFurtherThanThePenaltyItself(String reader) {
        assertThat(possible(reader, world.run(2025), Json.object()))
                .isEqualTo(secrets(secret -> 2 * secret.any() > 6));
    }

    /// The control: who may read the number finds it by the same way.
    @Test
    void control_previewsInvertTheAgencysScoreToOneNumber() {
        assertThat(possible("agency-1", world.run(2025), Json.object()))
                .isEqualTo(secrets(secret -> secret.any() == 4));
    }

    /// A run under another reading adds a threshold. So would a run after the body has changed its
    /// register, as here with two more who left and gave no interview: after four runs it would
    /// know the number, and a withdrawal of one who answered would tell of that one. The year is
    /// settled, so nothing changes by the body's pen alone. The control is the Agency that
    /// consents.
    @Test
    void eachFurtherReadingTellsTheBodyOneThresholdMore_itsOwnPenNone() {
        ObjectNode ofThoseWhoAnswered = setting("exit_negative_denominator", "respondents_a");
        ObjectNode mostReasons = setting("exit_negative_rule", "majority_of_reasons_negative");
        Set<Secret> left = possible("hr-1", world.run(2025), Json.object());

        left.retainAll(possible("hr-1", world.run(2025, ofThoseWhoAnswered), ofThoseWhoAnswered));
        assertThat(left).isEqualTo(secrets(secret -> secret.any() > 3));

        left.retainAll(possible("hr-1", world.run(2025, mostReasons), mostReasons));
        assertThat(left).isEqualTo(secrets(secret -> secret.any() > 3 && secret.most() > 3));

        String first = world.askToAnnounce("left-too");
        String second = world.askToAnnounce("left-as-well");
        world.countLeavers();
        left.retainAll(possible("hr-1", world.run(2025, Json.object()), Json.object()));
        assertThat(left).isEqualTo(secrets(secret -> secret.any() > 3 && secret.most() > 3));

        world.consent(first);
        world.consent(second);
        world.countLeavers();
        String consented = world.run(2025, Json.object());
        left.retainAll(possible("hr-1", consented, Json.object()));
        assertThat(left).containsExactly(new Secret(4, 4));
        assertThat(
                        world.read(World.somebody("hr-1"), score(consented))
                                .at("/facts/exit.dismissed/source/consented")
                                .asText())
                .as("listed with the score")
                .contains(first, second);
    }

    private static ObjectNode setting(String name, String value) {
        ObjectNode settings = Json.object();
        settings.putObject(name).put("value", value).put("reason", "to compare");
        return settings;
    }

    private interface Holds {
        boolean of(Secret secret);
    }

    /// Every secret there can be of five interviews for which it holds.
    private static Set<Secret> secrets(Holds holds) {
        Set<Secret> secrets = new LinkedHashSet<>();
        for (int any = 0; any <= INTERVIEWS; any++) {
            for (int most = 0; most <= any; most++) {
                Secret secret = new Secret(any, most);
                if (holds.of(secret)) {
                    secrets.add(secret);
                }
            }
        }
        return secrets;
    }

    /// The secrets whose preview, with all facts that the reader is told, is the score.
    private static Set<Secret> possible(String reader, String run, ObjectNode settings) {
        Person who = World.somebody(reader);
        JsonNode score = world.read(who, score(run));
        ObjectNode question = Json.object().put("bodyKind", "OMO");
        question.putObject("period").put("from", "2025-01-01").put("to", "2025-12-31");
        ObjectNode facts = question.putObject("facts");
        score.path("facts")
                .properties()
                .forEach(fact -> facts.set(fact.getKey(), fact.getValue().path("value")));
        question.set("settings", settings);
        return secrets(secret -> {
            facts.put("exit.negative", secret.any()).put("exit.negative_majority", secret.most());
            return world.preview(who, question).path("directions").equals(score.path("directions"));
        });
    }

    // ------------------------------------------------------------------------------ helpers

    private static Map<Integer, List<World.Ballot>> ballots(boolean asTheyAre, int voters) {
        Map<Integer, List<World.Ballot>> ballots = new HashMap<>();
        for (int year : World.YEARS) {
            boolean women = asTheyAre == (year == 2024);
            ballots.put(
                    year,
                    IntStream.range(0, voters)
                            .mapToObj(person -> ballot(person, women, asTheyAre))
                            .toList());
        }
        return ballots;
    }

    /// Nine say that they are men. Of the next five three are women and two say nothing, or the
    /// other way round.
    private static World.Ballot ballot(int person, boolean women, boolean asTheyAre) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int question = 1; question <= QUESTIONS; question++) {
            answers.put("q" + question, 1 + (person + question) % 4);
        }
        int first = asTheyAre ? 0 : 5;
        int answered = asTheyAre ? 4 : 3;
        if (person < first || person >= first + answered) {
            answers.remove("q2");
        }
        if (person % (asTheyAre ? 4 : 3) == 0) {
            answers.put("q33", "Пікір " + person + asTheyAre);
        }
        Map<String, Integer> about = new LinkedHashMap<>();
        about.put("service", person < 7 ? 1 : 2);
        boolean leads = asTheyAre ? person % 4 == 0 : person % 5 == 1;
        about.put("position", leads ? 1 : 2);
        if (person < 9 || person >= VOTERS) {
            about.put("sex", 1);
        } else if (person < 12 == women) {
            about.put("sex", 2);
        }
        return new World.Ballot(answers, about);
    }

    /// And one who gives no interview.
    @SafeVarargs
    private static List<@Nullable List<String>> leavers(@Nullable List<String>... reasons) {
        List<@Nullable List<String>> leavers = new ArrayList<>(Arrays.asList(reasons));
        leavers.add(null);
        return leavers;
    }

    /// Who is told something else in another world and what they asked, with the places where the
    /// two answers part.
    private static SortedMap<String, String> differences(World other) {
        SortedMap<String, String> differences = new TreeMap<>();
        other.alike(other.heard())
                .forEach((who, told) -> {
                    SortedMap<String, String> here = Objects.requireNonNull(alike.get(who));
                    Set<String> questions = new TreeSet<>(told.keySet());
                    questions.addAll(here.keySet());
                    questions.stream()
                            .filter(asked -> !Objects.equals(told.get(asked), here.get(asked)))
                            .forEach(asked ->
                                    differences.put(
                                            who + " " + asked,
                                            parting(here.get(asked), told.get(asked))));
                });
        return differences;
    }

    private static String parting(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return "asked in one world only";
        }
        int place = 0;
        while (place < other.length() && one.startsWith(other.substring(0, place + 1))) {
            place++;
        }
        return excerpt(one, place) + " | " + excerpt(other, place);
    }

    private static String excerpt(String text, int place) {
        return text.substring(Math.max(0, place - 40), Math.min(text.length(), place + 40));
    }

    private static List<String> told(String who, String language, List<String> questions) {
        return questions.stream().map(asked -> who + " " + language + " " + asked).toList();
    }

    private static SortedMap<String, String> told(String who) {
        return Objects.requireNonNull(heard.get(who));
    }

    private static String content(String who, String asked) {
        return Objects.requireNonNull(told(who).get(asked), asked).split("\n\n", 2)[1];
    }

    private static String score(String run) {
        return "/runs/" + run + "/scores/" + World.BODY;
    }
}
