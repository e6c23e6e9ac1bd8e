package kz.bagalau.exit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.bagalau.exit.counts.Batch;
import kz.bagalau.exit.counts.Batches;
import kz.bagalau.exit.counts.Changes;
import kz.bagalau.exit.counts.CountedFacts;
import kz.bagalau.exit.counts.Counts;
import kz.bagalau.exit.counts.NegativeReasons;
import kz.bagalau.exit.dynamo.DynamoBatches;
import kz.bagalau.exit.dynamo.DynamoChanges;
import kz.bagalau.exit.dynamo.DynamoConsents;
import kz.bagalau.exit.dynamo.DynamoCountedFacts;
import kz.bagalau.exit.dynamo.DynamoInterviews;
import kz.bagalau.exit.dynamo.DynamoLeavers;
import kz.bagalau.exit.interviews.Interviews;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Leavers;
import kz.bagalau.exit.leavers.Term;
import kz.bagalau.exit.settled.ChangeRequest;
import kz.bagalau.exit.settled.Consents;
import kz.bagalau.forms.ExitAnswers;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;

/// Every minute: counts again the bodies and years in which something changed, and publishes their
/// facts. It alone reads answers. Everything is counted from what stands, so that a run cut short
/// does no harm. Two never run at once (`ReservedConcurrentExecutions` in template.yaml, and the
/// host's schedules): the slower one would publish what it read before.
///
/// What may be shown of answers is decided here, twice:
///
/// - *Reasons* are shown in batches ([Batch]), one as soon as enough people wait for it.
/// - *How many were negative* (¶35) is one number that scoring needs exactly, the Agency's only. It
///   is published once a year is settled ([Term#settled]), not before: until then it would change
///   with each single answer.
public final class TallyExitInterviews
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Leavers leavers;
    private final Consents consents;
    private final Interviews interviews;
    private final Batches batches;
    private final Changes changes;
    private final CountedFacts facts;
    private final Clock clock;

    public TallyExitInterviews() {
        this(
                DynamoLeavers.fromEnvironment(),
                DynamoConsents.fromEnvironment(),
                DynamoInterviews.fromEnvironment(),
                DynamoBatches.fromEnvironment(),
                DynamoChanges.fromEnvironment(),
                DynamoCountedFacts.fromEnvironment(),
                Runtime.current().clock());
    }

    TallyExitInterviews(
            Leavers leavers,
            Consents consents,
            Interviews interviews,
            Batches batches,
            Changes changes,
            CountedFacts facts,
            Clock clock) {
        this.leavers = leavers;
        this.consents = consents;
        this.interviews = interviews;
        this.batches = batches;
        this.changes = changes;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Instant now = clock.instant();
        // not of which body: it is the minute of an interview
        int tallied =
                kz.bagalau.lambda.work.Batch.of(
                        changes.all(), _ -> "exit interviews", change -> tally(change, now));
        return Map.of("tallied", tallied);
    }

    /// @return whether there was something to count
    private boolean tally(Changes.Change change, Instant now) {
        boolean settled = !now.isBefore(Term.settled(change.year()));
        if (!now.isBefore(Term.forgotten(change.year()))) {
            // what was published of them stands
            changes.counted(change, true);
            return false;
        }
        if (!change.uncounted() && !settled) {
            return false;
        }
        tally(change, settled);
        changes.counted(change, settled);
        return true;
    }

    private void tally(Changes.Change change, boolean settled) {
        List<Announcement> register =
                leavers.of(change.body()).stream()
                        .filter(leaver -> leaver.year() == change.year())
                        .toList();
        Set<String> invited =
                register.stream()
                        .filter(Announcement::invites)
                        .map(Announcement::id)
                        .collect(Collectors.toSet());
        SortedMap<String, ExitAnswers> answers = new TreeMap<>();
        Map<String, Announcement.Medium> media = new TreeMap<>();
        interviews
                .of(change.body())
                .forEach((id, interview) -> {
                    if (invited.contains(id)) {
                        answers.put(id, interview.answers());
                        media.put(id, interview.medium());
                    }
                });
        Counts counts = Counts.of(register, media);
        facts.publish(
                change.body(),
                change.year(),
                counts,
                settled ? Optional.of(negative(answers.values())) : Optional.empty(),
                consented(change));
        batch(change, answers, settled);
        // not of which body: it is the minute of an interview
        Log.count("exit_interviews_tallied");
    }

    /// The changes of a settled year's register to which the Agency consented, in the order of the
    /// decisions.
    private List<ChangeRequest> consented(Changes.Change change) {
        return consents.of(change.body()).stream()
                .filter(request -> request.state() == ChangeRequest.State.CONSENTED)
                .filter(request -> request.years().contains(change.year()))
                .sorted(
                        Comparator.comparing((ChangeRequest request) ->
                                        request.decision().orElseThrow().at())
                                .thenComparing(ChangeRequest::id))
                .toList();
    }

    private static CountedFacts.Negative negative(Collection<ExitAnswers> answers) {
        NegativeReasons reasons = NegativeReasons.ours();
        return new CountedFacts.Negative(
                (int) answers.stream().filter(reasons::any).count(),
                (int) answers.stream().filter(reasons::most).count());
    }

    /// Puts those who wait into a batch where they are enough. As long as the year goes on, as many
    /// again are held back: then those outside all batches are nobody or a group in the end, and
    /// what is shown of all of a body's interviews says nothing of a smaller rest.
    private void batch(
            Changes.Change change, SortedMap<String, ExitAnswers> answers, boolean settled) {
        // counted first: a batch that is added meanwhile takes this number, and nobody is in two
        int number = batches.of(change.body(), change.year()).size() + 1;
        // the ids are random, so their order is not the order of the answers
        SortedMap<String, ExitAnswers> waiting = new TreeMap<>(answers);
        waiting.keySet().removeAll(batches.members(change.body()));
        int ready = waiting.size() - (settled ? 0 : Batch.MINIMUM_GROUP);
        if (ready < Batch.MINIMUM_GROUP) {
            return;
        }
        List<Map.Entry<String, ExitAnswers>> members =
                waiting.entrySet().stream().limit(ready).toList();
        batches.add(
                Batch.of(
                        change.body(),
                        change.year(),
                        number,
                        members.stream().map(Map.Entry::getKey).collect(Collectors.toSet()),
                        members.stream().map(Map.Entry::getValue).toList()));
    }
}
