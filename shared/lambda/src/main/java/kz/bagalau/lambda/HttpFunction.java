package kz.bagalau.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A function that answers HTTP by its table of routes. It reads the event as a stream: the whole
/// event class takes longer to load than the rest of a first answer.
public abstract class HttpFunction implements RequestStreamHandler {

    private volatile @Nullable Routes table;

    /// The table of routes; asked for once.
    protected abstract Routes routes();

    /// The table of routes, as the tests of access and of the contract read it.
    public final Routes table() {
        Routes known = table;
        if (known == null) {
            known = routes();
            table = known;
        }
        return known;
    }

    @Override
    public final void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        answer.write(logged(() -> answer(event)));
    }

    /// Does all the work of a request, from the reading of the event to the bytes of the answer,
    /// and logs as this function does.
    byte[] logged(Supplier<byte[]> work) {
        return work.get();
    }

    /// A failure that left the function would be logged by the platform, with its moment: an event
    /// that is no request is answered as a failure of ours.
    private byte[] answer(InputStream event) {
        Request request = Request.NONE;
        try {
            request = Request.read(event);
            return Rendering.of(request, table().answer(request));
        } catch (RuntimeException e) {
            Log.failure(getClass().getSimpleName(), e);
            return Rendering.of(request, Problem.of(e));
        }
    }
}
