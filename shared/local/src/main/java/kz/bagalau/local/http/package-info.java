/// Requests and answers of the loopback address, the pages and who may ask. Uses `start` and
/// `data`.
@NullMarked
package kz.bagalau.local.http;

import org.jspecify.annotations.NullMarked;
