import type { Body, Schema } from '../common/api';

type BodyMethodology = Schema<'BodyMethodology'>;

/** A body's record of a procedure as it stands in the form. */
export interface TypedMethodology {
  kind: string;
  number: string;
  date: string;
  publishedOn: string;
  from: string;
  until: string;
  settings: { id: string; value: string; reason: string }[];
}

export function typedOf(record: BodyMethodology | undefined): TypedMethodology {
  const { act, from = '', until = '', settings = {} } = record ?? {};
  return {
    kind: act?.kind ?? '',
    number: act?.number ?? '',
    date: act?.date ?? '',
    publishedOn: act?.publishedOn ?? '',
    from,
    until,
    settings: Object.entries(settings).map(([id, { value, reason }]) => ({ id, value: String(value), reason })),
  };
}

export function recordOf(
  { kind, number, date, publishedOn, from, until, settings }: TypedMethodology,
  version: number | undefined,
): Body<'/bodies/{body}/employee-methodologies/{methodology}', 'PUT'> {
  return {
    act: { kind: kind.trim(), number: number.trim(), date, ...(publishedOn !== '' && { publishedOn }) },
    from,
    ...(until !== '' && { until }),
    settings: Object.fromEntries(
      settings.map(({ id, value, reason }) => [id, { value: value.trim(), reason: reason.trim() }]),
    ),
    ...(version !== undefined && { version }),
  };
}

/** The field at which a complaint is mended: settings go by their names, and stand in rows. */
export function fieldOf(pointer: string, { settings }: TypedMethodology): string | undefined {
  const [, part, name, ...rest] = pointer.split('/');
  if (part === 'settings' && name !== undefined) {
    const row = settings.findIndex(({ id }) => id === name);
    return row < 0 ? 'settings' : `settings-${row}-${rest[0] ?? 'id'}`;
  }
  return part === 'act' ? name : part || undefined;
}
