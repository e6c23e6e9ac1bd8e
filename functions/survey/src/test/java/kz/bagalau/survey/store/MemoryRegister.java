package kz.bagalau.survey.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.survey.register.Register;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;

/// A register in memory.
final class MemoryRegister implements Register {

    private record Key(String survey, Right right) {}

    private record Use(byte[] blindedHash, LocalDate day) {}

    private final Map<Key, Entry> entries = new HashMap<>();
    private final Map<Key, Use> used = new HashMap<>();
    private final Map<String, List<String>> batches = new HashMap<>();
    private final Set<String> late = new HashSet<>();
    private final Map<String, Boolean> removed = new HashMap<>();

    @Override
    public synchronized Set<String> enrol(
            Survey survey, Constituency body, Set<String> people, boolean late, Caller by) {
        Set<String> elsewhere =
                people.stream()
                        .filter(person ->
                                find(survey, new Person(person))
                                        .filter(entry -> !entry.body().equals(body.body()))
                                        .isPresent())
                        .collect(Collectors.toSet());
        if (elsewhere.isEmpty()) {
            for (String person : people) {
                if (find(survey, new Person(person)).isEmpty()) {
                    enter(survey, body, new Person(person));
                    if (late) {
                        this.late.add(person);
                    }
                }
            }
        }
        return elsewhere;
    }

    @Override
    public synchronized List<Enrolled> enrolled(Survey survey, String body) {
        return enrolled(survey.id(), body);
    }

    List<Enrolled> enrolled(String survey, String body) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().survey().equals(survey))
                .filter(entry -> entry.getValue().body().equals(body))
                .filter(entry -> entry.getKey().right() instanceof Person)
                .map(entry -> ((Person) entry.getKey().right()).subject())
                .sorted()
                .map(person -> new Enrolled(person, late.contains(person)))
                .toList();
    }

    @Override
    public synchronized Removal remove(
            Survey survey, Constituency body, String person, boolean late, Caller by) {
        Key key = new Key(survey.id(), new Person(person));
        Boolean before = removed.get(body.body() + "#" + person);
        boolean here =
                find(survey, key.right()).filter(e -> e.body().equals(body.body())).isPresent();
        if (!here) {
            return entries.containsKey(key) || before == null
                    ? Removal.UNKNOWN
                    : Removal.REMOVED_BEFORE;
        }
        if (late && before != null && before) {
            return Removal.REMOVED_ONCE;
        }
        if (used.containsKey(key)) {
            return Removal.TOKEN_ISSUED;
        }
        entries.remove(key);
        this.late.remove(person);
        removed.put(body.body() + "#" + person, late);
        return Removal.REMOVED;
    }

    @Override
    public synchronized boolean print(
            Survey survey,
            Constituency body,
            Batch batch,
            Caller by,
            Optional<Idempotency.Reply> reply) {
        batches.put(survey.id() + "#" + batch.id(), batch.hashes());
        batch.hashes().forEach(hash -> enter(survey, body, new Slip(hash)));
        return true;
    }

    @Override
    public synchronized Optional<Integer> cancel(Survey survey, String batch, Caller by) {
        return Optional.ofNullable(batches.get(survey.id() + "#" + batch))
                .map(hashes ->
                        (int)
                                hashes.stream()
                                        .map(hash -> new Key(survey.id(), new Slip(hash)))
                                        .filter(key -> !used.containsKey(key))
                                        .filter(key -> entries.remove(key) != null)
                                        .count());
    }

    @Override
    public synchronized Optional<Entry> find(Survey survey, Right right) {
        return Optional.ofNullable(entries.get(new Key(survey.id(), right)));
    }

    @Override
    public synchronized Claim claim(Survey survey, Right right, byte[] blindedHash, LocalDate day) {
        Key key = new Key(survey.id(), right);
        if (!entries.containsKey(key)) {
            return new Refused();
        }
        Use use = used.computeIfAbsent(key, unused -> new Use(blindedHash, day));
        return Arrays.equals(use.blindedHash(), blindedHash) ? new Granted() : new Refused();
    }

    @Override
    public synchronized SortedMap<LocalDate, Tokens> tokens(Survey survey, String body) {
        SortedMap<LocalDate, Tokens> byDay = new TreeMap<>();
        used.forEach((key, use) -> {
            if (key.survey().equals(survey.id())
                    && find(survey, key.right())
                            .filter(entry -> entry.body().equals(body))
                            .isPresent()) {
                byDay.merge(
                        use.day(),
                        key.right() instanceof Person ? new Tokens(1, 0) : new Tokens(0, 1),
                        Tokens::plus);
            }
        });
        return byDay;
    }

    private void enter(Survey survey, Constituency body, Right right) {
        entries.put(new Key(survey.id(), right), new Entry(body.body(), body.group()));
    }
}
