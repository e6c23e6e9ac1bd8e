package kz.bagalau.survey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.dynamo.Item;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Everything that can be read out of items and log lines, in one string in which every byte is a
/// character.
record Readings(String all) {

    /// √(n − 1) times the rank correlation from which on a series follows an order.
    private static final double FOLLOWS = 5;

    static Readings of(List<Map<String, AttributeValue>> items, String printed) {
        StringBuilder all = new StringBuilder(bytes(printed.getBytes(StandardCharsets.UTF_8)));
        for (var item : items) {
            leaves(item, (name, leaf) -> all.append('\n').append(bytes(content(leaf))));
        }
        return new Readings(all.toString());
    }

    /// The markers that are here, as they are, in hexadecimal, or in base64 at whatever offset.
    Set<String> finds(Map<String, byte[]> markers) {
        Set<String> found = new TreeSet<>();
        markers.forEach((name, marker) -> {
            if (forms(marker).anyMatch(all::contains)) {
                found.add(name);
            }
        });
        return found;
    }

    private static Stream<String> forms(byte[] marker) {
        Stream.Builder<String> forms = Stream.builder();
        forms.add(bytes(marker));
        forms.add(HexFormat.of().formatHex(marker));
        forms.add(HexFormat.of().withUpperCase().formatHex(marker));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + marker.length];
            System.arraycopy(marker, 0, shifted, offset, marker.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // the characters that do not depend on what stands before and behind
            int from = offset == 0 ? 0 : offset + 1;
            int to = encoded.length() - (shifted.length % 3 == 0 ? 0 : 1);
            String inner = encoded.substring(from, to);
            forms.add(inner);
            forms.add(inner.replace('+', '-').replace('/', '_'));
        }
        return forms.build();
    }

    /// The series of these items that follow the order of sending: the order of reading (`order`)
    /// or an attribute.
    ///
    /// @param sent the turn of each item, by its sort key
    static Set<String> following(
            List<Map<String, AttributeValue>> items, Map<String, Integer> sent) {
        List<Integer> turns =
                items.stream()
                        .map(item -> Objects.requireNonNull(sent.get(Item.text(item, Item.SK))))
                        .toList();
        Set<String> following = new TreeSet<>();
        if (follows(IntStream.range(0, items.size()).boxed().toList(), turns)) {
            following.add("order");
        }
        for (String name : names(items)) {
            if (follows(column(items, name), turns)) {
                following.add(name);
            }
        }
        return following;
    }

    /// The sort keys of items in every order that they suggest: as read, and by each attribute.
    static Map<String, List<String>> orders(List<Map<String, AttributeValue>> items) {
        Map<String, List<String>> orders = new LinkedHashMap<>();
        orders.put("order", keys(items));
        for (String name : names(items)) {
            List<Map<String, AttributeValue>> sorted = new ArrayList<>(items);
            sorted.sort(Comparator.comparing(item -> value(item, name)));
            if (column(items, name).stream().distinct().count() > 1) {
                orders.put(name, keys(sorted));
            }
        }
        return orders;
    }

    /// Whether an item of one list and an item of the other have a value in common that no other
    /// item of their lists has, or one the SHA-256 of the other's.
    static boolean shareAValue(
            List<Map<String, AttributeValue>> some, List<Map<String, AttributeValue>> others) {
        return !Collections.disjoint(ownTraces(some), ownTraces(others));
    }

    private static Set<String> ownTraces(List<Map<String, AttributeValue>> items) {
        Set<String> own = new HashSet<>();
        Set<String> common = new HashSet<>();
        for (var item : items) {
            Set<String> traces = new HashSet<>();
            leaves(item, (name, leaf) -> traces.addAll(traces(content(leaf))));
            traces.forEach(trace -> (own.add(trace) ? own : common).add(trace));
        }
        own.removeAll(common);
        return own;
    }

    /// What may be compared of a value: itself, decoded, and the hash of both. Short values say
    /// nothing of anybody.
    private static List<String> traces(byte[] content) {
        if (content.length < 16) {
            return List.of();
        }
        List<byte[]> traces = new ArrayList<>(List.of(content, Sha256.of(content)));
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(content);
            traces.addAll(List.of(decoded, Sha256.of(decoded)));
        } catch (IllegalArgumentException e) {
            // not base64: then it has no decoded form
        }
        return traces.stream().map(Readings::bytes).toList();
    }

    private static List<String> keys(List<Map<String, AttributeValue>> items) {
        return items.stream().map(item -> Item.text(item, Item.SK)).toList();
    }

    private static Set<String> names(List<Map<String, AttributeValue>> items) {
        Set<String> names = new TreeSet<>();
        items.forEach(item -> leaves(item, (name, leaf) -> names.add(name)));
        return names;
    }

    private static List<String> column(List<Map<String, AttributeValue>> items, String name) {
        return items.stream().map(item -> value(item, name)).toList();
    }

    private static String value(Map<String, AttributeValue> item, String name) {
        StringBuilder value = new StringBuilder();
        leaves(
                item,
                (found, leaf) -> {
                    if (found.equals(name)) {
                        // numbers compare as numbers where they have the same length
                        value.append(
                                leaf.n() == null
                                        ? bytes(content(leaf))
                                        : "%20s".formatted(leaf.n()));
                    }
                });
        return value.toString();
    }

    private static boolean follows(List<? extends Comparable<?>> series, List<Integer> turns) {
        double correlation = correlation(ranks(series), ranks(turns));
        return Math.abs(correlation) * Math.sqrt(turns.size() - 1) > FOLLOWS;
    }

    /// Ranks, ties in the middle.
    private static double[] ranks(List<? extends Comparable<?>> series) {
        SortedMap<Object, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < series.size(); i++) {
            places.computeIfAbsent(series.get(i), value -> new ArrayList<>()).add(i);
        }
        double[] ranks = new double[series.size()];
        int before = 0;
        for (List<Integer> equal : places.values()) {
            for (int place : equal) {
                ranks[place] = before + (equal.size() - 1) / 2.0;
            }
            before += equal.size();
        }
        return ranks;
    }

    /// Pearson's, of ranks Spearman's; 0 for a series of one value.
    private static double correlation(double[] one, double[] other) {
        double meanOfOne = Arrays.stream(one).average().orElse(0);
        double meanOfOther = Arrays.stream(other).average().orElse(0);
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            product += (one[i] - meanOfOne) * (other[i] - meanOfOther);
            squares += (one[i] - meanOfOne) * (one[i] - meanOfOne);
            otherSquares += (other[i] - meanOfOther) * (other[i] - meanOfOther);
        }
        return squares == 0 ? 0 : product / Math.sqrt(squares * otherSquares);
    }

    private static void leaves(
            Map<String, AttributeValue> item, BiConsumer<String, AttributeValue> leaf) {
        new TreeMap<>(item).forEach((name, value) -> leaves(name, value, leaf));
    }

    private static void leaves(
            String name, AttributeValue value, BiConsumer<String, AttributeValue> leaf) {
        if (value.hasM()) {
            new TreeMap<>(value.m())
                    .forEach((inner, part) -> leaves(name + "." + inner, part, leaf));
        } else if (value.hasL()) {
            value.l().forEach(part -> leaves(name, part, leaf));
        } else {
            leaf.accept(name, value);
        }
    }

    private static byte[] content(AttributeValue leaf) {
        if (leaf.b() != null) {
            return leaf.b().asByteArray();
        }
        String text = leaf.s() != null ? leaf.s() : String.valueOf(leaf.n());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String bytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
