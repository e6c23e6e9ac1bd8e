package kz.bagalau.local.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What an address has to be before anybody looks for its route: characters of RFC 3986, whole
/// `%XX` of well-formed UTF-8, no control characters, no way up (`..`), and not too long.
final class RequestAddress {

    /// Path and query together; API Gateway takes 10,240 bytes for the request line and all
    /// headers.
    static final int MAX_LENGTH = 8_000;

    private static final String UNRESERVED = "-._~";
    private static final String DELIMITERS = "!$&'()*+,;=:@/";

    /// Browsers send the brackets in a query as they are.
    private static final String IN_QUERIES = DELIMITERS + "?[]";

    private RequestAddress() {}

    /// Empty for a good address; both parts undecoded.
    static Optional<HostProblem> problem(String path, String query) {
        if (path.length() + query.length() > MAX_LENGTH) {
            return Optional.of(HostProblem.URL_TOO_LONG);
        }
        boolean good =
                path.startsWith("/")
                        && isWritten(path, DELIMITERS)
                        && isWritten(query, IN_QUERIES)
                        && Arrays.stream(path.split("/", -1)).noneMatch(RequestAddress::isDots);
        return good ? Optional.empty() : Optional.of(HostProblem.URL_MALFORMED);
    }

    private static boolean isDots(String segment) {
        String plain = segment.replaceAll("(?i)%2e", ".");
        return plain.equals(".") || plain.equals("..");
    }

    /// Whether every character may stand there and the encoded ones are text.
    private static boolean isWritten(String part, String allowed) {
        ByteBuffer encoded = ByteBuffer.allocate(part.length());
        for (int at = 0; at < part.length(); at++) {
            char one = part.charAt(at);
            if (one == '%') {
                int value = hex(part, at + 1);
                if (value < 0x20 || value == 0x7f) {
                    return false;
                }
                encoded.put((byte) value);
                at += 2;
            } else if (isLetterOrDigit(one) || (UNRESERVED + allowed).indexOf(one) >= 0) {
                encoded.put((byte) one);
            } else {
                return false;
            }
        }
        return isText(encoded.flip());
    }

    /// The value of two hexadecimal digits; -1 where they are none.
    private static int hex(String part, int at) {
        if (at + 2 > part.length()) {
            return -1;
        }
        int high = Character.digit(part.charAt(at), 16);
        int low = Character.digit(part.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean isLetterOrDigit(char one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
    }

    private static boolean isText(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
