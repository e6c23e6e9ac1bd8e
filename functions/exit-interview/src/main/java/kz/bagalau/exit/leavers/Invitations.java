package kz.bagalau.exit.leavers;

import kz.bagalau.lambda.codes.SlipCode;
import kz.bagalau.rules.LocalText;

/// Sends codes to leavers' own phones and addresses.
public interface Invitations {

    /// Hands an invitation over for delivery; throws where it cannot be handed over.
    void send(Announcement leaver, SlipCode code, LocalText text);
}
