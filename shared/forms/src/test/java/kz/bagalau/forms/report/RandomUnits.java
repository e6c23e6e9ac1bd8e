package kz.bagalau.forms.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/// A random tree of units as somebody could have written it into Appendix 1, with totals in any
/// words and places, numbers in any spelling and footnote marks. What the figures of its leaves add
/// up to is counted here while they are drawn, not read from the lines.
final class RandomUnits {

    private static final List<String> TOTALS =
            List.of(
                    "Итого",
                    "Всего по органу",
                    "Барлығы, оның ішінде",
                    "Жиыны",
                    "ИТОГО:",
                    "Total*",
                    "Министерство, всего",
                    "∑",
                    "В С Е Г О");
    private static final List<String> OTHER_TOTALS =
            List.of("Министерство", "По органу", "Орган бойынша", "The whole body", "-", "");
    private static final List<String> NAMES =
            List.of(
                    "Кадр департаменті",
                    "Отдел итоговой аналитики",
                    "Руководитель государственного органа и его аппарат",
                    "Мемлекеттік органның басшысы",
                    "Общий отдел",
                    "* Управление (часть года)",
                    "Legal unit**",
                    "Отдел № 3",
                    "Исполнитель госзаказа");

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final Numbering numbering;
    private boolean wrong;
    private int dismissed;
    private int interviewed;

    private enum Numbering {
        NONE(path -> ""),
        DOTS(path -> path),
        DOT_AFTER(path -> path + "."),
        BRACKET(path -> path + ")"),
        BRACKETS(path -> "(" + path + ")"),
        DASHES(path -> path.replace('.', '-')),
        COMMAS(path -> path.replace('.', ',')),
        SPACES(path -> "\u00a0" + path + " "),
        STARS(path -> path + "*"),
        NUMBERS(path -> path.matches("\\d+(\\.\\d+)?") ? "#" + path : path),
        DATES(Numbering::date);

        private final java.util.function.UnaryOperator<String> writing;

        Numbering(java.util.function.UnaryOperator<String> writing) {
            this.writing = writing;
        }

        /// As a spreadsheet takes `1.2` for the first of February.
        private static String date(String path) {
            String[] parts = path.split("\\.");
            return parts.length == 2 && Integer.parseInt(parts[1]) <= 12
                    ? "@2025-%02d-%02d"
                            .formatted(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))
                    : path;
        }
    }

    private RandomUnits(long seed) {
        random = new Random(seed);
        numbering = Numbering.values()[random.nextInt(Numbering.values().length)];
        draw();
    }

    static RandomUnits of(long seed) {
        return new RandomUnits(seed);
    }

    DrawnTable drawn() {
        return DrawnTable.appendix1(lines.toArray(String[]::new));
    }

    int dismissed() {
        return dismissed;
    }

    int interviewed() {
        return interviewed;
    }

    /// Whether a total or whole was written that is not the sum, so that nothing may be accepted.
    boolean wrong() {
        return wrong;
    }

    @Override
    public String toString() {
        return numbering + " " + String.join("\n", lines);
    }

    private void draw() {
        boolean totalOnTop = random.nextInt(4) == 0;
        int top = random.nextInt(1, 6);
        int[] all = new int[4];
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= top; i++) {
            add(all, unit(Integer.toString(i), random.nextInt(3), groups));
            if (random.nextInt(6) == 0) {
                groups.add("");
            }
        }
        lines.addAll(groups);
        if (random.nextInt(3) > 0) {
            lines.add(totalOnTop ? 0 : lines.size(), total(all, top + 1));
        }
        if (random.nextInt(4) == 0) {
            lines.add("");
            lines.add("Мемлекеттік органның басшысы _____");
            if (random.nextInt(3) == 0) {
                lines.add(
                        line(
                                number(Integer.toString(top + 2)),
                                "Late unit",
                                new int[] {1, 1, 1, 0}));
                wrong = true;
            }
        }
        dismissed = all[0] + all[2];
        interviewed = all[1] + all[3];
    }

    /// Writes a unit with its parts.
    ///
    /// @return what its leaves have
    private int[] unit(String path, int depth, List<String> into) {
        int parts = numbering == Numbering.NONE || depth == 0 ? 0 : random.nextInt(4);
        String name = NAMES.get(random.nextInt(NAMES.size())) + " " + path;
        if (parts == 0) {
            int[] figures = figures();
            into.add(line(number(path), name, figures));
            return figures;
        }
        List<String> beneath = new ArrayList<>();
        int[] sum = new int[4];
        for (int i = 1; i <= parts; i++) {
            add(sum, unit(path + "." + i, depth - 1, beneath));
        }
        boolean below = random.nextInt(8) == 0;
        String whole =
                random.nextInt(4) == 0
                        ? number(path) + "|" + name + "||||"
                        : line(number(path), name, spoilt(sum));
        if (!below) {
            into.add(whole);
        }
        into.addAll(beneath);
        if (below) {
            into.add(whole);
        }
        return sum;
    }

    private String total(int[] all, int next) {
        boolean known = random.nextInt(3) > 0;
        List<String> words = known ? TOTALS : OTHER_TOTALS;
        String word = words.get(random.nextInt(words.size()));
        // Without a word, a number or a sum nothing distinguishes a total from a unit, not even a
        // person.
        boolean unmarked = !known && numbering == Numbering.NONE;
        String no = known && random.nextInt(4) == 0 ? number(Integer.toString(next)) : "";
        return line(no, word, unmarked ? all : spoilt(all));
    }

    private int[] spoilt(int[] sum) {
        if (random.nextInt(12) > 0) {
            return sum;
        }
        int[] spoilt = sum.clone();
        spoilt[random.nextInt(4)] += random.nextInt(1, 4);
        wrong = true;
        return spoilt;
    }

    private int[] figures() {
        int[] figures = new int[4];
        figures[0] = random.nextInt(5);
        figures[1] = random.nextInt(figures[0] + 1);
        figures[2] = random.nextInt(3);
        figures[3] = random.nextInt(figures[2] + 1);
        return figures;
    }

    private String number(String path) {
        return numbering.writing.apply(path);
    }

    private static void add(int[] sum, int[] figures) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += figures[i];
        }
    }

    private static String line(String number, String name, int[] figures) {
        IntFunction<String> cell = i -> Integer.toString(figures[i]);
        return String.join(
                "|", number, name, cell.apply(0), cell.apply(1), cell.apply(2), cell.apply(3));
    }
}
