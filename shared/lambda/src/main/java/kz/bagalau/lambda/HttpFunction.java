package kz.bagalau.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A function that answers HTTP by its table of routes. It reads the event as a stream: the whole
/// event class takes longer to load than the rest of a first answer.
public interface HttpFunction extends RequestStreamHandler {

    Routes routes();

    @Override
    default void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        Request request = Request.read(event);
        Rendering.write(request, routes().answer(request), answer);
    }
}
