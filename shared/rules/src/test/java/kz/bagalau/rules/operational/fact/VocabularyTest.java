package kz.bagalau.rules.operational.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.operational.Direction;
import kz.bagalau.rules.operational.ExampleBody;
import kz.bagalau.rules.operational.Indicator;
import kz.bagalau.rules.operational.OperationalAssessment2023;
import kz.bagalau.rules.operational.fact.FactMistake.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    static List<FactType> types() {
        return List.copyOf(Vocabulary.all());
    }

    @Test
    void theFactsOfTheIndicatorsAndNoOthersAreInTheVocabulary() {
        Set<String> read = new HashSet<>();
        for (Direction direction : OperationalAssessment2023.METHODOLOGY.directions()) {
            read.add(direction.information());
            for (Indicator indicator : direction.indicators()) {
                read.addAll(indicator.facts(AssessedPeriod.ofYear(2025)));
            }
        }
        // Hours on days off under an act of the employer are collected; every reading leaves them
        // out.
        read.add("hours.overtime_weekend_authorised");

        assertThat(Vocabulary.all())
                .extracting(FactType::name)
                .containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void p35_whoGaveWhichReasonIsTheAgencysOnly_andNothingElse() {
        assertThat(Vocabulary.all())
                .filteredOn(type -> type.audience() == Audience.AGENCY)
                .extracting(FactType::name)
                .containsExactly("exit.negative", "exit.negative_majority");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFactHasANameAndAUnitInThreeLanguages(FactType type) {
        for (Language language : Language.values()) {
            assertThat(type.label().in(language)).isNotBlank().doesNotContain("%");
            assertThat(type.unit().label().in(language)).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "headcount.monthly, report:hr-statistics",
        "exit.dismissed, exit-interviews",
        "staff.masters, report:appendix-7",
        "hours.working_days, calendar",
        "hours.overtime_weekend, report:access-events",
        "survey.q26, survey",
        "strategy.content, analyst",
        "competitions.held, report:appendix-2",
        "competitions.violations, analyst",
        "information.it, review",
        "smart.roads, analyst",
        "it.trained, report:appendix-8"
    })
    void aFactHasOnePublisher(String fact, String publisher) {
        assertThat(Vocabulary.find(fact).orElseThrow().publisher()).isEqualTo(publisher);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aValueOfAnotherTypeIsNamed(FactType type) {
        FactValue wrong =
                switch (type.shape()) {
                    case COUNT, DECIMAL, PERCENT_OR_UNKNOWN -> new FactValue.Word("many");
                    case MONTHS, ANSWERS, PENALTIES, STRATEGY ->
                            new FactValue.Amount(BigDecimal.ONE);
                };

        assertThat(Vocabulary.mistakes(type.name(), wrong))
                .containsExactly(new FactMistake(type.name(), -1, Kind.FACT_TYPE, List.of()));
        if (type.shape() != FactShape.PERCENT_OR_UNKNOWN) {
            assertThat(Vocabulary.mistakes(type.name(), new FactValue.Unknown()))
                    .extracting(FactMistake::kind)
                    .containsExactly(Kind.FACT_TYPE);
        }
    }

    @ParameterizedTest(name = "{0}={1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "exit.dismissed | -1 | NEGATIVE | -1",
                "exit.dismissed | 1.5 | NOT_WHOLE | -1",
                "exit.dismissed | 1000000001 | FACT_TOO_LARGE | -1",
                "exit.dismissed | 1000000000 | |",
                "exit.dismissed | 24.0 | |",
                "exit.dismissed | 0 | |",
                "hours.overtime_weekday | 0.25 | |",
                "hours.overtime_weekday | 0.000000000001 | |",
                "hours.overtime_weekday | 0.0000000000001 | TOO_PRECISE | -1",
                "hours.overtime_weekday | -0.01 | NEGATIVE | -1",
                "strategy.execution_percent | 100 | |",
                "strategy.execution_percent | 100.01 | FACT_TOO_LARGE | -1",
                "strategy.execution_percent | -1 | NEGATIVE | -1",
                "strategy.execution_percent | unknown | |",
                "strategy.content | none | |",
                "strategy.content | perhaps | FACT_WORD | -1",
                "headcount.monthly | 11*120 | FACT_LENGTH | -1",
                "headcount.monthly | 13*120 | FACT_LENGTH | -1",
                "headcount.monthly | 11*120/-1 | NEGATIVE | 11",
                "headcount.monthly | 120.5/11*120 | NOT_WHOLE | 0",
                "survey.q1 | 1/2/3 | FACT_LENGTH | -1",
                "survey.q26 | 1/2/3/4 | |",
                "information.pm | 0.5/2 | |",
                "information.pm | 0.5/-2 | NEGATIVE | 1",
                "information.it | 1001*1 | FACT_LENGTH | -1",
                "information.it | 1000*1 | |"
            })
    void anImpossibleValueIsNamedWithItsPlace(
            String fact, String text, @Nullable Kind kind, @Nullable Integer index) {
        var mistakes = Vocabulary.mistakes(fact, ExampleBody.value(fact, text));

        if (kind == null) {
            assertThat(mistakes).isEmpty();
        } else {
            assertThat(mistakes).extracting(FactMistake::kind).containsExactly(kind);
            assertThat(mistakes).extracting(FactMistake::index).containsExactly(index);
            assertThat(mistakes).extracting(FactMistake::fact).containsExactly(fact);
        }
    }

    @Test
    void aNameOutsideTheVocabularyIsAMistake() {
        assertThat(Vocabulary.mistakes("survey.q27", new FactValue.Amount(BigDecimal.ONE)))
                .extracting(FactMistake::kind)
                .containsExactly(Kind.UNKNOWN_FACT);
        assertThat(Vocabulary.find("survey.q0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "exit.interviewed, exit.dismissed",
        "exit.exempt, exit.dismissed",
        "exit.negative, exit.interviewed",
        "exit.negative_majority, exit.interviewed",
        "exit.negative_majority, exit.negative",
        "exit.paper, exit.interviewed",
        "training.advanced_done, training.advanced_due",
        "training.retraining_done, training.retraining_due",
        "ekyzmet.files_complete, ekyzmet.servants",
        "competitions.observed, competitions.held",
        "competitions.recorded, competitions.held",
        "competitions.violations_by_competition, competitions.held",
        "competitions.violations_by_competition, competitions.violations",
        "it.unit_educated, it.unit_staff",
        "it.trained, it.employees",
        "it.indicators_automatic, it.indicators"
    })
    void aPartIsNotGreaterThanItsWhole(String part, String whole) {
        var equal = Map.of(part, amount("5"), whole, amount("5"));
        var greater = Map.of(part, amount("6"), whole, amount("5"));

        assertThat(Vocabulary.mistakes(equal)).isEmpty();
        assertThat(Vocabulary.mistakes(greater))
                .containsExactly(new FactMistake(part, -1, Kind.GREATER_THAN, List.of(whole)));
        assertThat(Vocabulary.mistakes(Map.of(part, amount("6")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 5, 0",
        "3, 3, 5, 1",
        "5, 4, 5, 1",
        "6, 0, 5, 1", // greater than the whole anyhow, and told once
    })
    void p35_theExemptAreNotInterviewed(
            String interviewed, String exempt, String dismissed, int mistakes) {
        assertThat(
                        Vocabulary.mistakes(
                                Map.of(
                                        "exit.interviewed", amount(interviewed),
                                        "exit.exempt", amount(exempt),
                                        "exit.dismissed", amount(dismissed))))
                .hasSize(mistakes)
                .allSatisfy(mistake -> {
                    assertThat(mistake.fact()).isEqualTo("exit.interviewed");
                    assertThat(mistake.kind()).isEqualTo(Kind.GREATER_THAN);
                });
    }

    @Test
    void p50_thoseFromTheSystemMayBeMoreThanThoseInTheBody() {
        assertThat(
                        Vocabulary.mistakes(
                                Map.of(
                                        "career.promoted_within", amount("6"),
                                        "career.promoted_total", amount("5"))))
                .isEmpty();
    }

    @Test
    void p69_2_theSectorsTogetherAreAtMost6900() {
        assertThat(Vocabulary.mistakes(Map.of("smart.roads", amount("6900")))).isEmpty();
        assertThat(
                        Vocabulary.mistakes(
                                Map.of(
                                        "smart.roads", amount("6900"),
                                        "smart.ecology", amount("0.5"))))
                .extracting(FactMistake::kind)
                .containsExactly(Kind.FACT_TOO_LARGE);
    }

    @Test
    void allMistakesAreFoundAtOnce() {
        assertThat(
                        Vocabulary.mistakes(
                                Map.of(
                                        "exit.dismissed", amount("-1"),
                                        "no.such", amount("1"),
                                        "it.employees", new FactValue.Word("many"))))
                .extracting(FactMistake::kind)
                .containsExactlyInAnyOrder(Kind.NEGATIVE, Kind.UNKNOWN_FACT, Kind.FACT_TYPE);
    }

    @Test
    void theFactsOfABodyAreOfTheVocabulary_andGivenOnce() {
        var source = new Provenance("upload", Map.of());
        var dismissed = new Given<FactValue>("exit.dismissed", amount("24"), source);

        assertThatThrownBy(() -> new BodyFacts(List.of(dismissed, dismissed)))
                .hasMessageContaining("twice");
        assertThatThrownBy(
                        () -> new BodyFacts(List.of(new Given<>("no.such", amount("1"), source))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BodyFacts(List.of()).find("no.such"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FactValue amount(String amount) {
        return new FactValue.Amount(new BigDecimal(amount));
    }
}
