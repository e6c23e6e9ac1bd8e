import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk, useLoaded } from '../common/desk';
import { official, useDirectory, WithDirectory } from '../common/directory';
import { Changed } from '../common/form/changed';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { PersonField } from '../common/form/person-field';
import { Rows } from '../common/form/rows';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { almatyDay } from '../common/today';
import { Choices, SelectField, TextField } from '../common/view';
import { usePeopleTexts } from './texts';
import {
  ABSENCES,
  type Employee,
  ENDS,
  entryOf,
  FLAGS,
  type Flag,
  fieldOf,
  heldOn,
  NO_ABSENCE,
  NO_APPOINTMENT,
  NO_SECONDMENT,
  NOBODY,
  type TypedAppointment,
  type TypedPerson,
  typedOf,
} from './typed-person';

const SUBMIT = 'person-save';

type List = 'appointments' | 'absences' | 'secondments';

/** Changes what is recorded of a person; `add` begins with a new entry of one list. */
export function ChangePerson({ id, add }: { id: string; add: string | null }) {
  const { claims } = useDesk();
  const [loaded, again] = useLoaded(
    at('/bodies/{body}/employees/{employee}', { body: claims.body ?? '', employee: id }),
  );
  return (
    <LoadedView loaded={loaded} again={again}>
      {(person) => (
        <WithDirectory>
          <PersonForm person={person} add={add} />
        </WithDirectory>
      )}
    </LoadedView>
  );
}

/** Enters somebody who is not in the directory yet. */
export function NewPerson() {
  return (
    <WithDirectory>
      <PersonForm person={null} add={null} />
    </WithDirectory>
  );
}

function withNew(typed: TypedPerson, add: string | null): TypedPerson {
  switch (add) {
    case 'appointments':
      return { ...typed, appointments: [...typed.appointments, NO_APPOINTMENT] };
    case 'absences':
      return { ...typed, absences: [...typed.absences, NO_ABSENCE] };
    case 'secondments':
      return { ...typed, secondments: [...typed.secondments, NO_SECONDMENT] };
    default:
      return typed;
  }
}

function PersonForm({ person, add }: { person: Employee | null; add: string | null }) {
  const t = usePeopleTexts();
  const { api, claims } = useDesk();
  const said = useSaid();
  const initial = person === null ? NOBODY : withNew(typedOf(person), add);
  const form = useForm(['person', person?.id ?? '', person?.version ?? 0, add ?? ''], initial, SUBMIT);
  // Loaded anew, as for another language, it is still over this version that the form was filled in.
  const [seen, setSeen] = useState(person?.version);
  const { typed } = form;
  const id = typed.id.trim();
  const to = linkTo(person === null ? ['people'] : ['people', 'one', person.id]);
  const save = async (version: number | undefined) => {
    if (id === '') {
      return form.wrong([{ field: 'id', message: t('missing_id') }]);
    }
    const place = at('/bodies/{body}/employees/{employee}', { body: claims.body ?? '', employee: id });
    const reply = await form.send(() => api(place, { method: 'PUT', body: entryOf(typed, version) }), fieldOf);
    if (reply?.kind === 'answered') {
      form.forget();
      location.hash = linkTo(['people', 'one', id], { news: 'saved' });
    }
  };
  const take = (current: Employee | undefined) => {
    form.clear();
    if (current === undefined || person === null) {
      form.forget();
      location.hash = linkTo(['people', 'one', id]);
    } else {
      form.forget(withNew(typedOf(current), add));
      setSeen(current.version);
    }
  };
  return (
    <FormPage
      form={form}
      page={`person ${person?.id ?? 'new'}`}
      title={person === null ? t('person_add') : person.name}
      {...(person !== null && { caption: t('person_change') })}
      intro={
        <Changed<Employee>
          form={form}
          there={said}
          mine={t('typed_below')}
          keep={(version) => void save(version)}
          take={take}
        />
      }
      submit={{ id: SUBMIT, label: t('save') }}
      onSubmit={() => void save(seen)}
      beside={
        <a id="cancel" href={to} onClick={() => form.forget()}>
          {t('cancel')}
        </a>
      }
    >
      <PersonFields form={form} isNew={person === null} />
      <AppointmentRows form={form} opened={add === 'appointments' || person === null} />
      <AbsenceRows form={form} opened={add === 'absences'} />
      <SecondmentRows form={form} opened={add === 'secondments'} />
    </FormPage>
  );
}

