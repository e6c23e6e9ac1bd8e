import type { Body, Schema } from '../common/api';

export type Employee = Schema<'Employee'>;
export type Appointment = Schema<'Appointment'>;
export type Absence = Schema<'Absence'>;
export type Secondment = Schema<'Secondment'>;
export type EmployeeEntry = Body<'/bodies/{body}/employees/{employee}', 'PUT'>;

export const ABSENCES: Absence['kind'][] = [
  'LABOUR_LEAVE',
  'SOCIAL_LEAVE',
  'SICK',
  'BUSINESS_TRIP',
  'INTERNSHIP',
  'RETRAINING',
  'QUALIFICATION',
  'OTHER',
];
export const ENDS: NonNullable<Appointment['end']>[] = ['DISMISSED', 'MOVED_WITHIN', 'OTHER_BODY'];
export const FLAGS = ['leading', 'unitHead', 'firstHead', 'apparatusHead'] as const;
export type Flag = (typeof FLAGS)[number];

/** A person as it stands in the form: what is not filled in is an empty text. */
export interface TypedPerson {
  id: string;
  last: string;
  first: string;
  patronymic: string;
  /** The name in one line where it is not the parts beside each other. */
  name: string;
  email: string;
  mobile: string;
  week: Employee['week'];
  appointments: TypedAppointment[];
  absences: TypedAbsence[];
  secondments: TypedSecondment[];
}

export interface TypedAppointment {
  unit: string;
  kk: string;
  ru: string;
  category: string;
  flags: Flag[];
  manager: string;
  higherManager: string;
  kind: Appointment['kind'];
  from: string;
  to: string;
  end: '' | NonNullable<Appointment['end']>;
}

export interface TypedAbsence {
  kind: Absence['kind'];
  from: string;
  to: string;
}

export interface TypedSecondment {
  to: string;
  from: string;
  until: string;
}

export const NO_APPOINTMENT: TypedAppointment = {
  unit: '',
  kk: '',
  ru: '',
  category: '',
  flags: [],
  manager: '',
  higherManager: '',
  kind: 'APPOINTED',
  from: '',
  to: '',
  end: '',
};
export const NO_ABSENCE: TypedAbsence = { kind: 'LABOUR_LEAVE', from: '', to: '' };
export const NO_SECONDMENT: TypedSecondment = { to: '', from: '', until: '' };

export const NOBODY: TypedPerson = {
  id: '',
  last: '',
  first: '',
  patronymic: '',
  name: '',
  email: '',
  mobile: '',
  week: '5x2',
  appointments: [NO_APPOINTMENT],
  absences: [],
  secondments: [],
};

export function typedOf(person: Employee): TypedPerson {
  const { id, name, names, email = '', mobile = '', week, appointments, absences = [], secondments } = person;
  const { last = '', first = '', patronymic = '' } = names ?? {};
  const parts = [last, first, patronymic].filter(Boolean).join(' ');
  return {
    id,
    last,
    first,
    patronymic,
    name: parts === name ? '' : name,
    email,
    mobile,
    week,
    appointments: appointments.map(typedAppointment),
    absences,
    secondments: secondments.map(({ to, from, until = '' }) => ({ to, from, until })),
  };
}

function typedAppointment(held: Appointment): TypedAppointment {
  return {
    unit: held.unit,
    kk: held.position.kk,
    ru: held.position.ru,
    category: held.category ?? '',
    flags: FLAGS.filter((flag) => held[flag]),
    manager: held.manager ?? '',
    higherManager: held.higherManager ?? '',
    kind: held.kind,
    from: held.from,
    to: held.to ?? '',
    end: held.end ?? '',
  };
}

/** What is sent; who changes something sends the version that was seen. */
export function entryOf(typed: TypedPerson, version: number | undefined): EmployeeEntry {
  const { last, first, patronymic, name, email, mobile, week } = trimmed(typed);
  const hasNames = last !== '' || first !== '' || patronymic !== '';
  return {
    ...given({ name, email, mobile }),
    ...(hasNames && { names: { last, first, ...given({ patronymic }) } }),
    week,
    appointments: typed.appointments.map(appointmentOf),
    absences: typed.absences,
    secondments: typed.secondments.map(({ to, from, until }) => ({ to: to.trim(), from, ...given({ until }) })),
    ...(version !== undefined && { version }),
  };
}

function appointmentOf(typed: TypedAppointment) {
  const { unit, kk, ru, category, flags, manager, higherManager, kind, from, to, end } = typed;
  return {
    unit,
    position: { kk: kk.trim(), ru: ru.trim() },
    ...given({ category, manager, higherManager, to }),
    ...Object.fromEntries(FLAGS.map((flag) => [flag, flags.includes(flag)])),
    kind,
    from,
    ...(end !== '' && { end }),
  };
}

/** Without what is empty. */
function given<K extends string>(texts: Record<K, string>): { [N in K]?: string } {
  return Object.fromEntries(
    Object.entries<string>(texts)
      .map(([name, text]): [string, string] => [name, text.trim()])
      .filter(([, text]) => text !== ''),
  ) as { [N in K]?: string };
}

function trimmed<T extends object>(typed: T): T {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as T;
}

const IN_APPOINTMENT: Record<string, string> = { 'position-kk': 'kk', 'position-ru': 'ru', position: 'ru' };

/** The field at which a complaint is mended, by its pointer: `/appointments/0/position/kk` at `appointments-0-kk`. */
export function fieldOf(pointer: string): string | undefined {
  const [, list, index, ...rest] = pointer.split('/');
  if (list === undefined || list === '') {
    return undefined;
  }
  if (index === undefined) {
    return list === 'employee' ? 'id' : list;
  }
  if (list === 'names') {
    return index;
  }
  const part = rest.join('-');
  const named =
    list === 'appointments' ? (FLAGS.some((flag) => flag === part) ? 'flags' : (IN_APPOINTMENT[part] ?? part)) : part;
  return [list, index, named].filter(Boolean).join('-');
}

/** The appointment that is held on a day. */
export function heldOn({ appointments }: Pick<Employee, 'appointments'>, day: string): Appointment | undefined {
  return appointments.find(({ from, to }) => from <= day && (to === undefined || day <= to));
}
