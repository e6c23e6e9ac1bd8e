package kz.bagalau.forms.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;

/// Results of monitoring that are sent to a body for response measures (No. 121 ¶17). The order has
/// no form for them; this one is ours.
///
/// @param reference at the foot of every page
/// @param authority the Agency or a subdivision, in words
/// @param sentOn empty while they are prepared
/// @param measures the body's answer; empty while there is none
public record MonitoringResult(
        String reference,
        LocalText authority,
        LocalText body,
        LocalDate from,
        LocalDate to,
        List<Visit> visits,
        List<Signal> signals,
        String findings,
        Optional<LocalDate> sentOn,
        Optional<String> measures) {

    public MonitoringResult {
        visits = List.copyOf(visits);
        signals = List.copyOf(signals);
    }

    /// The authorised body, in words.
    public static LocalText agency() {
        return MonitoringWords.words("authority.agency");
    }

    /// Its subdivision of a territory, in words.
    public static LocalText subdivision(String territory) {
        LocalText unit = MonitoringWords.words("authority.unit");
        return new LocalText(
                unit.kk().formatted(territory),
                unit.ru().formatted(territory),
                unit.en().formatted(territory));
    }

    /// @param acts how many acts of presence are signed
    public record Visit(LocalDate date, boolean planned, int acts, int explanations) {}

    /// @param source by its name in the words, such as `ACS`
    public record Signal(LocalDate date, String source) {}
}
