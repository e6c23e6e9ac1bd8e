import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { Choices, type FormError, Heading, Note, TextField } from '../common/view';
import { almatyNow, fromAlmaty } from './almaty-time';
import type { StateBody } from './api';
import { orderOf, type Pool, type Typed } from './survey-order';
import { useDeskTexts } from './texts';

/** The questions that may take several answers. */
const MULTI = ['q29', 'q32'] as const;

const SUBMIT = 'open-submit';

export function OpenSurvey() {
  const t = useDeskTexts();
  const [loaded, again] = useLoaded(at('/bodies'));
  return loaded.at === 'here' ? (
    loaded.value.bodies.length === 0 ? (
      <NoBodies />
    ) : (
      <OpenForm bodies={loaded.value.bodies} />
    )
  ) : (
    <>
      <Heading page="open">{t('open_title')}</Heading>
      <LoadedView loaded={loaded} again={again}>
        {() => null}
      </LoadedView>
    </>
  );
}

function NoBodies() {
  const t = useDeskTexts();
  return (
    <>
      <Heading page="open">{t('open_title')}</Heading>
      <Note kind="warning">
        <p>
          <a href="#/bodies">{t('no_bodies')}</a>
        </p>
      </Note>
    </>
  );
}

function emptyOrder(): Typed {
  return {
    id: '',
    year: almatyNow().slice(0, 4),
    bodies: [],
    pools: {},
    opens: almatyNow(),
    closes: `${almatyNow(14).slice(0, 10)}T18:00`,
    minimumGroup: '5',
    minimumTexts: '10',
    enrolledShare: '',
    multi: [],
  };
}

function OpenForm({ bodies }: { bodies: StateBody[] }) {
  const t = useDeskTexts();
  const { api } = useDesk();
  const form = useForm(['survey'], emptyOrder(), SUBMIT);
  const { typed, change, errorAt, text } = form;
  const submit = async () => {
    const missing = missingIn(typed, t);
    if (missing.length > 0) {
      return form.wrong(missing);
    }
    const body = orderOf(typed);
    const { idempotencyKey } = form;
    const reply = await form.send(
      () => api(at('/surveys'), { method: 'POST', body, idempotencyKey }),
      (pointer) => fieldOf(pointer, body.pools ?? []),
    );
    if (reply?.kind === 'answered') {
      form.forget();
      location.hash = `#/surveys/${encodeURIComponent(reply.body.id)}`;
    }
  };
  return (
    <FormPage
      form={form}
      page="open"
      title={t('open_title')}
      intro={<p>{t('open_intro')}</p>}
      submit={{ id: SUBMIT, label: t('open_submit') }}
      onSubmit={() => void submit()}
    >
      <TextField {...text('year')} label={t('year')} kind="number" />
      <TextField {...text('id')} label={t('id_label')} hint={t('id_hint')} kind="code" />
      <BodyFields form={form} bodies={bodies} />
      <TextField {...text('opens')} label={t('opens')} hint={t('time_hint')} kind="moment" />
      <TextField {...text('closes')} label={t('closes')} hint={t('time_hint')} kind="moment" />
      <TextField {...text('minimumGroup')} label={t('minimum_group')} hint={t('minimum_group_hint')} kind="number" />
      <TextField {...text('minimumTexts')} label={t('minimum_texts')} hint={t('minimum_texts_hint')} kind="number" />
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
        error={errorAt('multi')}
        several
        choices={MULTI.map((id) => ({ value: id, label: t('question', { n: id.slice(1) }) }))}
        selected={typed.multi}
        select={(values) => change({ multi: MULTI.filter((id) => values.includes(id)) })}
      />
    </FormPage>
  );
}

/** Which bodies take part, and in which pool each votes. */
function BodyFields({ form: { typed, change, errorAt }, bodies }: { form: Form<Typed>; bodies: StateBody[] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const sorted = [...bodies].sort((one, other) => one.name[language].localeCompare(other.name[language], language));
  return (
    <Choices
      id="bodies"
      legend={t('open_bodies')}
      hint={t('open_bodies_hint')}
      error={errorAt('bodies')}
      several
      choices={sorted.map(({ id, name, headcount }) => ({
        value: id,
        label: name[language],
        hint: t('headcount_of', { n: headcount }),
      }))}
      selected={typed.bodies}
      select={(values) => change({ bodies: values })}
      under={(id) => (
        <div class="under">
          <TextField
            id={`pool-${id}`}
            label={t('pool_of', { body: bodies.find((body) => body.id === id)?.name[language] ?? id })}
            hint={t('pool_hint')}
            error={errorAt(`pool-${id}`)}
            value={typed.pools[id] ?? ''}
            change={(value) => change({ pools: { ...typed.pools, [id]: value } })}
            kind="short"
          />
        </div>
      )}
    />
  );
}

function missingIn(form: Typed, t: ReturnType<typeof useDeskTexts>): FormError[] {
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
function fieldOf(pointer: string, pools: Pool[]): string | undefined {
  const [, field, index] = pointer.split('/');
  if (field === 'pools') {
    const first = pools[Number(index)]?.bodies[0];
    return first === undefined ? 'bodies' : `pool-${first}`;
  }
  return ['id', 'year', 'bodies', 'opens', 'closes', 'minimumGroup', 'minimumTexts', 'enrolledShare', 'multi'].find(
    (known) => known === field,
  );
}
