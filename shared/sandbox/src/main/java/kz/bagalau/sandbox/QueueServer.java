package kz.bagalau.sandbox;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kz.bagalau.lambda.Log;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder$;
import org.elasticmq.util.NowProvider;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/// ElasticMQ, an SQS-compatible server, in this JVM at a loopback address that pages of a browser
/// cannot find ([Loopback]): it answers whoever finds it. On a folder no message that it has taken
/// is lost when the process or the machine ends, however that happens.
public final class QueueServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ActorSystem system;
    private final ActorRef queues;
    private final SQSRestServer server;
    private final @Nullable MessageFolder folder;
    private final Endpoint endpoint;

    private QueueServer(
            ActorSystem system,
            ActorRef queues,
            SQSRestServer server,
            String address,
            @Nullable MessageFolder folder) {
        this.system = system;
        this.queues = queues;
        this.server = server;
        this.folder = folder;
        int port = server.waitUntilStarted().localAddress().getPort();
        this.endpoint = new Endpoint(URI.create("http://" + address + ":" + port));
    }

    /// A server that forgets everything when the JVM ends.
    public static QueueServer inMemory() {
        return start(null);
    }

    /// A server that keeps its messages in a folder, made where it does not exist.
    public static QueueServer inFolder(Path folder) {
        return start(new MessageFolder(folder));
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /// Puts the messages of an earlier process back, after the queues were made. Whoever had
    /// received one is gone, so each can be received at once, and those deliveries do not count.
    public void restore() {
        if (folder == null) {
            return;
        }
        for (Map.Entry<String, List<InternalMessage>> queue : folder.read().entrySet()) {
            Option<?> actor = (Option<?>) ask(queues, new LookupQueue(queue.getKey()));
            if (actor.isEmpty()) {
                // Of an earlier template. They stay on the disk, in case it comes back.
                Log.event("messages_of_no_queue", Map.of("queue", queue.getKey()));
            } else {
                ask(
                        (ActorRef) actor.get(),
                        new RestoreMessages(
                                CollectionConverters.asScala(queue.getValue()).toList()));
            }
        }
    }

    @Override
    public void close() {
        server.stopAndWait();
        CompletableFuture<?> ended = system.getWhenTerminated().toCompletableFuture();
        system.terminate();
        ended.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static Object ask(ActorRef actor, Object message) {
        return Patterns.ask(actor, message, PATIENCE).toCompletableFuture().join();
    }

    private static QueueServer start(@Nullable MessageFolder folder) {
        ClassLoader own = QueueServer.class.getClassLoader();
        ActorSystem system =
                ActorSystem.create(
                        "queues",
                        ConfigFactory.parseMap(
                                        Map.of(
                                                "pekko.daemonic",
                                                "on",
                                                "pekko.loglevel",
                                                "OFF",
                                                "pekko.stdout-loglevel",
                                                "OFF",
                                                "pekko.loggers",
                                                List.of(),
                                                "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook",
                                                "off"))
                                .withFallback(ConfigFactory.defaultReference(own))
                                .resolve(),
                        own);
        Senders senders = new Senders();
        Option<ActorRef> keeper =
                Option.apply(
                        folder == null
                                ? null
                                : system.actorOf(
                                        Props.create(
                                                MessageFolder.Keeper.class,
                                                () -> folder.new Keeper(senders))));
        ActorRef queues =
                system.actorOf(
                        Props.create(
                                QueueManagerActor.class,
                                () ->
                                        new QueueManagerActor(
                                                new NowProvider(),
                                                StrictSQSLimits$.MODULE$,
                                                keeper)));
        String address = Loopback.unpredictable();
        SQSRestServer server =
                SQSRestServerBuilder$.MODULE$
                        .withActorSystem(system)
                        .withQueueManagerActor(
                                system.actorOf(
                                        Props.create(
                                                Senders.Gates.class,
                                                () -> senders.new Gates(queues))))
                        .withInterface(address)
                        .withDynamicPort()
                        .withAWSRegion(Intrinsics.REGION)
                        .withAWSAccountId(Intrinsics.ACCOUNT)
                        .start();
        return new QueueServer(system, queues, server, address, folder);
    }
}
