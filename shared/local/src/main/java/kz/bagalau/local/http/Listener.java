package kz.bagalau.local.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Function;
import kz.bagalau.lambda.Log;
import kz.bagalau.local.data.DataFolder;
import kz.bagalau.local.start.NotStarted;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// HTTP on one loopback port: a virtual thread a request. Also what is no request, or has no
/// address, is answered with a problem document.
public final class Listener implements AutoCloseable {

    /// The size of a request that API Gateway takes.
    private static final int MAX_BODY = 10 * 1024 * 1024;

    private static final int MAX_HEADERS = 16 * 1024;
    private static final int PLATFORM_THREADS = 8;

    /// A moved clock runs everything that came due before it answers.
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Server server;
    private final ServerConnector connector;

    private Listener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// Takes the port; 0 for any free one. Who connects waits for [#serve]. Throws [NotStarted]
    /// where it cannot be had.
    public static Listener bind(int port) {
        QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS);
        threads.setName("http");
        threads.setReservedThreads(0);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADERS);
        // Addresses are checked here, where the caller's language is known.
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, 1, 1, new Connections(http));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(PATIENCE.toMillis());
        server.addConnector(connector);
        server.setErrorHandler(new Problems());
        server.setStopTimeout(DRAIN.toMillis());
        try {
            connector.open();
        } catch (IOException e) {
            throw notBound(port, e);
        }
        return new Listener(server, connector);
    }

    public int port() {
        return connector.getLocalPort();
    }

    /// Answers requests from now on.
    ///
    /// @param answers what goes back; what it throws is answered 500
    public void serve(Function<Request, Answer> answers) {
        server.setHandler(
                new GracefulHandler(
                        new Handler.Abstract() {
                            @Override
                            public boolean handle(
                                    org.eclipse.jetty.server.Request request,
                                    Response response,
                                    Callback callback)
                                    throws IOException {
                                send(
                                        answer(request, answers),
                                        request.getMethod().equals("HEAD"),
                                        response,
                                        callback);
                                return true;
                            }
                        }));
        try {
            server.start();
        } catch (Exception e) {
            throw new NotStarted("The port cannot be served: " + e, e);
        }
    }

    private static Answer answer(
            org.eclipse.jetty.server.Request incoming, Function<Request, Answer> answers)
            throws IOException {
        String language = language(incoming);
        try {
            Request request = Request.read(incoming, MAX_BODY);
            var malformed = RequestAddress.problem(request.path(), request.query());
            return malformed.isPresent()
                    ? malformed.get().answer(language)
                    : answers.apply(request);
        } catch (Request.TooLarge e) {
            return Answer.message(413, "Request Entity Too Large");
        } catch (DataFolder.NotWritten e) {
            Log.failure("data folder", e);
            return HostProblem.DATA_NOT_WRITTEN.answer(language);
        } catch (RuntimeException e) {
            Log.failure("host", e);
            return HostProblem.HOST_FAILED.answer(language);
        }
    }

    private static String language(org.eclipse.jetty.server.Request request) {
        return text(request.getHeaders().get("Accept-Language"));
    }

    private static void send(Answer answer, boolean head, Response response, Callback callback) {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        answer.headers().forEach(headers::put);
        ByteBuffer body = ByteBuffer.wrap(head ? new byte[0] : answer.body());
        response.write(true, body, callback);
    }

    /// Jetty gives up at some addresses before it has read the headers. With another malformed
    /// address in its place it reads on, and the request is refused in the caller's language.
    private static final class Connections extends HttpConnectionFactory {

        private static final String MALFORMED = "/|";

        Connections(HttpConfiguration http) {
            super(http);
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            HttpConnection connection =
                    new HttpConnection(getHttpConfiguration(), connector, endPoint) {
                        @Override
                        protected HttpStreamOverHTTP1 newHttpStream(
                                String method, String uri, HttpVersion version) {
                            String readable = isAddress(method, uri) ? uri : MALFORMED;
                            return super.newHttpStream(method, readable, version);
                        }
                    };
            return configure(connection, connector, endPoint);
        }

        private static boolean isAddress(String method, String uri) {
            try {
                HttpURI address = HttpURI.build(method, uri);
                return RequestAddress.problem(text(address.getPath()), text(address.getQuery()))
                        .filter(HostProblem.URL_MALFORMED::equals)
                        .isEmpty();
            } catch (RuntimeException e) {
                return false;
            }
        }
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    /// What Jetty cannot read as a request.
    private static final class Problems extends ErrorHandler {

        @Override
        public boolean handle(
                org.eclipse.jetty.server.Request request, Response response, Callback callback) {
            Answer answer = problem(response.getStatus()).answer(language(request));
            send(answer, request.getMethod().equals("HEAD"), response, callback);
            return true;
        }

        private static HostProblem problem(int status) {
            return switch (status) {
                case 414 -> HostProblem.URL_TOO_LONG;
                case 431 -> HostProblem.HEADERS_TOO_LARGE;
                case 500 -> HostProblem.HOST_FAILED;
                default -> HostProblem.REQUEST_MALFORMED;
            };
        }
    }

    private static NotStarted notBound(int port, IOException e) {
        if (e instanceof BindException || e.getCause() instanceof BindException) {
            return new NotStarted(
                    """
                    Port %d is taken by another program.
                    Stop that, or choose another port: BAGALAU_PORT=8081\
                    """
                            .formatted(port),
                    e);
        }
        return new NotStarted("Port " + port + " cannot be used: " + e, e);
    }

    /// No new request, and a moment for those under way.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the port was not given back", e);
        } finally {
            connector.close();
        }
    }
}
