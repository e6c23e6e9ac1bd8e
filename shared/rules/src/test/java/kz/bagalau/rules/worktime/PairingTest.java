package kz.bagalau.rules.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kz.bagalau.rules.worktime.Pairing.Missing;
import kz.bagalau.rules.worktime.Pairing.Unpaired;
import kz.bagalau.rules.worktime.Passage.Direction;
import org.junit.jupiter.api.Test;

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
            for (int i = random.nextInt(12); i >= 0; i--) {
                passages.add(
                        new Passage(
                                at("03 00:00").plusMinutes(random.nextInt(4 * 24 * 60)),
                                Direction.values()[random.nextInt(3)]));
            }
            Pairing pairing = Pairing.of(passages);

            Collections.shuffle(passages, random);
            assertThat(Pairing.of(passages)).isEqualTo(pairing);
            for (int i = 1; i < pairing.presences().size(); i++) {
                assertThat(pairing.presences().get(i).from())
                        .isAfterOrEqualTo(pairing.presences().get(i - 1).to());
            }
            assertThat(pairing.presences())
                    .allSatisfy(presence -> assertThat(presence.to()).isAfter(presence.from()));
        }
    }

    private static Pairing pairing(String... passages) {
        List<Passage> list = new ArrayList<>();
        for (String passage : passages) {
            String[] parts = passage.split(" ", 2);
            list.add(new Passage(at(parts[1]), Direction.valueOf(parts[0])));
        }
        return Pairing.of(list);
    }

    /// `03 09:00` in November 2025.
    static LocalDateTime at(String moment) {
        return LocalDateTime.parse("2025-11-" + moment.replace(' ', 'T'));
    }
}
