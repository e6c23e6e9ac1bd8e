import type { PersonOnDay, Unit } from '../common/directory';
import type { FormError } from '../common/view';
import type { RemoteAct } from './api';
import { missing, unsigned } from './checks';
import type { useWorkmodeTexts } from './texts';

/** One act holds so many employees. */
export const MOST_EMPLOYEES = 500;

/** Somebody of an act, with the document of their own agreement where it is not that of all. */
export interface Chosen {
  employee: string;
  agreement: string;
}

export interface TypedAct {
  kind: RemoteAct['kind'] | '';
  basis: RemoteAct['basis'] | '';
  causeKind: string;
  causeFrom: string;
  decision: string;
  employees: Chosen[];
  /** The document of everybody's agreement for whom no other is entered. */
  agreement: string;
  from: string;
  to: string;
  place: string;
  weekdays: string[];
  dates: string[];
  /** A date that was typed and not added by its button: it is meant too. */
  date: string;
  ground: string;
  specifics: string;
  control: string;
  channels: string;
  number: string;
  signedOn: string;
}

export function emptyAct(today: string): TypedAct {
  return {
    kind: '',
    basis: '',
    causeKind: '',
    causeFrom: '',
    decision: '',
    employees: [],
    agreement: '',
    from: '',
    to: '',
    place: '',
    weekdays: [],
    dates: [],
    date: '',
    ground: '',
    specifics: '',
    control: '',
    channels: '',
    number: '',
    signedOn: today,
  };
}

type Say = ReturnType<typeof useWorkmodeTexts>;

/** What an act must say and does not (¶4–6); what stands beside it is the server's to judge. */
export function actMistakes(typed: TypedAct, t: Say): FormError[] {
  const { kind, basis, causeKind, causeFrom, employees, from, to, place, ground, number, signedOn } = typed;
  return [
    ...missing({ kind, basis }, { kind: t('missing_choice'), basis: t('missing_choice') }),
    ...(basis === 'EXCEPTIONAL'
      ? missing({ causeKind, causeFrom }, { causeKind: t('missing_choice'), causeFrom: t('missing_day') })
      : []),
    ...(employees.length === 0 ? [{ field: 'employees', message: t('missing_people') }] : []),
    ...(employees.length > MOST_EMPLOYEES
      ? [{ field: 'employees', message: t('too_many_people', { most: MOST_EMPLOYEES }) }]
      : []),
    ...(basis === 'AGREEMENT' ? withoutAgreement(typed, t) : []),
    ...missing({ from, to, place }, { from: t('missing_day'), to: t('missing_day'), place: t('missing_place') }),
    ...missing({ ground }, { ground: t('missing_ground') }),
    ...unsigned({ number, signedOn }, t),
  ];
}

/** With nobody's document the one of all is asked for, else that of each who has none. */
function withoutAgreement({ agreement, employees }: TypedAct, t: Say): FormError[] {
  if (agreement.trim() !== '') {
    return [];
  }
  const message = t('missing_agreement');
  return employees.every((each) => each.agreement.trim() === '')
    ? [{ field: 'agreement', message }]
    : employees.flatMap((each, index) =>
        each.agreement.trim() === '' ? [{ field: `employees-${index}-agreement`, message }] : [],
      );
}

export function actOf(typed: TypedAct) {
  const { kind, basis, causeKind, causeFrom, decision, employees, agreement, weekdays } = typed;
  const said = (field: 'specifics' | 'control' | 'channels') =>
    typed[field].trim() === '' ? {} : { [field]: typed[field].trim() };
  const remoteDays = [...weekdays, ...datesOf(typed)];
  return {
    kind: kind as RemoteAct['kind'],
    basis: basis as RemoteAct['basis'],
    ...(basis === 'EXCEPTIONAL' && {
      cause: {
        kind: causeKind as NonNullable<RemoteAct['cause']>['kind'],
        from: causeFrom,
        ...(decision.trim() !== '' && { decision: decision.trim() }),
      },
    }),
    employees: employees.map((each) => ({
      employee: each.employee,
      ...(basis === 'AGREEMENT' && { agreement: each.agreement.trim() || agreement.trim() }),
    })),
    from: typed.from,
    to: typed.to,
    place: typed.place.trim(),
    ...(kind === 'COMBINED' && remoteDays.length > 0 && { remoteDays }),
    ground: typed.ground.trim(),
    ...said('specifics'),
    ...said('control'),
    ...said('channels'),
    number: typed.number.trim(),
    signedOn: typed.signedOn,
  };
}

/** The single dates in their order, each once. */
export function datesOf({ dates, date }: Pick<TypedAct, 'dates' | 'date'>): string[] {
  return [...new Set([...dates, ...(date === '' ? [] : [date])])].sort();
}

/** The field at which a complaint about a part of an act is mended. */
export function actField(pointer: string): string | undefined {
  const [part, ...rest] = pointer.split('/').filter(Boolean);
  switch (part) {
    case 'cause':
      return rest[0] === 'from' ? 'causeFrom' : rest[0] === 'decision' ? 'decision' : 'causeKind';
    case 'employees':
      return rest[1] === 'agreement' ? `employees-${rest[0]}-agreement` : ['employees', ...rest.slice(0, 1)].join('-');
    default:
      return part;
  }
}

/** Everybody of a unit and of the units under it. */
export function peopleUnder(unit: string, units: Unit[], people: PersonOnDay[]): PersonOnDay[] {
  const under = new Set([unit]);
  for (let size = 0; size < under.size; ) {
    size = under.size;
    for (const { id, parent } of units) {
      if (parent !== undefined && under.has(parent)) {
        under.add(id);
      }
    }
  }
  return people.filter((person) => person.unit !== undefined && under.has(person.unit));
}

/** Those of whom every word that is sought says something, beside whom is chosen already. */
export function sought(words: string, people: PersonOnDay[], sayOf: (person: PersonOnDay) => string, chosen: Chosen[]) {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const there = new Set(chosen.map(({ employee }) => employee));
  return parts.length === 0
    ? []
    : people.filter((person) => {
        const said = `${person.id} ${sayOf(person)}`.toLowerCase();
        return !there.has(person.id) && parts.every((part) => said.includes(part));
      });
}