/** What is said of a person, in one line: the post of today, and how much is recorded. */
function useSaid(): (person: Employee) => string {
  const t = usePeopleTexts();
  const language = useLanguage();
  const { unitName } = useDirectory();
  return (person) => {
    const held = heldOn(person, almatyDay(new Date()));
    return [
      person.name,
      held && `${official(held.position, language)}, ${unitName(held.unit, language)}`,
      t('recorded', {
        appointments: person.appointments.length,
        absences: person.absences?.length ?? 0,
        secondments: person.secondments.length,
      }),
    ]
      .filter(Boolean)
      .join('; ');
  };
}

function PersonFields({ form, isNew }: { form: Form<TypedPerson>; isNew: boolean }) {
  const t = usePeopleTexts();
  const { text, typed, change } = form;
  return (
    <>
      {isNew && <TextField {...text('id')} label={t('person_id')} hint={t('person_id_hint')} kind="code" />}
      <TextField {...text('last')} label={t('last')} />
      <TextField {...text('first')} label={t('first')} />
      <TextField {...text('patronymic')} label={t('patronymic')} />
      <TextField {...text('name')} label={t('name_in_line')} hint={t('name_in_line_hint')} />
      <TextField {...text('email')} label={t('email')} />
      <TextField {...text('mobile')} label={t('mobile')} hint={t('mobile_hint')} kind="short" />
      <SelectField
        {...text('week')}
        label={t('week')}
        value={typed.week}
        change={(week) => change({ week: week as TypedPerson['week'] })}
        options={(['5x2', '6x1'] as const).map((week): [string, string] => [week, t(`week_${week}`)])}
      />
    </>
  );
}

/** What the rows of one list take of the form; the last one is opened where it is what one came for. */
function rowsOf<L extends List>(form: Form<TypedPerson>, list: L, opened: boolean) {
  return {
    id: list,
    form,
    opened: opened ? form.typed[list].length - 1 : undefined,
    rows: form.typed[list] as TypedPerson[L][number][],
    change: (rows: TypedPerson[L][number][]) => form.change({ [list]: rows } as Partial<TypedPerson>),
  };
}

function AppointmentRows({ form, opened }: { form: Form<TypedPerson>; opened: boolean }) {
  const t = usePeopleTexts();
  const language = useLanguage();
  const common = useCommonTexts();
  return (
    <Rows<TypedAppointment>
      {...rowsOf(form, 'appointments', opened)}
      title={t('appointments')}
      fresh={() => NO_APPOINTMENT}
      nameOf={({ kk, ru, from }) =>
        [official({ kk, ru }, language) || t('appointment_new'), from && t('since', { from: showDate(from, common) })]
          .filter(Boolean)
          .join(', ')
      }
      add={t('appointments_add')}
      remove={t('remove')}
    >
      {(row, at, change) => <AppointmentFields form={form} row={row} at={at} change={change} />}
    </Rows>
  );
}

