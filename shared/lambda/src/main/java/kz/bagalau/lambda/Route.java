package kz.bagalau.lambda;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// One line of a function's table of routes: method and path, who may, what the path names, the
/// form that reads and checks the input, whether the reply is kept for an idempotency key, and the
/// method that answers:
///
/// ```java
/// Route.get("/bodies", signedIn()).answers(this::list)
/// Route.put("/bodies/{body}", only(AGENCY)).reads(this::form).answers(this::put)
/// Route.put("/leavers/{id}", own(HR)).of(this::leaver).readsWith(Form::correction).answers(this::correct)
/// ```
///
/// What cannot be served is refused in this order: 401 or 403 for a caller who may never call the
/// route, 403 for another body in the path, 404 for what the path names and does not exist for this
/// caller, 400 with all errors of the input, 403 for another body in the input, 409 for a reused
/// key.
public final class Route {

    /// Answers with what the path names and the checked input.
    @FunctionalInterface
    public interface Answering<S, F> {
        Response answer(Caller caller, S subject, F form);
    }

    /// Answers, and takes the key under which the reply is kept, where the caller gave one.
    @FunctionalInterface
    public interface Keeping<S, F> {
        Response answer(Caller caller, S subject, F form, Optional<Idempotency.Key> key);
    }

    /// How often a request is gone through because others were quicker.
    private static final int ATTEMPTS = 50;

    private final Head head;
    private final boolean keeps;
    private final Function<Request, Response> steps;

    private Route(Head head, boolean keeps, Function<Request, Response> steps) {
        this.head = head;
        this.keeps = keeps;
        this.steps = steps;
    }

    public static Subject<Path> get(String path, Access access) {
        return start("GET", path, access);
    }

    public static Subject<Path> put(String path, Access access) {
        return start("PUT", path, access);
    }

    public static Subject<Path> post(String path, Access access) {
        return start("POST", path, access);
    }

    public static Subject<Path> delete(String path, Access access) {
        return start("DELETE", path, access);
    }

    private static Subject<Path> start(String method, String path, Access access) {
        return new Subject<>(
                new Head(
                        method,
                        path,
                        access,
                        path.contains("{body}")
                                ? Optional.of(parameters -> parameters.get("body"))
                                : Optional.empty()),
                (_, parameters) -> Optional.of(parameters),
                (_, _) -> true);
    }

    /// `GET /bodies/{body}`, as template.yaml and API Gateway name it.
    public String key() {
        return head.method + " " + head.path;
    }

    public String method() {
        return head.method;
    }

    public String path() {
        return head.path;
    }

    public Access access() {
        return head.access;
    }

    /// Whether replies are kept for an `Idempotency-Key`.
    public boolean keeps() {
        return keeps;
    }

    Response answer(Request request) {
        Caller caller = request.caller();
        return head.admits(caller, request.path()) ? untilAnswered(request) : caller.refusal();
    }

