/// The desk at which facts are read and entered: what analysts type, workbooks of what they type,
/// and who may enter what. Knows nothing of how facts are collected, nor of scores.
@NullMarked
package kz.bagalau.facts.http;

import org.jspecify.annotations.NullMarked;
