package kz.bagalau.reminders;

import static kz.bagalau.lambda.Access.signedIn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.reminders.dynamo.DynamoFeeds;
import kz.bagalau.rules.Language;

/// Calendar feeds: made by whoever wants one, shown once with its password, deleted by its owner.
public final class ManageFeeds extends HttpFunction {

    private static final int MAX_BYTES = 1_024;
    private static final Duration LIFE = Duration.ofDays(400);

    private final Feeds feeds;
    private final Idempotency replies;
    private final String address;
    private final Clock clock;

    public ManageFeeds() {
        this(
                DynamoFeeds.fromEnvironment(),
                DynamoIdempotency.fromEnvironment(),
                Runtime.current().env("PAGES_ADDRESS"),
                Runtime.current().clock());
    }

    /// @param address of the pages, `https://…` without a slash at its end
    ManageFeeds(Feeds feeds, Idempotency replies, String address, Clock clock) {
        this.feeds = feeds;
        this.replies = replies;
        this.address = address;
        this.clock = clock;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/feeds", signedIn())
                        .reads(ManageFeeds::language)
                        .keeps(replies)
                        .again(this::createdBefore)
                        .answers(this::create),
                Route.delete("/feeds/{id}", signedIn()).of(this::own).answers(this::remove));
    }

    /// Nothing is asked for; a body, where there is one, is an empty object.
    private static Input.Result<Language> language(Request request) {
        return request.body().isBlank()
                ? request.inLanguage()
                : request.input(MAX_BYTES).finish(request::language);
    }

    private Response create(
            Caller caller, Path path, Language language, Optional<Idempotency.Key> key) {
        Instant until = clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        String id = UUID.randomUUID().toString();
        Feed feed =
                new Feed(id, caller.subject(), caller.body(), Offices.of(caller), language, until);
        String password = FeedPassword.random();
        var reply = key.map(kept -> kept.reply(201, Json.write(Json.object().put("id", id))));
        return feeds.create(feed, FeedPassword.of(password), caller, reply)
                ? Response.created(json(feed, password))
                : new Response.Retry();
    }

    /// The password is not kept. Whoever sends the same again has not seen it, and gets another in
    /// its place.
    private Response createdBefore(Caller caller, Path path, Idempotency.Done done) {
        Optional<Feed> feed = own(caller, Json.read(done.body()).path("id").asText());
        if (feed.isEmpty()) {
            return Response.notFound();
        }
        String password = FeedPassword.random();
        feeds.renew(feed.get(), FeedPassword.of(password), caller);
        return new Response.Document(done.status(), json(feed.get(), password));
    }

    private Optional<Feed> own(Caller caller, Path path) {
        return own(caller, path.get("id"));
    }

    private Optional<Feed> own(Caller caller, String id) {
        return feeds.find(id)
                .map(Feeds.Known::feed)
                .filter(feed -> feed.owner().equals(caller.subject()));
    }

    private Response remove(Caller caller, Feed feed) {
        feeds.remove(feed, caller);
        return Response.ok(Json.object().put("id", feed.id()));
    }

    private ObjectNode json(Feed feed, String password) {
        return Json.object()
                .put("id", feed.id())
                .put("url", address + "/feeds/tasks.ics")
                .put("user", feed.id())
                .put("password", password)
                .put("until", Times.shown(feed.until()));
    }
}
