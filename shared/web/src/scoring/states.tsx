import type { BodyKind, Direction, DirectionId, FactSet, Indicator, ManualPoints, Standing } from './api';
import { useScoringTexts } from './texts';

/** Who claims what stands. */
export function originOf({ origin, source }: Standing): string {
  return origin ?? source.kind;
}

/** How a fact stands. `absent` is one that is not there and that nobody waits for. */
export type State = 'given' | 'manual' | 'provisional' | 'disputed' | 'missing' | 'absent';

/** What `FactSet` and a row of the matrix have in common. */
export type Held = Pick<FactSet, 'facts' | 'manual'> & { missing?: string[] };

export function stateOf(held: Held, name: string): State {
  const fact: Standing | undefined = held.facts[name];
  const points: ManualPoints | undefined = held.manual?.[name];
  if (fact?.disputed) {
    return 'disputed';
  }
  if (fact?.source.provisional === true) {
    return 'provisional';
  }
  if (points !== undefined || (fact !== undefined && originOf(fact) === 'analyst')) {
    return 'manual';
  }
  return fact !== undefined ? 'given' : held.missing?.includes(name) ? 'missing' : 'absent';
}

/** What an indicator is made of: its facts, or its points where an analyst enters them. */
export function partsOf({ id, facts, manual }: Indicator): string[] {
  return manual ? [id, ...facts] : facts;
}

/** The indicators of a direction that concern bodies of a kind, and its penalties; with the names of what each is made of. */
export function rowsOf({ id, indicators }: Direction, kind?: BodyKind): { id: string; parts: string[] }[] {
  return [
    ...indicators
      .filter(({ maximum }) => kind === undefined || maximum[kind] !== undefined)
      .map((indicator) => ({ id: indicator.id, parts: partsOf(indicator) })),
    { id: `information.${id}`, parts: [`information.${id}`] },
  ];
}

/** The direction to which a fact or an indicator belongs. */
export function directionOf(directions: Direction[], name: string): DirectionId | undefined {
  return directions.find(
    ({ id, indicators }) =>
      name === `information.${id}` ||
      indicators.some((indicator) => indicator.id === name || indicator.facts.includes(name)),
  )?.id;
}

/** A state as a shape and a word, so that no colour is needed. What is simply given needs no mark. */
export function Mark({ state, count }: { state: State; count?: number }) {
  const t = useScoringTexts();
  return state === 'given' || state === 'absent' ? null : (
    <span class={`mark mark-${state}`} data-state={state}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {state === 'missing' && <circle cx="6" cy="6" r="4.5" class="hollow" />}
        {state === 'provisional' && (
          <>
            <circle cx="6" cy="6" r="4.5" class="line" />
            <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" />
          </>
        )}
        {state === 'manual' && <path d="M1 8.6V11h2.4l6.3-6.3-2.4-2.4zM8 1.6l2.4 2.4 1-1L9 .6z" />}
        {state === 'disputed' && <path d="M6 .8 11.6 11H.4z" />}
      </svg>
      {t(`state_${state}`)}
      {count !== undefined && ` ${count}`}
    </span>
  );
}
