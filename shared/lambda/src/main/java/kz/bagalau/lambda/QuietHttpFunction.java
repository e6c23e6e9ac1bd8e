package kz.bagalau.lambda;

import java.util.function.Supplier;

/// A function at whose requests nothing is logged, because the moment of each belongs to somebody:
/// see [Log#quietly].
public abstract class QuietHttpFunction extends HttpFunction {

    @Override
    final byte[] logged(Supplier<byte[]> work) {
        return Log.quietly(work);
    }
}
