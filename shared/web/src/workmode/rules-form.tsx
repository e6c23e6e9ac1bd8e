import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import { useDirectory } from '../common/directory';
import { Facts } from '../common/facts';
import { Changed } from '../common/form/changed';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Choices, type FormError, SelectField, TextField } from '../common/view';
import { WEEKDAYS, type WorkRules } from './api';
import { missing } from './checks';
import { HoursFields, hoursMistakes, hoursOf, type TypedHours } from './hours-fields';
import { hoursText } from './one-application';
import { minutesOf, netMinutes } from './period';
import { useWorkmodeTexts } from './texts';

export interface TypedRules extends TypedHours {
  from: string;
  to: string;
  unit: string;
  weekdays: string[];
  act: string;
}

const SUBMIT = 'put-rules';

export function typedRules(edited: WorkRules | undefined): TypedRules {
  const { from = '', to = '', unit = '', start = '', end = '', breakFrom = '', breakTo = '', act = '' } = edited ?? {};
  const weekdays: string[] = edited?.weekdays ?? WEEKDAYS.slice(0, 5);
  return { from, to, unit, start, end, breakFrom, breakTo, weekdays, act };
}

/** An edition that begins on a day: a new one, or one that stands and is changed. */
export function RulesForm(props: { body: string; edited: WorkRules | undefined; again: () => void }) {
  const { body, edited, again } = props;
  const t = useWorkmodeTexts();
  const { api } = useDesk();
  const form = useForm<TypedRules>(
    ['rules', body, edited?.from ?? '', edited?.unit ?? '', edited?.version ?? 0],
    typedRules(edited),
    SUBMIT,
  );
  const put = async (version: number | undefined) => {
    const wrong = rulesMistakes(form.typed, t);
    if (wrong.length > 0) {
      return form.wrong(wrong);
    }
    const reply = await form.send(
      () =>
        api(at('/bodies/{body}/work-rules/{from}', { body, from: form.typed.from }), {
          method: 'PUT',
          body: rulesOf(form.typed, version),
        }),
      (pointer) => pointer.split('/').filter(Boolean)[0],
    );
    if (reply?.kind === 'answered') {
      form.forget();
      again();
      location.hash = linkTo(['worktime', 'rules']);
    }
  };
  return (
    <>
      <Changed<WorkRules>
        form={form}
        there={(stands) => `${hoursText(stands)}; ${stands.act}`}
        mine={`${hoursText(hoursOf(form.typed))}; ${form.typed.act}`}
        keep={(version) => void put(version)}
        take={(stands) => {
          form.forget(typedRules(stands));
          form.clear();
          again();
        }}
      />
      <FormPage
        form={form}
        page="new-rules"
        title={t(edited === undefined ? 'new_rules' : 'edit_rules')}
        intro={<p>{t('rules_intro')}</p>}
        submit={{ id: SUBMIT, label: t('rules_submit') }}
        onSubmit={() => void put(edited?.version)}
      >
        <RulesFields form={form} fixed={edited !== undefined} />
      </FormPage>
    </>
  );
}

/** @param fixed whether the edition stands, so that its day and its unit, which name it, stay */
function RulesFields({ form, fixed }: { form: Form<TypedRules>; fixed: boolean }) {
  const t = useWorkmodeTexts();
  return (
    <>
      {fixed ? <Named typed={form.typed} /> : <Naming form={form} />}
      <HoursFields text={form.text}>
        <Shift typed={form.typed} />
      </HoursFields>
      <Choices
        id="weekdays"
        legend={t('weekdays')}
        error={form.errorAt('weekdays')}
        several
        choices={WEEKDAYS.map((value) => ({ value, label: t(`day_${value}`) }))}
        selected={form.typed.weekdays}
        select={(chosen) => form.change({ weekdays: WEEKDAYS.filter((day) => chosen.includes(day)) })}
      />
      <TextField {...form.text('to')} label={t('to')} hint={t('rules_to_hint')} kind="date" />
      <TextField {...form.text('act')} label={t('rules_act')} />
    </>
  );
}

/** From which day on, and for whom. */
function Naming({ form }: { form: Form<TypedRules> }) {
  const t = useWorkmodeTexts();
  const language = useLanguage();
  const { units, unitName } = useDirectory();
  return (
    <>
      <TextField {...form.text('from')} label={t('from')} kind="date" />
      <SelectField
        {...form.text('unit')}
        label={t('rules_of')}
        options={[['', t('whole_body')], ...units.map(({ id }): [string, string] => [id, unitName(id, language)])]}
      />
    </>
  );
}

function Named({ typed: { from, unit } }: { typed: TypedRules }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const { unitName } = useDirectory();
  return (
    <Facts
      id="edition"
      facts={[
        [t('from'), showDate(from, common)],
        [t('rules_of'), unit === '' ? t('whole_body') : unitName(unit, language)],
      ]}
    />
  );
}

/** How long the day is, and on which day it ends, while it is typed. */
function Shift({ typed }: { typed: TypedRules }) {
  const t = useWorkmodeTexts();
  const net = netMinutes(typed);
  const ends = shiftEnd(typed);
  return (
    <p role="status" id="shift" class="hint" data-ends={ends ?? ''} data-minutes={net ?? ''}>
      {ends === 'NEXT_DAY' && `${t('ends_next_day')} `}
      {ends === 'MIDNIGHT' && `${t('ends_midnight')} `}
      {net !== null && t('net', { hours: Math.floor(net / 60), minutes: net % 60 })}
    </p>
  );
}

/** On which day a shift ends: an end that is not after the start is the next day's, 24:00 is midnight. Null for what is no time. */
export function shiftEnd({ start, end }: TypedHours): 'SAME_DAY' | 'MIDNIGHT' | 'NEXT_DAY' | null {
  const [begins, ends] = [minutesOf(start.trim()), minutesOf(end.trim(), true)];
  if (begins === null || ends === null) {
    return null;
  }
  return end.trim() === '24:00' ? 'MIDNIGHT' : ends > begins ? 'SAME_DAY' : 'NEXT_DAY';
}

export function rulesMistakes(typed: TypedRules, t: ReturnType<typeof useWorkmodeTexts>): FormError[] {
  const { from, act, weekdays } = typed;
  return [
    ...missing({ from }, { from: t('missing_day') }),
    ...hoursMistakes(typed, t('wrong_time')),
    ...(weekdays.length === 0 ? [{ field: 'weekdays', message: t('missing_weekdays') }] : []),
    ...missing({ act }, { act: t('missing_act') }),
  ];
}

export function rulesOf(typed: TypedRules, version: number | undefined) {
  const { unit, to, act, weekdays } = typed;
  return {
    ...hoursOf(typed),
    weekdays: weekdays as WorkRules['weekdays'],
    act: act.trim(),
    ...(unit !== '' && { unit }),
    ...(to !== '' && { to }),
    ...(version !== undefined && { version }),
  };
}
