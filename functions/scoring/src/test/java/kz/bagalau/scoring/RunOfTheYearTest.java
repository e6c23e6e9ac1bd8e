package kz.bagalau.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.scoring.run.Run;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A past year is scored by the methodology then in force, whenever the run is started.
class RunOfTheYearTest {

    private static final Methodology TODAYS = Methodologies.OPERATIONAL.all().getFirst();
    private static final Citation AMENDMENT =
            new Citation(
                    "a made-up order",
                    "¶1",
                    "https://example.kz/order",
                    LocalDate.of(2026, 7, 1),
                    LocalDate.of(2026, 11, 22));

    @AutoClose
    private final RunStage stage =
            new RunStage()
                    .withoutConclusions()
                    .by(
                            new Methodologies(
                                    Timeline.of(
                                            new Timeline.Value<>(
                                                    TODAYS.citation().inForce(),
                                                    TODAYS,
                                                    TODAYS.citation()),
                                            new Timeline.Value<>(
                                                    AMENDMENT.inForce(),
                                                    new Methodology(
                                                            "made-up-2026",
                                                            AMENDMENT,
                                                            TODAYS.directions()),
                                                    AMENDMENT))));

    @ParameterizedTest
    @CsvSource({"2024, operational-assessment-2023", "2025, operational-assessment-2023"})
    void aRunOfAPastYear_isByTheRulesThenInForce(int year, String methodology) {
        stage.complete("min-a", BodyKind.OMO, 1);
        stage.at(Instant.parse("2027-02-01T04:00:00Z"));

        assertThat(methodologyOf(year)).isEqualTo(methodology);
    }

    @Test
    void bothMethodologiesStandSideBySide() {
        stage.complete("min-a", BodyKind.OMO, 1);
        stage.at(Instant.parse("2027-02-01T04:00:00Z"));

        assertThat(Stream.of(2026, 2025, 2026).map(this::methodologyOf))
                .isEqualTo(List.of("made-up-2026", "operational-assessment-2023", "made-up-2026"));
    }

    @Test
    void aYearBeforeEveryMethodology_cannotBeRun() {
        stage.complete("min-a", BodyKind.OMO, 1);

        var answer = stage.post("/runs").body(RunStage.order(2022, Run.Kind.PRELIMINARY)).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/code").asText()).isEqualTo("NOT_IN_FORCE");
    }

    private String methodologyOf(int year) {
        String run =
                stage.post("/runs")
                        .body(RunStage.order(year, Run.Kind.PRELIMINARY))
                        .send()
                        .text("id");
        stage.work();
        return stage.find(run).methodology();
    }
}
