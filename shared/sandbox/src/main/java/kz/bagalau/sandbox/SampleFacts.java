package kz.bagalau.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;

/// Everything that the methodology asks about a body, made up: the same for the same number, and
/// different from one number to the next.
///
/// @param facts by name, all but `hours.working_days`, which is the calendar's
/// @param manual points entered by hand, by indicator
public record SampleFacts(
        SortedMap<String, FactValue> facts, SortedMap<String, ManualPoints> manual) {

    private static final int STATEMENTS = 26;

    /// Of a body of any size.
    public static SampleFacts of(int number) {
        Making making = new Making(number);
        return making.make(60 + making.random.nextInt(400));
    }

    /// @param people the headcount, at least 20
    public static SampleFacts of(int number, int people) {
        return new Making(number).make(people);
    }

    private static final class Making {

        private final Random random;
        private final SortedMap<String, FactValue> facts = new TreeMap<>();
        private final SortedMap<String, ManualPoints> manual = new TreeMap<>();

        Making(int number) {
            this.random = new Random(20_250_101L + number);
        }

        SampleFacts make(int people) {
            headcount(people);
            exits(people);
            staff(people);
            amount("hours.overtime_weekday", people * random.nextInt(20, 90));
            amount("hours.overtime_weekend", random.nextInt(people * 4));
            survey(people);
            training(people);
            word("strategy.content", random.nextInt(8) == 0 ? "without_content" : "with_content");
            facts.put("strategy.execution_percent", new FactValue.Amount(decimal(60, 100)));
            part("internship.sent", "internship.accepted", 3 + random.nextInt(10));
            part("ekyzmet.servants", "ekyzmet.files_complete", people);
            competitions();
            part("career.promoted_total", "career.promoted_within", 5 + random.nextInt(40));
            technology(people);
            points();
            return new SampleFacts(facts, manual);
        }

        private void headcount(int people) {
            facts.put(
                    "headcount.monthly",
                    new FactValue.Amounts(
                            Stream.generate(() ->
                                            BigDecimal.valueOf(people - 3L + random.nextInt(7)))
                                    .limit(12)
                                    .toList()));
        }

        private void exits(int people) {
            int dismissed = 5 + random.nextInt(people / 4);
            int exempt = random.nextInt(dismissed / 4 + 1);
            int interviewed = random.nextInt(dismissed - exempt) + 1;
            int negative = random.nextInt(interviewed + 1);
            amount("exit.dismissed", dismissed);
            amount("exit.exempt", exempt);
            amount("exit.interviewed", interviewed);
            amount("exit.negative", negative);
            amount("exit.negative_majority", random.nextInt(negative + 1));
            amount("exit.paper", random.nextInt(interviewed / 10 + 1));
        }

        private void staff(int people) {
            for (String kind :
                    List.of(
                            "candidates",
                            "doctors",
                            "phd",
                            "academy",
                            "bolashak",
                            "nazarbayev",
                            "foreign",
                            "postgraduate",
                            "reserve",
                            "masters")) {
                amount("staff." + kind, random.nextInt(people / 15));
            }
        }

        private void survey(int people) {
            for (int statement = 1; statement <= STATEMENTS; statement++) {
                facts.put(
                        "survey.q" + statement,
                        new FactValue.Amounts(
                                IntStream.rangeClosed(1, 4)
                                        .mapToObj(code ->
                                                BigDecimal.valueOf(
                                                        random.nextInt(people * code / 12) + 1))
                                        .toList()));
            }
        }

        private void training(int people) {
            part("training.advanced_due", "training.advanced_done", people / 3);
            part("training.retraining_due", "training.retraining_done", people / 12);
            amount("training.late", random.nextInt(3));
            amount("training.missed", random.nextInt(3));
        }

        private void competitions() {
            int held = 8 + random.nextInt(30);
            amount("competitions.held", held);
            amount("competitions.observed", random.nextInt(held + 1));
            amount("competitions.recorded", random.nextInt(held + 1));
            amount("competitions.violations", random.nextInt(4));
        }

        private void technology(int people) {
            for (String sector :
                    List.of(
                            "education",
                            "health",
                            "transport",
                            "roads",
                            "safety",
                            "tourism",
                            "utilities",
                            "ecology",
                            "management")) {
                amount("smart." + sector, 200 + random.nextInt(500));
            }
            part("it.unit_staff", "it.unit_educated", 4 + random.nextInt(20));
            part("it.employees", "it.trained", people);
            part("it.indicators", "it.indicators_automatic", 20 + random.nextInt(100));
        }

        private void points() {
            Map.of(
                            "pm.net_turnover", 10,
                            "pm.stability", 5,
                            "pm.gender", 5,
                            "it.arch_portal", 30,
                            "it.data_currency", 20,
                            "it.automation", 25,
                            "it.local_content", 5,
                            "it.unused_systems", 15)
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry ->
                            manual.put(
                                    entry.getKey(),
                                    new ManualPoints(
                                            decimal(0, entry.getValue()),
                                            "made up, for a trial",
                                            "trial")));
        }

        /// A whole of `most`, and a part of it.
        private void part(String whole, String part, int most) {
            amount(whole, most);
            amount(part, most - random.nextInt(most / 2 + 1));
        }

        private void amount(String name, int amount) {
            facts.put(name, new FactValue.Amount(BigDecimal.valueOf(amount)));
        }

        private void word(String name, String word) {
            facts.put(name, new FactValue.Word(word));
        }

        /// With one decimal.
        private BigDecimal decimal(int from, int to) {
            return BigDecimal.valueOf(from * 10L + random.nextInt((to - from) * 10 + 1), 1);
        }
    }
}
