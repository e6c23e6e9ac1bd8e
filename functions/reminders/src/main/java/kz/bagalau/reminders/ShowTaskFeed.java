package kz.bagalau.reminders;

import static kz.bagalau.lambda.Access.anonymous;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.directory.StaffSubstitutes;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;
import kz.bagalau.reminders.dynamo.DynamoFeeds;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// The calendar feed (RFC 5545), for programs that know nothing but a user's name and a password
/// (RFC 7617): on which days how many tasks are due. No name, and no document.
public final class ShowTaskFeed extends HttpFunction {

    private static final String SCHEME = "Basic realm=\"Bagalau\", charset=\"UTF-8\"";
    private static final String PREFIX = "basic ";
    private static final int LONGEST = 200;

    private final Feeds feeds;
    private final Cases cases;
    private final StaffSubstitutes substitutes;
    private final Supplier<WorkingCalendar> calendar;
    private final Clock clock;

    public ShowTaskFeed() {
        this(
                DynamoFeeds.fromEnvironment(),
                DynamoCases.fromEnvironment(),
                new StaffSubstitutes(DynamoStaffs.fromEnvironment()),
                DynamoCalendars.fromEnvironment()::current,
                Runtime.current().clock());
    }

    ShowTaskFeed(
            Feeds feeds,
            Cases cases,
            StaffSubstitutes substitutes,
            Supplier<WorkingCalendar> calendar,
            Clock clock) {
        this.feeds = feeds;
        this.cases = cases;
        this.substitutes = substitutes;
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Login(String user, String password) {}

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/feeds/tasks.ics", anonymous())
                        .reads(request -> new Input.Accepted<>(login(request)))
                        .answers(this::show));
    }

    private static Optional<Login> login(Request request) {
        return request.header("authorization")
                .filter(header -> header.length() <= LONGEST)
                .filter(header -> header.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
                .flatMap(header -> decoded(header.substring(PREFIX.length()).strip()));
    }

    private static Optional<Login> decoded(String base64) {
        try {
            String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int end = text.indexOf(':');
            return end < 0
                    ? Optional.empty()
                    : Optional.of(new Login(text.substring(0, end), text.substring(end + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64
        }
    }

    /// An unknown user, a wrong password and no login at all are answered alike.
    private Response show(Caller caller, Path path, Optional<Login> login) {
        return login.flatMap(this::admitted)
                .map(this::calendar)
                .orElseGet(
                        () -> new Response.Challenge(SCHEME, Problem.of(HttpProblem.UNAUTHORIZED)));
    }

    private Optional<Feed> admitted(Login login) {
        Optional<Feeds.Known> known = feeds.find(login.user());
        FeedPassword password = known.map(Feeds.Known::password).orElseGet(FeedPassword::nobodys);
        return password.is(login.password()) ? known.map(Feeds.Known::feed) : Optional.empty();
    }

    private Response calendar(Feed feed) {
        SortedMap<LocalDate, Integer> days =
                new OwnTasks(cases, substitutes, calendar)
                        .dueDays(
                                new OwnTasks.Owner(feed.owner(), feed.body(), feed.parties()),
                                Times.day(clock.instant()));
        String text = TaskCalendar.text(feed, days, clock.instant());
        return new Response.File(
                "text/calendar; charset=utf-8", "tasks.ics", text.getBytes(StandardCharsets.UTF_8));
    }
}
