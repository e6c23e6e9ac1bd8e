package kz.bagalau.lambda.codes;

import java.security.SecureRandom;

/// A code with which whoever holds it may do one thing without a login: 80 random bits and a check
/// character, as people read and type them. It is shown once; only the SHA-256 of its 16 random
/// characters is kept.
///
/// The check character is the sum of α^(i+1)·dᵢ over the random characters d₀ … d₁₅ in the field of
/// 32 elements with x⁵ + x² + 1 and α = 2. No two of the 17 factors are the same, so that every
/// single wrong character and every swap of two is found, the check character's own included; of
/// other mistakes 31 of 32.
///
/// @param text in groups of four, then the check character, such as `7K3M-2X9Q-PW4T-0HVD-W`
public record SlipCode(String text) {

    /// What somebody typed.
    public sealed interface Typed {}

    public record Read(SlipCode code) implements Typed {}

    /// As long as a code, but its check character does not go with the others.
    public record Mistyped() implements Typed {}

    /// Too short, too long, or with a character that no code has.
    public record NotACode() implements Typed {}

    private static final int BYTES = 10;
    private static final int RANDOM_CHARACTERS = 16;

    /// x⁵ + x² + 1, which alpha is a root of.
    private static final int POLYNOMIAL = 0b100101;

    private static final int CARRY = 0b100000;

    public SlipCode {
        if (!(read(text) instanceof Characters characters)
                || !text.equals(grouped(characters.all()))) {
            throw new IllegalArgumentException("not a code as it is shown");
        }
    }

    public static SlipCode random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return of(bytes);
    }

    /// @param bytes the ten random ones
    static SlipCode of(byte[] bytes) {
        String random = Crockford.characters(bytes);
        return new SlipCode(grouped(random + check(random)));
    }

    /// What somebody typed, however they grouped it: capitals or not, O for 0, I and L for 1, other
    /// scripts' letters for those they look like, dashes and spaces of every kind.
    public static Typed of(String typed) {
        return switch (read(typed)) {
            case Characters(var all) -> new Read(new SlipCode(grouped(all)));
            case Wrong(var why) -> why;
        };
    }

    /// What is kept of it, in base 64.
    public String hash() {
        return Sha256.base64(text.replace("-", "").substring(0, RANDOM_CHARACTERS));
    }

    private sealed interface Reading {}

    /// @param all the random characters and the one that checks them
    private record Characters(String all) implements Reading {}

    private record Wrong(Typed why) implements Reading {}

    private static Reading read(String typed) {
        String text = Crockford.normalised(typed);
        if (text.length() != RANDOM_CHARACTERS + 1 || !Crockford.isWritten(text)) {
            return new Wrong(new NotACode());
        }
        return check(text.substring(0, RANDOM_CHARACTERS)) == text.charAt(RANDOM_CHARACTERS)
                ? new Characters(text)
                : new Wrong(new Mistyped());
    }

    private static char check(String random) {
        int sum = 0;
        for (int i = random.length() - 1; i >= 0; i--) {
            sum = timesAlpha(sum ^ Crockford.value(random.charAt(i)));
        }
        return Crockford.character(sum);
    }

    private static int timesAlpha(int element) {
        int doubled = element << 1;
        return (doubled & CARRY) == 0 ? doubled : doubled ^ POLYNOMIAL;
    }

    private static String grouped(String characters) {
        return characters.replaceAll(".{4}(?=.)", "$0-");
    }
}
