package kz.bagalau.survey.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.bagalau.survey.ballots.Ballot;
import kz.bagalau.survey.ballots.Ballots;
import kz.bagalau.survey.surveys.Channel;
import kz.bagalau.survey.tally.ByChannel;

/// A ballot box in memory.
final class MemoryBallots implements Ballots {

    private final Map<String, Ballot> box = new TreeMap<>();

    @Override
    public synchronized Cast putIfAbsent(Ballot ballot) {
        Optional<Cast> standing = standing(ballot);
        if (standing.isEmpty()) {
            box.put(key(ballot), ballot);
        }
        return standing.orElse(Cast.STORED);
    }

    @Override
    public synchronized Optional<Cast> standing(Ballot ballot) {
        return Optional.ofNullable(box.get(key(ballot)))
                .map(other ->
                        Arrays.equals(other.seal(), ballot.seal())
                                ? Cast.SAME_AGAIN
                                : Cast.TOKEN_SPENT);
    }

    @Override
    public synchronized List<Ballot> of(String survey, String group) {
        return group(survey, group).stream().map(MemoryBallots::withoutTexts).toList();
    }

    @Override
    public synchronized ByChannel<String> texts(String survey, String group, String question) {
        return new ByChannel<>(
                texts(survey, group, question, Channel.LOGIN),
                texts(survey, group, question, Channel.SLIP));
    }

    private List<String> texts(String survey, String group, String question, Channel channel) {
        return group(survey, group).stream()
                .filter(ballot -> ballot.channel() == channel)
                .flatMap(ballot -> ballot.texts().stream())
                .filter(text -> text.question().equals(question))
                .sorted(Comparator.comparing(text -> HexFormat.of().formatHex(text.id())))
                .map(Ballot.Text::text)
                .toList();
    }

    private List<Ballot> group(String survey, String group) {
        List<Ballot> ballots = new ArrayList<>();
        for (Ballot ballot : box.values()) {
            if (ballot.survey().equals(survey) && ballot.group().equals(group)) {
                ballots.add(ballot);
            }
        }
        return ballots;
    }

    private static Ballot withoutTexts(Ballot ballot) {
        return new Ballot(
                ballot.survey(),
                ballot.group(),
                ballot.channel(),
                ballot.id(),
                ballot.answers(),
                ballot.respondent(),
                ballot.seal(),
                List.of(),
                ballot.expires());
    }

    private static String key(Ballot ballot) {
        return ballot.survey() + "#" + ballot.group() + "#" + HexFormat.of().formatHex(ballot.id());
    }
}
