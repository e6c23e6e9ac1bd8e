import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { formErrors, useDesk, useLoaded } from '../common/desk';
import type { Fault } from '../common/http';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { useCommonTexts } from '../common/texts';
import { useTypedRequest } from '../common/typed';
import { Choices, ErrorSummary, errorAt, type FormError, Heading, Note, TextField } from '../common/view';
import { almatyNow, fromAlmaty } from './almaty-time';
import type { StateBody } from './api';
import { type Form, orderOf, type Pool } from './survey-order';
import { useDeskTexts } from './texts';

/** The questions that may take several answers. */
const MULTI = ['q29', 'q32'] as const;

export function OpenSurvey() {
  const t = useDeskTexts();
  const [loaded, again] = useLoaded(at('/bodies'));
  return loaded.at === 'here' ? (
    <OpenForm bodies={loaded.value.bodies} />
  ) : (
    <>
      <Heading page="open">{t('open_title')}</Heading>
      <LoadedView loaded={loaded} again={again}>
        {() => null}
      </LoadedView>
    </>
  );
}

function OpenForm({ bodies }: { bodies: StateBody[] }) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const { api, claims } = useDesk();
  const [form, key, setForm, forget] = useTypedRequest<Form>(`survey ${claims.sub}`, {
    id: '',
    year: almatyNow().slice(0, 4),
    bodies: [],
    pools: {},
    opens: almatyNow(),
    closes: `${almatyNow(14).slice(0, 10)}T18:00`,
    minimumGroup: '5',
    minimumTexts: '10',
    multi: [],
  });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const set = <K extends keyof Form>(name: K, value: Form[K]) => setForm({ ...form, [name]: value });
  const wrong = (found: FormError[]) => {
    setErrors(found);
    setAttempt((before) => before + 1);
  };

  const submit = async () => {
    const missing = missingIn(form, t);
    if (missing.length > 0) {
      return wrong(missing);
    }
    const order = orderOf(form);
    setBusy(true);
    const reply = await api(at('/surveys'), { method: 'POST', body: order, idempotencyKey: key });
    setBusy(false);
    if (reply.kind === 'answered') {
      forget();
      location.hash = `#/surveys/${encodeURIComponent(reply.body.id)}`;
    } else if (reply.kind === 'refused') {
      wrong(formErrors(reply.problem, (fault) => fieldOf(fault, order.pools ?? []), 'open-submit'));
    } else {
      wrong([{ field: 'open-submit', message: common('unreachable_title') }]);
    }
  };

  const sorted = [...bodies].sort((one, other) => one.name[language].localeCompare(other.name[language], language));
  const text = (name: 'id' | 'year' | 'minimumGroup' | 'minimumTexts' | 'enrolledShare' | 'opens' | 'closes') => ({
    id: name,
    value: form[name] ?? '',
    change: (value: string) => set(name, value),
    error: errorAt(errors, name),
  });
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page="open">{t('open_title')}</Heading>
      <p>{t('open_intro')}</p>
      {bodies.length === 0 ? (
        <Note kind="warning">
          <p>
            <a href="#/bodies">{t('no_bodies')}</a>
          </p>
        </Note>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <TextField {...text('year')} label={t('year')} kind="number" />
          <TextField {...text('id')} label={t('id_label')} hint={t('id_hint')} kind="code" />
          <Choices
            id="bodies"
            legend={t('open_bodies')}
            hint={t('open_bodies_hint')}
            error={errorAt(errors, 'bodies')}
            several
            choices={sorted.map(({ id, name, headcount }) => ({
              value: id,
              label: name[language],
              hint: t('headcount_of', { n: headcount }),
            }))}
            selected={form.bodies}
            select={(values) => set('bodies', values)}
            under={(id) => (
              <div class="under">
                <TextField
                  id={`pool-${id}`}
                  label={t('pool_of', { body: bodies.find((body) => body.id === id)?.name[language] ?? id })}
                  hint={t('pool_hint')}
                  error={errorAt(errors, `pool-${id}`)}
                  value={form.pools[id] ?? ''}
                  change={(value) => set('pools', { ...form.pools, [id]: value })}
                  kind="short"
                />
              </div>
            )}
          />
          <TextField {...text('opens')} label={t('opens')} hint={t('time_hint')} kind="moment" />
          <TextField {...text('closes')} label={t('closes')} hint={t('time_hint')} kind="moment" />
          <TextField
            {...text('minimumGroup')}
            label={t('minimum_group')}
            hint={t('minimum_group_hint')}
            kind="number"
          />
          <TextField
            {...text('minimumTexts')}
            label={t('minimum_texts')}
            hint={t('minimum_texts_hint')}
            kind="number"
          />
          <TextField
            {...text('enrolledShare')}
            label={t('enrolled_share')}
            hint={t('enrolled_share_hint')}
            kind="decimal"
          />
          <Choices
            id="multi"
            legend={t('multi')}
            hint={t('multi_hint')}
            error={errorAt(errors, 'multi')}
            several
            choices={MULTI.map((id) => ({ value: id, label: t('question', { n: id.slice(1) }) }))}
            selected={form.multi}
            select={(values) =>
              set(
                'multi',
                MULTI.filter((id) => values.includes(id)),
              )
            }
          />
          <button id="open-submit" type="submit" class="button" disabled={busy}>
            {t('open_submit')}
          </button>
        </form>
      )}
    </>
  );
}

function missingIn(form: Form, t: ReturnType<typeof useDeskTexts>): FormError[] {
  const checks: [string, boolean, string][] = [
    ['year', /^\d{4}$/.test(form.year.trim()), t('error_year')],
    ['bodies', form.bodies.length > 0, t('error_bodies')],
    ['opens', fromAlmaty(form.opens) !== null, t('error_opens')],
    ['closes', fromAlmaty(form.closes) !== null, t('error_closes')],
    ['minimumGroup', /^\d+$/.test(form.minimumGroup.trim()), t('error_number')],
    ['minimumTexts', /^\d+$/.test(form.minimumTexts.trim()), t('error_number')],
  ];
  return checks.filter(([, fine]) => !fine).map(([field, , message]) => ({ field, message }));
}

/** `/pools/0/name` is shown at the first body of that pool, the others at the field of their name. */
function fieldOf({ pointer = '' }: Fault, pools: Pool[]): string | undefined {
  const [, field, index] = pointer.split('/');
  if (field === 'pools') {
    const first = pools[Number(index)]?.bodies[0];
    return first === undefined ? 'bodies' : `pool-${first}`;
  }
  return ['id', 'year', 'bodies', 'opens', 'closes', 'minimumGroup', 'minimumTexts', 'enrolledShare', 'multi'].find(
    (known) => known === field,
  );
}
