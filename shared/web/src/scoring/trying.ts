import { useEffect, useState } from 'preact/hooks';
import { at, type Body } from '../common/api';
import { useDesk } from '../common/desk';
import { type Attempt, useAttempt } from '../common/form/attempt';
import { useLanguage } from '../common/language';
import { useTyped } from '../common/typed';
import type { Assessment, BodyKind, FactSet, FactValue } from './api';
import type { Words } from './methodology';
import { useScoringTexts } from './texts';
import { type Draft, errorOf, isBlank, readDraft } from './values';

/** What was changed: facts and manual points as typed, readings as chosen. */
export interface Changes {
  facts: Record<string, Draft>;
  points: Record<string, string>;
  settings: Record<string, string>;
}

export const NOTHING: Changes = { facts: {}, points: {}, settings: {} };

/** A body's own facts, what is tried instead of some of them, and what both are assessed to. */
export interface Trying {
  words: Words;
  form: Attempt;
  begun: FactSet;
  changes: Changes;
  change: (changes: Changes) => void;
  /** The names of what was changed. */
  changed: string[];
  /** By its own facts; null until it was counted. */
  before: Assessment | null;
  /** By what was tried last; null where nothing was. */
  after: Assessment | null;
  /** The facts behind what is shown. */
  values: Record<string, FactValue>;
  start: () => Promise<void>;
  count: (tried: Changes) => Promise<void>;
  undo: (name: string) => void;
  reset: () => void;
}

type Preview = Body<'/methodologies/{methodology}/preview', 'POST'>;

/** Counts what a body's points would be by what is typed. */
export function useTrying(own: FactSet, kind: BodyKind, words: Words): Trying {
  const t = useScoringTexts();
  const language = useLanguage();
  const { api, claims } = useDesk();
  // Facts come again with every language; what is being tried stays with those it was begun with.
  const [begun] = useState(own);
  const kept = `preview ${claims.sub} ${own.body} ${own.year}`;
  const [changes, change, forget] = useTyped<Changes>(kept, NOTHING);
  const [before, setBefore] = useState<Assessment | null>(null);
  const [after, setAfter] = useState<Assessment | null>(null);
  const [counted, setCounted] = useState<Changes>(NOTHING);
  const form = useAttempt('count');
  const preview = (tried: Changes) => {
    const place = at('/methodologies/{methodology}/preview', { methodology: words.methodology.id });
    return api(place, { method: 'POST', body: previewOf(begun, kind, tried, words, t('assumption')) });
  };
  const fieldAt = (pointer: string) => pointedAt(pointer, words);
  const count = async (tried: Changes) => {
    const unreadable = Object.entries(tried.facts)
      .filter(([name, draft]) => !isBlank(draft) && !('value' in readDraft(words.fact(name)!, draft)))
      .map(([name]) => ({
        field: fieldOf(name, words),
        message: `${words.name(name)}: ${t(errorOf(words.fact(name)!))}`,
      }));
    if (unreadable.length > 0) {
      return form.wrong(unreadable);
    }
    const reply = await form.send(() => preview(tried), fieldAt);
    if (reply?.kind === 'answered') {
      setCounted(tried);
      setAfter(reply.body);
    }
  };
  const changed = [...Object.keys(changes.facts), ...Object.keys(changes.points), ...Object.keys(changes.settings)];
  const start = async () => {
    const [first, second] = await Promise.all([preview(NOTHING), after === null ? null : preview(counted)]);
    form.show(first, fieldAt);
    if (first.kind === 'answered') {
      setBefore(first.body);
    }
    if (second?.kind === 'answered') {
      setAfter(second.body);
    } else if (second === null && changed.length > 0) {
      // What was typed before a reload.
      await count(changes);
    }
  };
  // Workings are sentences of the server, so another language asks for them again.
  useEffect(() => void start(), [language]);
  return {
    words,
    form,
    begun,
    changes,
    change,
    changed,
    before,
    after,
    values: { ...valuesOf(begun), ...readable(counted.facts, words) },
    start,
    count,
    undo: (name) => {
      const left = without(changes, name);
      change(left);
      void count(left);
    },
    reset: () => {
      forget();
      setCounted(NOTHING);
      setAfter(null);
      form.clear();
    },
  };
}

function valuesOf({ facts }: FactSet): Record<string, FactValue> {
  return Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]));
}

/** The body's own facts and points, with what is tried in their place; what is blank is left out. */
function previewOf(begun: FactSet, bodyKind: BodyKind, tried: Changes, words: Words, assumption: string): Preview {
  const facts = valuesOf(begun);
  for (const [name, draft] of Object.entries(tried.facts)) {
    const reading = readDraft(words.fact(name)!, draft);
    if (isBlank(draft)) {
      delete facts[name];
    } else if ('value' in reading) {
      facts[name] = reading.value;
    }
  }
  const manual: Record<string, { points: string; basis: string }> = Object.fromEntries(
    Object.entries(begun.manual).map(([id, { points, basis }]) => [id, { points, basis }]),
  );
  for (const [id, points] of Object.entries(tried.points)) {
    if (points.trim() === '') {
      delete manual[id];
    } else {
      manual[id] = { points: points.trim().replace(',', '.'), basis: assumption };
    }
  }
  const period = { from: `${begun.year}-01-01`, to: `${begun.year}-12-31` };
  return { bodyKind, period, facts, manual, settings: tried.settings };
}

/** Where a fact is typed. Several indicators may share one: each has a field for it, and the first is the one errors lead to. */
export function fieldOf(name: string, words: Words, place?: string): string {
  const first = words.methodology.directions
    .flatMap(({ indicators }) => indicators)
    .find(({ facts }) => facts.includes(name));
  return place === undefined || place === (first?.id ?? name) ? `try-${name}` : `try-${place}-${name}`;
}

function pointedAt(pointer: string, words: Words): string | undefined {
  const [, part, name = ''] = pointer.split('/');
  switch (part) {
    case 'facts':
      return words.fact(name) === undefined ? undefined : fieldOf(name, words);
    case 'manual':
      return `try-${name}`;
    case 'settings':
      return `setting-${name}`;
    default:
      return undefined;
  }
}

function readable(drafts: Record<string, Draft>, words: Words): Record<string, FactValue> {
  return Object.fromEntries(
    Object.entries(drafts).flatMap(([name, draft]) => {
      const reading = readDraft(words.fact(name)!, draft);
      return 'value' in reading && !isBlank(draft) ? [[name, reading.value]] : [];
    }),
  );
}

/** All changes but that of a fact, an indicator's points or a setting. */
function without({ facts, points, settings }: Changes, name: string): Changes {
  return { facts: omit(facts, name), points: omit(points, name), settings: omit(settings, name) };
}

export function omit<V>(all: Record<string, V>, name: string): Record<string, V> {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== name));
}
