package kz.bagalau.reminders;

import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;

/// The calendar feeds, each with its password's hash.
public interface Feeds {

    record Known(Feed feed, FeedPassword password) {}

    /// Empty for an id that is none, and for a feed whose time is over.
    Optional<Known> find(String id);

    /// Stores a new feed.
    ///
    /// @return false where the request with this key was carried out before
    boolean create(Feed feed, FeedPassword password, Caller by, Optional<Idempotency.Reply> reply);

    /// Puts another password in the place of the one before; nothing where the feed is gone.
    void renew(Feed feed, FeedPassword password, Caller by);

    /// Nothing where it is gone already.
    void remove(Feed feed, Caller by);
}
