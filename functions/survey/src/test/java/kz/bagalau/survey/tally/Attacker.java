package kz.bagalau.survey.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Somebody with a pencil who reads everything that is published of a ballot group and works out
/// what each hidden number can be at least and at most.
///
/// Known: the number of ballots, the total and every group of every cut that is told, and that a
/// hidden total is below the minimum. Means, indices, facts and the workings of indicators are
/// functions of the told counts, and the turnout is coarser than the ballots, so they add nothing.
/// Reasoned: every number is the sum of its parts (people = those who answered + blanks, a total =
/// its groups, a group = its options), none is negative, and people have the same sex in every
/// question.
final class Attacker {

    private final List<int[]> bounds = new ArrayList<>();
    private final List<int[]> sums = new ArrayList<>();
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final int ballots;

    /// Reads what `teller` tells of `tabs`, and nothing else of them.
    Attacker(Crosstabs tabs, Teller teller, int minimum) {
        ballots = tabs.ballots();
        int all = number("ballots");
        pin(all, ballots);
        for (String question : tabs.questions()) {
            Counts total = tabs.total(question);
            int answered = number(question);
            int blank = number(question + " blank");
            sum(all, answered, blank);
            List<Integer> options = numbers(question, total.options().keySet());
            sum(answered, options);
            if (teller.tells(question)) {
                pin(answered, total.answered());
                pin(options, total);
            } else {
                atMost(answered, minimum - 1);
            }
        }
        for (String cut : tabs.cuts()) {
            List<Integer> people = new ArrayList<>();
            tabs.values(cut).forEach(value -> people.add(number(cut + "=" + value)));
            sum(all, people);
            for (String question : tabs.questions()) {
                read(tabs, teller, minimum, cut, question);
            }
        }
        settle();
    }

    private void read(Crosstabs tabs, Teller teller, int minimum, String cut, String question) {
        Set<Integer> codes = tabs.total(question).options().keySet();
        List<Integer> answered = new ArrayList<>();
        List<Integer> blank = new ArrayList<>();
        Map<Integer, List<Integer>> byCode = new HashMap<>();
        for (int value : tabs.values(cut)) {
            String group = name(question, cut, value);
            int size = number(group);
            int silent = number(group + " blank");
            sum(number(cut + "=" + value), size, silent);
            List<Integer> options = numbers(group, codes);
            sum(size, options);
            answered.add(size);
            blank.add(silent);
            int i = 0;
            for (int code : codes) {
                byCode.computeIfAbsent(code, key -> new ArrayList<>()).add(options.get(i++));
            }
            if (teller.tells(question, cut, value)) {
                Counts told = tabs.counts(question, cut, Set.of(value));
                pin(size, told.answered());
                pin(options, told);
            } else if (teller.hidesOnlySmall()) {
                atMost(size, minimum - 1);
            }
        }
        sum(number(question), answered);
        sum(number(question + " blank"), blank);
        byCode.forEach((code, parts) -> sum(number(question + ":" + code), parts));
    }

    static String name(String question, String cut, int value) {
        return question + " " + cut + "=" + value;
    }

    /// Whether there is only one value this number can have.
    boolean knows(String name) {
        int[] bound = bounds.get(names.getOrDefault(name, 0));
        return bound[0] == bound[1];
    }

    int atLeast(String name) {
        return bounds.get(names.getOrDefault(name, 0))[0];
    }

    private int number(String name) {
        return names.computeIfAbsent(
                name,
                key -> {
                    bounds.add(new int[] {0, ballots});
                    return bounds.size() - 1;
                });
    }

    private List<Integer> numbers(String of, Set<Integer> codes) {
        List<Integer> numbers = new ArrayList<>();
        codes.forEach(code -> numbers.add(number(of + ":" + code)));
        return numbers;
    }

    private void pin(int number, int value) {
        bounds.get(number)[0] = value;
        bounds.get(number)[1] = value;
    }

    private void pin(List<Integer> options, Counts told) {
        int i = 0;
        for (int people : told.options().values()) {
            pin(options.get(i++), people);
        }
    }

    private void atMost(int number, int value) {
        bounds.get(number)[1] = Math.min(bounds.get(number)[1], value);
    }

    private void sum(int whole, int... parts) {
        sum(whole, Arrays.stream(parts).boxed().toList());
    }

    private void sum(int whole, List<Integer> parts) {
        int[] sum = new int[parts.size() + 1];
        sum[0] = whole;
        for (int i = 0; i < parts.size(); i++) {
            sum[i + 1] = parts.get(i);
        }
        sums.add(sum);
    }

    /// Narrows until nothing narrows any more.
    private void settle() {
        boolean narrower = true;
        while (narrower) {
            narrower = false;
            for (int[] sum : sums) {
                narrower |= narrow(sum);
            }
        }
    }

    private boolean narrow(int[] sum) {
        int least = 0;
        int most = 0;
        for (int i = 1; i < sum.length; i++) {
            least += bounds.get(sum[i])[0];
            most += bounds.get(sum[i])[1];
        }
        int[] whole = bounds.get(sum[0]);
        boolean narrower = narrow(whole, least, most);
        for (int i = 1; i < sum.length; i++) {
            int[] part = bounds.get(sum[i]);
            narrower |= narrow(part, whole[0] - (most - part[1]), whole[1] - (least - part[0]));
            if (narrower) {
                // the sums above are out of date; the next round takes them up again
                return true;
            }
        }
        return narrower;
    }

    private static boolean narrow(int[] bound, int least, int most) {
        boolean narrower = least > bound[0] || most < bound[1];
        bound[0] = Math.max(bound[0], least);
        bound[1] = Math.min(bound[1], most);
        if (bound[0] > bound[1]) {
            throw new IllegalStateException("what is published contradicts itself");
        }
        return narrower;
    }
}
