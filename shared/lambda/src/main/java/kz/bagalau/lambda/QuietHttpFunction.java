package kz.bagalau.lambda;

/// A function at whose requests nothing is logged, because the moment of each belongs to somebody:
/// see [Log#quietly].
public abstract class QuietHttpFunction extends HttpFunction {

    @Override
    final Response answer(Request request) {
        return Log.quietly(() -> super.answer(request));
    }
}