    private Response untilAnswered(Request request) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Response response = steps.apply(request);
            if (!(response instanceof Response.Retry)) {
                return response;
            }
        }
        return Problem.of(HttpProblem.UNAVAILABLE);
    }

    /// @param body the state body that the path names; empty where it names none
    private record Head(
            String method, String path, Access access, Optional<Function<Path, String>> body) {

        boolean admits(Caller caller, Path parameters) {
            return body.map(named -> access.admits(caller, named.apply(parameters)))
                    .orElseGet(() -> access.admits(caller));
        }
    }

    /// A route of which it is known what the path names.
    ///
    /// @param <S> what the path names: its parameters, or what was found by them
    public static final class Subject<S> {

        private final Head head;
        private final BiFunction<Caller, Path, Optional<S>> find;
        private final BiPredicate<Caller, S> allowed;

        private Subject(
                Head head,
                BiFunction<Caller, Path, Optional<S>> find,
                BiPredicate<Caller, S> allowed) {
            this.head = head;
            this.find = find;
            this.allowed = allowed;
        }

        /// Where the state body stands in the path, if not as `{body}`: the route's own-body roles
        /// are held to it.
        public Subject<S> within(Function<Path, String> body) {
            return new Subject<>(
                    new Head(head.method, head.path, head.access, Optional.of(body)),
                    find,
                    allowed);
        }

        /// Finds what the path names; what is not found does not exist for this caller.
        public <T> Subject<T> of(BiFunction<Caller, Path, Optional<T>> finding) {
            return new Subject<>(head, finding, (_, _) -> true);
        }

        /// Refuses with 403 whoever may not do this with what was found.
        public Subject<S> to(BiPredicate<Caller, S> who) {
            return new Subject<>(head, find, who);
        }

        /// Nothing is read but the path.
        public Route answers(BiFunction<Caller, S, Response> answering) {
            return new Route(
                    head,
                    false,
                    request ->
                            with(request, subject -> answering.apply(request.caller(), subject)));
        }

        private Response with(Request request, Function<S, Response> next) {
            Caller caller = request.caller();
            Optional<S> subject = find.apply(caller, request.path());
            if (subject.isEmpty()) {
                return Response.notFound();
            }
            return allowed.test(caller, subject.get())
                    ? next.apply(subject.get())
                    : caller.refusal();
        }

        public <F> Reading<S, F> reads(Function<Request, Input.Result<F>> form) {
            return readsWith((request, _) -> form.apply(request));
        }

        /// Reads an input whose form depends on what the path names.
        public <F> Reading<S, F> readsWith(BiFunction<Request, S, Input.Result<F>> form) {
            return new Reading<>(this, form, _ -> Optional.empty());
        }
    }

    /// A route whose input is read and checked.
    ///
    /// @param <F> the checked input
    public static final class Reading<S, F> {

        private final Subject<S> subject;
        private final BiFunction<Request, S, Input.Result<F>> form;
        private final Function<F, Optional<String>> body;

        private Reading(
                Subject<S> subject,
                BiFunction<Request, S, Input.Result<F>> form,
                Function<F, Optional<String>> body) {
            this.subject = subject;
            this.form = form;
            this.body = body;
        }

        /// The state body that the input names, to which the route's own-body roles are held.
        public Reading<S, F> about(Function<F, String> namedBody) {
            return perhapsAbout(read -> Optional.of(namedBody.apply(read)));
        }

        /// The same where an input may name none.
        public Reading<S, F> perhapsAbout(Function<F, Optional<String>> namedBody) {
            return new Reading<>(subject, form, namedBody);
        }

        public Route answers(Answering<S, F> answering) {
            return route(
                    false,
                    (request, found, read) -> answering.answer(request.caller(), found, read));
        }

        /// Keeps the reply for an `Idempotency-Key`; the same request again gets the kept reply.
        public Kept<S, F> keeps(Idempotency replies) {
            return new Kept<>(
                    this,
                    replies,
                    (_, _, done) -> new Response.Document(done.status(), Json.read(done.body())));
        }

        private Route route(boolean keeps, Served<S, F> served) {
            return new Route(
                    subject.head,
                    keeps,
                    request -> subject.with(request, found -> read(request, found, served)));
        }

        private Response read(Request request, S found, Served<S, F> served) {
            return switch (form.apply(request, found)) {
                case Input.Rejected<F>(var problem) -> problem;
                case Input.Accepted<F>(var read) ->
                        admits(request.caller(), read)
                                ? served.answer(request, found, read)
                                : request.caller().refusal();
            };
        }

        private boolean admits(Caller caller, F read) {
            return body.apply(read)
                    .map(named -> subject.head.access.admits(caller, named))
                    .orElse(true);
        }
    }

    @FunctionalInterface
    private interface Served<S, F> {
        Response answer(Request request, S subject, F form);
    }

    /// Answers a request that was carried out before, from the reply that was kept.
    @FunctionalInterface
    public interface Again<S> {
        Response answer(Caller caller, S subject, Idempotency.Done done);
    }

    /// A route that keeps its replies.
    public static final class Kept<S, F> {

        private final Reading<S, F> reading;
        private final Idempotency replies;
        private final Again<S> again;

        private Kept(Reading<S, F> reading, Idempotency replies, Again<S> again) {
            this.reading = reading;
            this.replies = replies;
            this.again = again;
        }

        /// For replies that hold a secret, which is not kept: makes the answer anew.
        public Kept<S, F> again(Again<S> answering) {
            return new Kept<>(reading, replies, answering);
        }

        public Route answers(Keeping<S, F> answering) {
            return reading.route(
                    true,
                    (request, subject, form) -> {
                        Caller caller = request.caller();
                        return switch (replies.find(request)) {
                            case Idempotency.Done done -> again.answer(caller, subject, done);
                            case Idempotency.Reused() -> Problem.of(HttpProblem.KEY_REUSED);
                            case Idempotency.New(var key) ->
                                    answering.answer(caller, subject, form, key);
                        };
                    });
        }
    }
}
