/// Walks the pages in Chromium against a host in this JVM, as respondents, the Agency and HR do.
/// Nothing in here knows how the pages are made, only what they show and send.
@NullMarked
package kz.bagalau.local.browser;

import org.jspecify.annotations.NullMarked;
