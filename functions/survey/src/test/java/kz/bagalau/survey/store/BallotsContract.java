package kz.bagalau.survey.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.bagalau.survey.ballots.Ballot;
import kz.bagalau.survey.ballots.Ballots;
import kz.bagalau.survey.ballots.Ballots.Cast;
import kz.bagalau.survey.surveys.Channel;
import kz.bagalau.survey.tally.ByChannel;
import org.junit.jupiter.api.Test;

/// What every ballot box does.
abstract class BallotsContract {

    private static final Instant EXPIRES = Instant.parse("2028-11-16T13:00:00Z");

    /// An empty box.
    abstract Ballots ballots();

    @Test
    void aBallotIsStoredOnce_andTheSameAgainIsKnown() {
        Ballots box = ballots();
        Ballot ballot = ballot(1, 1, "бір");

        assertThat(box.standing(ballot)).isEmpty();
        assertThat(box.putIfAbsent(ballot)).isEqualTo(Cast.STORED);
        assertThat(box.putIfAbsent(ballot)).isEqualTo(Cast.SAME_AGAIN);
        assertThat(box.standing(ballot)).contains(Cast.SAME_AGAIN);
        assertThat(box.of("s1", "min-digital")).hasSize(1);
        assertThat(box.texts("s1", "min-digital", "q33").login()).containsExactly("бір");
    }

    @Test
    void anotherBallotOfTheSameId_isRefused_andLeavesNoText() {
        Ballots box = ballots();
        box.putIfAbsent(ballot(1, 1));

        assertThat(box.putIfAbsent(ballot(1, 2))).isEqualTo(Cast.TOKEN_SPENT);
        assertThat(box.putIfAbsent(ballot(1, 3, "екі"))).isEqualTo(Cast.TOKEN_SPENT);
        assertThat(box.standing(ballot(1, 2))).contains(Cast.TOKEN_SPENT);
        assertThat(box.of("s1", "min-digital").getFirst().seal()).isEqualTo(bytes(1));
        assertThat(box.texts("s1", "min-digital", "q33").all()).isEmpty();
    }

    @Test
    void aBallotIsReadAsItWasWritten_withoutItsTexts() {
        Ballots box = ballots();
        Ballot ballot = ballot(7, 7, "мәтін");
        box.putIfAbsent(ballot);

        Ballot read = box.of("s1", "min-digital").getFirst();

        assertThat(read.id()).isEqualTo(ballot.id());
        assertThat(read.channel()).isEqualTo(Channel.LOGIN);
        assertThat(read.answers()).isEqualTo(Map.of("q1", List.of(4), "q28", List.of(1, 3)));
        assertThat(read.respondent()).isEqualTo(Map.of("sex", 2));
        assertThat(read.expires()).isEqualTo(EXPIRES);
        assertThat(read.texts()).isEmpty();
    }

    @Test
    void aGroupHoldsItsOwnBallotsOnly() {
        Ballots box = ballots();
        box.putIfAbsent(ballot("s1", "min-digital", 1, 1, "бір"));
        box.putIfAbsent(ballot("s1", "min-digital-2", 1, 1, "екі"));
        box.putIfAbsent(ballot("s2", "min-digital", 1, 1, "үш"));

        assertThat(box.of("s1", "min-digital")).hasSize(1);
        assertThat(box.texts("s1", "min-digital", "q33").login()).containsExactly("бір");
        assertThat(box.texts("s1", "min-digital", "q34").all()).isEmpty();
        assertThat(box.of("s1", "akimat")).isEmpty();
    }

    @Test
    void ballotsAreReadInTheOrderOfTheirIds_howeverManyThereAre() {
        Ballots box = ballots();
        for (int id : new int[] {5, 1, 9, 3}) {
            box.putIfAbsent(ballot(id, 1, "текст " + id));
        }

        assertThat(box.of("s1", "min-digital"))
                .extracting(ballot -> (int) ballot.id()[0])
                .containsExactly(1, 3, 5, 9);
        assertThat(box.texts("s1", "min-digital", "q33").login())
                .containsExactly("текст 1", "текст 3", "текст 5", "текст 9");
    }

    @Test
    void ofManyAtOnceWithOneId_oneIsStored() {
        Ballots box = ballots();

        List<Cast> casts =
                IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(i ->
                                box.putIfAbsent(i % 2 == 0 ? ballot(1, i) : ballot(1, i, "т" + i)))
                        .toList();

        assertThat(casts).containsOnlyOnce(Cast.STORED).contains(Cast.TOKEN_SPENT);
        assertThat(box.of("s1", "min-digital")).hasSize(1);
        assertThat(box.texts("s1", "min-digital", "q33").all()).hasSizeLessThan(2);
    }

    @Test
    void aBallotBySlip_isKnownAsOne_andSoAreItsTexts() {
        Ballots box = ballots();
        box.putIfAbsent(ballot(1, 1, "бір"));
        box.putIfAbsent(ballot(101, 1, "екі"));

        assertThat(box.of("s1", "min-digital"))
                .extracting(Ballot::channel)
                .containsExactly(Channel.LOGIN, Channel.SLIP);
        assertThat(box.texts("s1", "min-digital", "q33"))
                .isEqualTo(new ByChannel<>(List.of("бір"), List.of("екі")));
    }

    private static Ballot ballot(int id, int seal, String... texts) {
        return ballot("s1", "min-digital", id, seal, texts);
    }

    private static Ballot ballot(String survey, String group, int id, int seal, String... texts) {
        return new Ballot(
                survey,
                group,
                id < 100 ? Channel.LOGIN : Channel.SLIP,
                bytes(id),
                Map.of("q1", List.of(4), "q28", List.of(1, 3)),
                Map.of("sex", 2),
                bytes(seal),
                Arrays.stream(texts).map(text -> new Ballot.Text("q33", bytes(id), text)).toList(),
                EXPIRES);
    }

    private static byte[] bytes(int value) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) value;
        return bytes;
    }
}
