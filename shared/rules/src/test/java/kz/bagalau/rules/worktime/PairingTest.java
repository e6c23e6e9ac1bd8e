package kz.bagalau.rules.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kz.bagalau.rules.worktime.Pairing.Missing;
import kz.bagalau.rules.worktime.Pairing.Unpaired;
import kz.bagalau.rules.worktime.Passage.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {

    @Test
    void eachPassageInIsPairedWithTheNextOut() {
        Pairing pairing = pairing("IN 03 09:00", "OUT 03 13:00", "IN 03 14:00", "OUT 03 18:30");

        assertThat(pairing.presences())
                .containsExactly(
                        new Presence(at("03 09:00"), at("03 13:00"), true),
                        new Presence(at("03 14:00"), at("03 18:30"), true));
        assertThat(pairing.unpaired()).isEmpty();
    }

    @Test
    void aNightOverMidnightIsOnePresence() {
        assertThat(pairing("IN 03 09:00", "OUT 04 02:15").presences())
                .containsExactly(new Presence(at("03 09:00"), at("04 02:15"), true));
    }

    @Test
    void whoIsNotSeenLeavingIsNotCounted() {
        Pairing pairing = pairing("IN 03 09:00", "IN 04 09:00", "OUT 04 18:00");

        assertThat(pairing.presences())
                .containsExactly(new Presence(at("04 09:00"), at("04 18:00"), true));
        assertThat(pairing.unpaired()).containsExactly(new Unpaired(at("03 09:00"), Missing.EXIT));
    }

    @Test
    void whoIsNotSeenComingHasLeftAllTheSame() {
        Pairing pairing = pairing("IN 03 09:00", "OUT 03 13:00", "OUT 03 20:00");

        assertThat(pairing.presences())
                .containsExactly(
                        new Presence(at("03 09:00"), at("03 13:00"), true),
                        new Presence(at("03 13:00"), at("03 20:00"), false));
        assertThat(pairing.unpaired()).containsExactly(new Unpaired(at("03 20:00"), Missing.ENTRY));
    }

    @Test
    void passagesMoreThanADayApartAreTwoThatLackTheirPartners() {
        Pairing pairing = pairing("IN 03 09:00", "OUT 04 18:00");

        assertThat(pairing.presences())
                .containsExactly(new Presence(at("04 04:00"), at("04 18:00"), false));
        assertThat(pairing.unpaired())
                .containsExactly(
                        new Unpaired(at("03 09:00"), Missing.EXIT),
                        new Unpaired(at("04 18:00"), Missing.ENTRY));
    }

    @Test
    void aCardHeldTwiceIsOnePassage() {
        Pairing pairing =
                pairing(
                        "IN 03 09:00",
                        "IN 03 09:00",
                        "IN 03 09:01",
                        "OUT 03 18:00",
                        "OUT 03 18:01");

        assertThat(pairing.presences())
                .containsExactly(new Presence(at("03 09:00"), at("03 18:00"), true));
        assertThat(pairing.duplicates()).isEqualTo(3);
    }

    @Test
    void withoutDirectionsThePassagesOfADayAlternate() {
        Pairing pairing =
                pairing(
                        "UNKNOWN 03 09:00",
                        "UNKNOWN 03 18:00",
                        "UNKNOWN 04 09:00",
                        "UNKNOWN 05 01:00");

        assertThat(pairing.presences())
                .containsExactly(
                        new Presence(at("03 09:00"), at("03 18:00"), true),
                        new Presence(at("04 09:00"), at("05 01:00"), true));
    }

    @Test
    void withoutDirectionsAnOddLastPassageOfADayIsTheWayOut() {
        Pairing pairing =
                pairing(
                        "UNKNOWN 03 09:00",
                        "UNKNOWN 03 13:00",
                        "UNKNOWN 03 20:00",
                        "UNKNOWN 04 09:00",
                        "UNKNOWN 04 18:00");

        assertThat(pairing.presences())
                .containsExactly(
                        new Presence(at("03 09:00"), at("03 13:00"), true),
                        new Presence(at("03 13:00"), at("03 20:00"), false),
                        new Presence(at("04 09:00"), at("04 18:00"), true));
    }

    @Test
    void aSinglePassageWithoutDirectionProvesNothing() {
        Pairing pairing = pairing("UNKNOWN 03 23:00");

        assertThat(pairing.presences()).isEmpty();
        assertThat(pairing.unpaired()).containsExactly(new Unpaired(at("03 23:00"), Missing.EXIT));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter_andWhatIsCertainNeverOverlaps() {
        Random random = new Random(401);
        for (int round = 0; round < 500; round++) {
            List<Passage> passages = new ArrayList<>();
            Set<LocalDateTime> moments = new HashSet<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                LocalDateTime at = at("03 00:00").plusMinutes(random.nextInt(4 * 24 * 60));
                if (moments.add(at)) {
                    passages.add(new Passage(at, Direction.values()[random.nextInt(3)]));
                }
            }
            Pairing pairing = Pairing.of(passages, Shifts.unknown());

            Collections.shuffle(passages, random);
            assertThat(Pairing.of(passages, Shifts.unknown())).isEqualTo(pairing);
            for (int i = 1; i < pairing.presences().size(); i++) {
                assertThat(pairing.presences().get(i).from())
                        .isAfterOrEqualTo(pairing.presences().get(i - 1).to());
            }
            assertThat(pairing.presences())
                    .allSatisfy(presence -> assertThat(presence.to()).isAfter(presence.from()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IN 03 09:00, OUT 03 13:05, IN 03 13:05, OUT 03 18:00",
                "IN 03 09:00, IN 03 13:05, OUT 03 13:05, OUT 03 18:00",
                "OUT 03 18:00, IN 03 13:05, OUT 03 13:05, IN 03 09:00",
                "OUT 03 18:00, OUT 03 13:05, IN 03 13:05, IN 03 09:00",
                "IN 03 13:05, OUT 03 18:00, IN 03 09:00, OUT 03 13:05",
                // the file appended to itself
                "IN 03 09:00, OUT 03 13:05, IN 03 13:05, OUT 03 18:00, IN 03 09:00, OUT 03 13:05, IN 03 13:05, OUT 03 18:00"
            })
    void whoLeavesAndComesBackWithinAMinuteStaysTheWholeDay(String passages) {
        Pairing pairing = pairing(passages.split(", "));

        assertThat(pairing.presences())
                .containsExactly(
                        new Presence(at("03 09:00"), at("03 13:05"), true),
                        new Presence(at("03 13:05"), at("03 18:00"), true));
        assertThat(pairing.unpaired()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IN 03 08:00, OUT 03 08:00, IN 03 09:00, OUT 03 18:00",
                "OUT 03 08:00, IN 03 08:00, IN 03 09:00, OUT 03 18:00",
                "OUT 03 18:00, IN 03 09:00, IN 03 08:00, OUT 03 08:00",
                // through two doors, each of which sees the way in
                "IN 03 09:00, IN 03 09:00, OUT 03 18:00, OUT 03 18:00"
            })
    void whoIsOutsideComesBeforeLeavingWithinTheSameMinute(String passages) {
        Pairing pairing = pairing(passages.split(", "));

        assertThat(pairing.presences())
                .containsExactly(new Presence(at("03 09:00"), at("03 18:00"), true));
        assertThat(pairing.unpaired()).isEmpty();
    }

    @Test
    void whereWhoIsInsideDecidesNothing_theFileDoes() {
        // The entry of the morning is missing. Out and in: back at 13:05. In and out: gone.
        assertThat(pairing("OUT 03 13:05", "IN 03 13:05", "OUT 03 18:00").presences())
                .contains(new Presence(at("03 13:05"), at("03 18:00"), true));
        assertThat(pairing("OUT 03 18:00", "IN 03 13:05", "OUT 03 13:05").presences())
                .contains(new Presence(at("03 13:05"), at("03 18:00"), true));
        assertThat(pairing("IN 03 13:05", "OUT 03 13:05", "OUT 03 18:00").presences())
                .contains(new Presence(at("03 13:05"), at("03 18:00"), false));
    }

    @Test
    void withoutDirections_outAndInWithinAMinuteAreTwoPassages_andACardHeldTwiceIsOne() {
        assertThat(
                        pairing(
                                        "UNKNOWN 08 09:00",
                                        "UNKNOWN 08 13:05",
                                        "UNKNOWN 08 13:05",
                                        "UNKNOWN 08 18:00")
                                .presences())
                .containsExactly(
                        new Presence(at("08 09:00"), at("08 13:05"), true),
                        new Presence(at("08 13:05"), at("08 18:00"), true));
        assertThat(pairing("UNKNOWN 08 09:00", "UNKNOWN 08 09:00", "UNKNOWN 08 18:00").presences())
                .containsExactly(new Presence(at("08 09:00"), at("08 18:00"), true));
    }

    @Test
    void withoutDirections_aNightShiftIsOnePresence() {
        Shifts nights =
                new Shifts(
                        _ -> true,
                        _ -> Optional.of(new WorkTime(LocalTime.of(20, 0), LocalTime.of(8, 0))));

        assertThat(
                        Pairing.of(
                                        List.of(
                                                new Passage(at("03 19:50"), Direction.UNKNOWN),
                                                new Passage(at("04 08:10"), Direction.UNKNOWN),
                                                new Passage(at("04 19:55"), Direction.UNKNOWN),
                                                new Passage(at("05 08:05"), Direction.UNKNOWN)),
                                        nights)
                                .presences())
                .containsExactly(
                        new Presence(at("03 19:50"), at("04 08:10"), true),
                        new Presence(at("04 19:55"), at("05 08:05"), true));
    }

    /// Against what really happened: somebody comes and goes by the second, the system exports
    /// minutes, in whatever order.
    @Test
    void anExportOfMinutesGivesWhatReallyHappened_inAnyOrderOfItsRows() {
        Random random = new Random(1305);
        for (int round = 0; round < 2_000; round++) {
            List<Passage> exported = new ArrayList<>();
            List<Presence> happened = new ArrayList<>();
            LocalDateTime now = at("03 08:00");
            for (int stay = 1 + random.nextInt(8); stay > 0; stay--) {
                LocalDateTime in = now.plusSeconds(gap(random)).truncatedTo(ChronoUnit.SECONDS);
                LocalDateTime out = in.plusSeconds(gap(random));
                now = out;
                exported.add(new Passage(in.truncatedTo(ChronoUnit.MINUTES), Direction.IN));
                exported.add(new Passage(out.truncatedTo(ChronoUnit.MINUTES), Direction.OUT));
                if (exported.getLast().at().isAfter(exported.get(exported.size() - 2).at())) {
                    happened.add(
                            new Presence(
                                    exported.get(exported.size() - 2).at(),
                                    exported.getLast().at(),
                                    true));
                }
            }
            switch (random.nextInt(4)) {
                case 0 -> {}
                case 1 -> Collections.reverse(exported);
                case 2 -> Collections.shuffle(exported, random);
                // one door after the other
                default -> exported.sort(Comparator.comparing(Passage::direction));
            }

            Pairing pairing = Pairing.of(exported, Shifts.unknown());

            assertThat(pairing.presences()).as("%s", exported).isEqualTo(happened);
            assertThat(pairing.unpaired()).isEmpty();
            assertThat(pairing.duplicates()).isZero();
        }
    }

    /// Seconds until the next passage: often within the minute.
    private static int gap(Random random) {
        return random.nextBoolean() ? 1 + random.nextInt(40) : 60 + random.nextInt(4 * 3600);
    }

    private static Pairing pairing(String... passages) {
        List<Passage> list = new ArrayList<>();
        for (String passage : passages) {
            String[] parts = passage.split(" ", 2);
            list.add(new Passage(at(parts[1]), Direction.valueOf(parts[0])));
        }
        return Pairing.of(list, Shifts.unknown());
    }

    /// `03 09:00` in November 2025.
    static LocalDateTime at(String moment) {
        return LocalDateTime.parse("2025-11-" + moment.replace(' ', 'T'));
    }
}
