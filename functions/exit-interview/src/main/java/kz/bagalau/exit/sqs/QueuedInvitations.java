package kz.bagalau.exit.sqs;

import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Invitations;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.SlipCode;
import kz.bagalau.rules.LocalText;

/// Invitations as messages of the queue at `MESSAGES_QUEUE`. A message names the person, not a
/// number or an address: whoever delivers knows the person's own from the state's registers, so
/// that a personnel service cannot have a code sent elsewhere.
public final class QueuedInvitations implements Invitations {

    private final Runtime runtime;

    private QueuedInvitations(Runtime runtime) {
        this.runtime = runtime;
    }

    /// Those of this runtime. The client is made when the first invitation is sent.
    public static QueuedInvitations fromEnvironment() {
        return new QueuedInvitations(Runtime.current());
    }

    @Override
    public void send(Announcement leaver, SlipCode code, LocalText text) {
        var message =
                Json.object()
                        .put("kind", "exit-interview")
                        .put("id", leaver.id())
                        .put("channel", leaver.leaving().deliver().name())
                        .put("person", leaver.person())
                        .put("code", code.text())
                        .put("page", "/exit.html#code=" + code.text());
        message.set("text", Json.texts(text));
        runtime.sqs()
                .sendMessage(request ->
                        request.queueUrl(runtime.env("MESSAGES_QUEUE"))
                                .messageBody(Json.write(message)));
    }
}
