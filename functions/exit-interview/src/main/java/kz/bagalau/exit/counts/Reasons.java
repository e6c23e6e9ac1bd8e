package kz.bagalau.exit.counts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.lambda.Json;

/// What the Agency sees of answers: sums of whole batches, and nothing else.
public final class Reasons {

    private Reasons() {}

    public static ObjectNode json(List<Batch> batches) {
        int people = batches.stream().mapToInt(Batch::size).sum();
        ObjectNode json = Json.object().put("minimumGroup", Batch.MINIMUM_GROUP);
        if (people == 0) {
            return json.putNull("people").putNull("questions").put("reason", "BELOW_MINIMUM");
        }
        json.put("people", people);
        ObjectNode questions = json.putObject("questions");
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        batches.forEach(batch ->
                batch.counts()
                        .forEach((question, options) ->
                                add(
                                        counts.computeIfAbsent(question, id -> new TreeMap<>()),
                                        options)));
        SortedMap<String, Integer> answered = new TreeMap<>();
        batches.forEach(batch -> add(answered, batch.answered()));
        SortedMap<String, Integer> groups = new TreeMap<>();
        batches.forEach(batch -> add(groups, batch.groups()));
        counts.forEach((question, options) -> {
            ObjectNode shown = questions.putObject(question);
            shown.put("answered", answered.get(question));
            ObjectNode list = shown.putObject("options");
            options.forEach(list::put);
        });
        ObjectNode byGroup = json.putObject("groups");
        groups.forEach(byGroup::put);
        return json;
    }

    private static void add(SortedMap<String, Integer> sum, Map<String, Integer> more) {
        more.forEach((key, number) -> sum.merge(key, number, Integer::sum));
    }
}