function AppointmentFields(props: {
  form: Form<TypedPerson>;
  row: TypedAppointment;
  at: string;
  change: (part: Partial<TypedAppointment>) => void;
}) {
  const { form, row, at, change } = props;
  const t = usePeopleTexts();
  const language = useLanguage();
  const { units, unitName } = useDirectory();
  const field = (name: Exclude<keyof TypedAppointment, 'flags'>) => ({
    id: `${at}-${name}`,
    value: row[name],
    change: (value: string) => change({ [name]: value }),
    error: form.errorAt(`${at}-${name}`),
  });
  const options = <V extends string>(values: readonly V[], label: (value: V) => string): [string, string][] =>
    values.map((value) => [value, label(value)]);
  return (
    <>
      <SelectField
        {...field('unit')}
        label={t('unit')}
        options={[['', t('choose')], ...units.map(({ id }): [string, string] => [id, unitName(id, language)])]}
      />
      <TextField {...field('kk')} label={t('position_kk')} />
      <TextField {...field('ru')} label={t('position_ru')} />
      <TextField {...field('category')} label={t('category')} hint={t('category_hint')} kind="short" />
      <Choices
        id={`${at}-flags`}
        legend={t('flags')}
        error={form.errorAt(`${at}-flags`)}
        several
        choices={FLAGS.map((flag) => ({ value: flag, label: t(`flag_${flag}`) }))}
        selected={row.flags}
        select={(flags) => change({ flags: flags as Flag[] })}
      />
      <PersonField {...field('manager')} label={t('manager')} hint={t('manager_hint')} />
      <PersonField {...field('higherManager')} label={t('higherManager')} hint={t('higherManager_hint')} />
      <SelectField
        {...field('kind')}
        label={t('kind')}
        options={options(['APPOINTED', 'ELECTED'] as const, (kind) => t(`kind_${kind}`))}
      />
      <TextField {...field('from')} label={t('from')} kind="date" />
      <TextField {...field('to')} label={t('to')} hint={t('to_hint')} kind="date" />
      <SelectField
        {...field('end')}
        label={t('end')}
        options={[['', t('end_none')], ...options(ENDS, (end) => t(`end_${end}`))]}
      />
    </>
  );
}

function AbsenceRows({ form, opened }: { form: Form<TypedPerson>; opened: boolean }) {
  const t = usePeopleTexts();
  return (
    <Rows
      {...rowsOf(form, 'absences', opened)}
      title={t('absences')}
      fresh={() => NO_ABSENCE}
      nameOf={({ kind, from, to }) =>
        [t(`absent_${kind}`), [from, to].filter(Boolean).join(' – ')].filter(Boolean).join(', ')
      }
      add={t('absences_add')}
      remove={t('remove')}
    >
      {(row, at, change) => (
        <>
          <SelectField
            id={`${at}-kind`}
            label={t('absence_kind')}
            error={form.errorAt(`${at}-kind`)}
            value={row.kind}
            change={(kind) => change({ kind: kind as typeof row.kind })}
            options={ABSENCES.map((kind): [string, string] => [kind, t(`absent_${kind}`)])}
          />
          <DayField form={form} at={at} name="from" label={t('from')} row={row} change={change} />
          <DayField form={form} at={at} name="to" label={t('to')} row={row} change={change} />
        </>
      )}
    </Rows>
  );
}

function SecondmentRows({ form, opened }: { form: Form<TypedPerson>; opened: boolean }) {
  const t = usePeopleTexts();
  return (
    <Rows
      {...rowsOf(form, 'secondments', opened)}
      title={t('secondments')}
      fresh={() => NO_SECONDMENT}
      nameOf={({ to, from, until }) =>
        [to || t('secondment_new'), [from, until].filter(Boolean).join(' – ')].filter(Boolean).join(', ')
      }
      add={t('secondments_add')}
      remove={t('remove')}
    >
      {(row, at, change) => (
        <>
          <TextField
            id={`${at}-to`}
            label={t('receiving_body')}
            hint={t('receiving_body_hint')}
            kind="code"
            error={form.errorAt(`${at}-to`)}
            value={row.to}
            change={(to) => change({ to })}
          />
          <DayField form={form} at={at} name="from" label={t('from')} row={row} change={change} />
          <DayField form={form} at={at} name="until" label={t('to')} row={row} change={change} />
        </>
      )}
    </Rows>
  );
}

function DayField<N extends string>(props: {
  form: Form<TypedPerson>;
  at: string;
  name: N;
  label: string;
  row: { [K in N]: string };
  change: (part: { [K in N]: string }) => void;
}) {
  const { form, at, name, label, row, change } = props;
  return (
    <TextField
      id={`${at}-${name}`}
      label={label}
      kind="date"
      error={form.errorAt(`${at}-${name}`)}
      value={row[name]}
      change={(value) => change({ [name]: value } as { [K in N]: string })}
    />
  );
}
