package kz.bagalau.forms.report.layout;

import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;

/// A column of a table.
///
/// @param id the name by which facts and checks mean it
/// @param code what stands under its heading in our templates
/// @param group the columns of which exactly one is marked; empty for other columns
/// @param groupHeading the heading above several columns; empty text where there is none
/// @param names every text by which the column is known
/// @param required whether a row needs a value here
/// @param unique whether no two rows may have the same value
/// @param within whether a date has to lie in the year of the report
/// @param words what a cell of type WORD may say
public record Column(
        String id,
        String code,
        Type type,
        LocalText heading,
        String group,
        LocalText groupHeading,
        List<String> names,
        List<String> groupNames,
        boolean required,
        boolean unique,
        boolean within,
        List<Word> words) {

    public enum Type {
        /// The number of a row; nothing is read from it but the order of headings and parts.
        ORDINAL,
        TEXT,
        /// A whole number from 0 on.
        COUNT,
        /// A number from 0 on.
        DECIMAL,
        /// From 0 to 100.
        PERCENT,
        DATE,
        /// A date with a time of day.
        MOMENT,
        /// A time of day.
        TIME,
        /// One of a few words.
        WORD,
        /// A mark such as +, or nothing.
        MARK,
        /// A business identification number: 12 digits.
        BIN;

        public boolean numeric() {
            return this == COUNT || this == DECIMAL || this == PERCENT;
        }
    }

    /// One of the words a cell may say.
    ///
    /// @param id what it means, for facts
    /// @param label as templates offer it
    /// @param names the keys of all its spellings
    public record Word(String id, LocalText label, List<String> names) {

        public Word {
            names = List.copyOf(names);
        }
    }

    public Column {
        names = List.copyOf(names);
        groupNames = List.copyOf(groupNames);
        words = List.copyOf(words);
    }

    /// Whether it says what a row is about: its number, a name, or a word that no other row has.
    public boolean label() {
        return type == Type.ORDINAL || type == Type.TEXT || (type == Type.WORD && unique);
    }

    /// The word that a text is a spelling of.
    public Optional<Word> word(String text) {
        String key = LookalikeKey.of(text);
        return words.stream()
                .filter(word -> word.names().contains(key.isEmpty() ? text : key))
                .findFirst();
    }
}
