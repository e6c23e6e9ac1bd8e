/// The data folder: its format, its lock, the stores and services that live in it. Uses `start`.
@NullMarked
package kz.bagalau.local.data;

import org.jspecify.annotations.NullMarked;
