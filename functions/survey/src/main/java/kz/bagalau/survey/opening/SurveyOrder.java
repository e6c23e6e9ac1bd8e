package kz.bagalau.survey.opening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.survey.surveys.EnrolledShare;
import kz.bagalau.survey.texts.SurveyProblem;

/// What the Agency orders when it opens a survey.
///
/// @param named the survey's id, empty where the caller leaves it to us
/// @param multi the questions to which several answers may be given
public record SurveyOrder(
        Optional<String> named,
        int year,
        Set<String> bodies,
        List<Grouping.Pool> pools,
        Instant opens,
        Instant closes,
        int minimumGroup,
        int minimumTexts,
        EnrolledShare enrolledShare,
        Set<String> multi) {

    /// The one questionnaire there is.
    static final String QUESTIONNAIRE = "appendix-9";

    /// One transaction opens a survey, and holds a hundred items at the most.
    static final int MAX_BODIES = 90;

    private static final int MAX_BYTES = 64 * 1024;

    /// Appendix 9 and the indicators it feeds are in force since 4 March 2023, so 2023 is the first
    /// year that ends under them.
    private static final int FIRST_YEAR = 2023;

    private static final int LAST_YEAR = 2100;

    /// The same order without an id gets the same id, so that sending it twice opens one survey.
    String id() {
        return named.orElseGet(() ->
                year
                        + "-"
                        + digest().toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]", "")
                                .substring(0, 8));
    }

    /// One value for the same order, in whatever sequence its lists were sent. It is stored, so its
    /// text does not change with the names here.
    String digest() {
        List<Grouping.Pool> sorted =
                pools.stream().sorted(Comparator.comparing(Grouping.Pool::name)).toList();
        return Sha256.base64(
                ("Order[id=%s, year=%s, bodies=%s, pools=%s, opens=%s, closes=%s, minimumGroup=%s,"
                                + " minimumTexts=%s, enrolledShare=%s, multi=%s]")
                        .formatted(
                                named,
                                year,
                                bodies,
                                sorted,
                                opens,
                                closes,
                                minimumGroup,
                                minimumTexts,
                                enrolledShare,
                                multi));
    }

    public static Input.Result<SurveyOrder> read(Request request) {
        Input input = request.input(MAX_BYTES);
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
                new SurveyOrder(
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
