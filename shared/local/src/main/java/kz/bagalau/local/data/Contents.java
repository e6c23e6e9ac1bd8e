package kz.bagalau.local.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.bagalau.lambda.codes.Sha256;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a table holds, whatever the order: how many items, and the sum of their digests.
record Contents(long items, BigInteger digests) {

    static final Contents NONE = new Contents(0, BigInteger.ZERO);

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    Contents with(Map<String, AttributeValue> item) {
        BigInteger digest = new BigInteger(1, Sha256.of(written(AttributeValue.fromM(item))));
        return new Contents(items + 1, digests.add(digest).mod(MODULUS));
    }

    /// One text for one value: attributes and the members of sets in order, each with its length.
    private static String written(AttributeValue value) {
        return switch (value.type()) {
            case S -> counted("S", value.s());
            case N -> counted("N", value.n());
            case BOOL -> counted("BOOL", value.bool().toString());
            case NUL -> counted("NUL", "");
            case B -> counted("B", hex(value.b().asByteArray()));
            case SS -> counted("SS", members(value.ss()));
            case NS -> counted("NS", members(value.ns()));
            case BS ->
                    counted(
                            "BS",
                            members(
                                    value.bs().stream()
                                            .map(bytes -> hex(bytes.asByteArray()))
                                            .toList()));
            case L ->
                    counted(
                            "L",
                            String.join("", value.l().stream().map(Contents::written).toList()));
            case M -> {
                StringBuilder out = new StringBuilder();
                new TreeMap<>(value.m())
                        .forEach((name, one) -> out.append(counted("", name)).append(written(one)));
                yield counted("M", out.toString());
            }
            case UNKNOWN_TO_SDK_VERSION ->
                    throw new IllegalStateException("the store holds a value of an unknown type");
        };
    }

    private static String members(List<String> set) {
        List<String> sorted = new ArrayList<>(set);
        sorted.sort(null);
        return String.join("", sorted.stream().map(one -> counted("", one)).toList());
    }

    private static String counted(String type, String text) {
        return type + text.length() + ":" + text;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
