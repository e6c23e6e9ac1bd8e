package kz.bagalau.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
        Request request = Request.read(event);
        Rendering.write(request, answer(request), answer);
    }

    Response answer(Request request) {
        return table().answer(request);
    }
}
