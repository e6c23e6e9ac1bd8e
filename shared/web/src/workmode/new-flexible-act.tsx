import { useAllOf } from '../common/all-pages';
import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import type { Reply } from '../common/http';
import { LoadedView } from '../common/loaded-view';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { almatyDay } from '../common/today';
import { Choices, type FormError, TextField } from '../common/view';
import type { Application, ApplicationLine } from './api';
import { useWorkmodeTexts } from './texts';

interface Typed {
  applications: string[];
  from: string;
  to: string;
  ground: string;
  number: string;
  signedOn: string;
}

const SUBMIT = 'set-act';
/** An act holds so many employees; a larger one is entered in parts under one number. */
const MOST = 12;

/** The authorised person sets flexible time for those whose application is approved (¶17). */
export function NewFlexibleAct() {
  const { claims } = useDesk();
  const paged = usePaged(
    (cursor) => at('/flexible-applications', { body: claims.body, state: 'APPROVED', cursor }),
    ({ applications, next }) => ({ rows: applications, next }),
  );
  return (
    <LoadedView loaded={useAllOf(paged)} again={paged.again}>
      {(applications) => (
        <WithDirectory>
          <ActForm applications={applications} />
        </WithDirectory>
      )}
    </LoadedView>
  );
}

function ActForm({ applications }: { applications: ApplicationLine[] }) {
  const t = useWorkmodeTexts();
  const { api } = useDesk();
  const { nameOf } = useDirectory();
  const form = useForm<Typed>(
    ['flexible act'],
    { applications: [], from: '', to: '', ground: '', number: '', signedOn: almatyDay(new Date()) },
    SUBMIT,
  );
  const choose = (chosen: string[]) => {
    const of = applications.filter(({ id }) => chosen.includes(id));
    const from =
      of
        .map((each) => each.from)
        .sort()
        .at(-1) ?? '';
    const to = of.map((each) => each.to).sort()[0] ?? '';
    form.change({ applications: chosen, from, to });
  };
  const set = async () => {
    const missing = mistakes(form.typed, t);
    if (missing.length > 0) {
      return form.wrong(missing);
    }
    const reply = await form.send(
      async () => {
        const read = await readAll(form.typed.applications, (id) =>
          api(at('/flexible-applications/{application}', { application: id })),
        );
        return read.kind === 'answered'
          ? api(at('/flexible-acts'), {
              method: 'POST',
              body: entryOf(form.typed, read.body),
              idempotencyKey: form.idempotencyKey,
            })
          : read;
      },
      (pointer) => pointer.split('/').filter(Boolean)[0]?.replace('employees', 'applications'),
    );
    if (reply?.kind === 'answered') {
      form.forget();
      location.hash = linkTo(['worktime', 'acts', 'flexible', reply.body.id]);
    }
  };
  return (
    <FormPage
      form={form}
      page="new-act"
      title={t('make_act')}
      intro={<p>{applications.length === 0 ? t('none_approved') : t('make_act_intro', { most: MOST })}</p>}
      submit={{ id: SUBMIT, label: t('set_act') }}
      onSubmit={() => void set()}
    >
      <Choices
        id="applications"
        legend={t('approved')}
        error={form.errorAt('applications')}
        several
        choices={applications.map(({ id, employee, from, to }) => ({
          value: id,
          label: nameOf(employee),
          hint: `${from} – ${to}`,
        }))}
        selected={form.typed.applications}
        select={choose}
      />
      <TextField {...form.text('from')} label={t('from')} hint={t('act_period_hint')} kind="date" />
      <TextField {...form.text('to')} label={t('to')} kind="date" />
      <TextField {...form.text('ground')} label={t('ground')} />
      <TextField {...form.text('number')} label={t('number')} kind="short" />
      <TextField {...form.text('signedOn')} label={t('signed_on')} kind="date" />
    </FormPage>
  );
}

/** The applications themselves: the hours of each become the fixed working time. */
async function readAll(
  ids: string[],
  read: (id: string) => Promise<Reply<Application>>,
): Promise<Reply<Application[]>> {
  const all: Application[] = [];
  for (const id of ids) {
    const reply = await read(id);
    if (reply.kind !== 'answered') {
      return reply;
    }
    all.push(reply.body);
  }
  return { kind: 'answered', status: 200, body: all };
}

function entryOf({ ground, number, ...typed }: Typed, read: Application[]) {
  return {
    ...typed,
    ground: ground.trim(),
    number: number.trim(),
    employees: read.map(({ employee, mode }) => ({ employee, ...mode })),
  };
}

function mistakes(typed: Typed, t: ReturnType<typeof useWorkmodeTexts>): FormError[] {
  const { applications, ground, number, from, to, signedOn } = typed;
  const empty = (field: keyof Typed, value: string, message: string) =>
    value.trim() === '' ? [{ field, message }] : [];
  return [
    ...(applications.length === 0 || applications.length > MOST
      ? [{ field: 'applications', message: t('missing_applications', { most: MOST }) }]
      : []),
    ...empty('from', from, t('missing_day')),
    ...empty('to', to, t('missing_day')),
    ...empty('ground', ground, t('missing_ground')),
    ...empty('number', number, t('missing_number')),
    ...empty('signedOn', signedOn, t('missing_day')),
  ];
}
