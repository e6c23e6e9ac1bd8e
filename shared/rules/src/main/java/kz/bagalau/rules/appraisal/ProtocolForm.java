package kz.bagalau.rules.appraisal;

import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.appraisal.AppraisalForm.Item;
import kz.bagalau.rules.appraisal.AppraisalForm.Status;
import kz.bagalau.rules.staff.Title;

/// The form of the protocol of a calibration session: texts, and whether they are official.
///
/// @param items in the order of the form, without weights
// DOUBT: ¶22 demands a protocol and gives no form (G-25), read as a form that the Agency edits,
// shipped with a heading of ours.
public record ProtocolForm(Status status, List<Item> items) {

    public ProtocolForm {
        items = List.copyOf(items);
        if (items.isEmpty() || items.stream().map(Item::id).distinct().count() < items.size()) {
            throw new IllegalArgumentException("a form has items, each once");
        }
        if (items.stream().anyMatch(item -> item.weight().isPresent())) {
            throw new IllegalArgumentException("a protocol weighs nothing");
        }
    }

    public static ProtocolForm shipped() {
        return new ProtocolForm(
                Status.PLACEHOLDER,
                List.of(
                        new Item(
                                "title",
                                new Title(
                                        "Калибрлеу сессиясының хаттамасы",
                                        "Протокол калибровочной сессии"),
                                Optional.empty())));
    }
}
