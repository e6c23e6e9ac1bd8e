/// The data of a trial, made by the routes as a client would. Uses `start`, `people` and `host`.
@NullMarked
package kz.bagalau.local.demo;

import org.jspecify.annotations.NullMarked;
