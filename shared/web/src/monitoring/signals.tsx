import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import { Act } from '../common/form/act';
import { useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { almatyDay } from '../common/today';
import { type FormError, Heading, Loading, Note, SelectField, TextField } from '../common/view';
import { SIGNAL_SOURCES, SIGNAL_STATES, type Signal } from './api';
import { type Bodies, useBodies } from './bodies';
import { useMonitoringTexts } from './texts';
import { VisitChoice } from './visit-choice';

/** Signals that a body may not keep its working time (¶7): the newest first, with what is done about each. */
export function Signals({ query }: { query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const bodies = useBodies();
  const state = query.get('state') ?? '';
  const paged = usePaged(
    (cursor) => at('/signals', { state, cursor }),
    ({ signals, next }) => ({ rows: signals, next }),
  );
  return (
    <>
      <Heading page="signals">{t('signals')}</Heading>
      <NewSignal bodies={bodies} entered={paged.again} />
      <SelectField
        id="signal-state"
        label={t('state')}
        value={state}
        change={(chosen) => {
          location.hash = linkTo(['monitoring', 'signals'], { state: chosen });
        }}
        options={[['', t('all')], ...SIGNAL_STATES.map((each): [string, string] => [each, t(`signal_${each}`)])]}
      />
      {paged.starting && paged.trouble === null && <Loading />}
      {paged.trouble !== null && (
        <Note kind="warning">
          <p>{t('list_lost')}</p>
          <button type="button" class="button" onClick={paged.again}>
            {t('send_now')}
          </button>
        </Note>
      )}
      {!paged.starting && paged.rows.length === 0 && <p id="no-signals">{t('no_signals')}</p>}
      <ul class="cards" id="signals">
        {paged.rows.map((signal) => (
          <SignalCard key={signal.id} signal={signal} bodies={bodies} done={paged.again} />
        ))}
      </ul>
      {paged.more && (
        <p>
          <button
            id="more"
            type="button"
            class="button button-plain"
            disabled={paged.busy}
            onClick={() => paged.load(false)}
          >
            {t('show_more')}
          </button>
        </p>
      )}
    </>
  );
}

function SignalCard({ signal, bodies, done }: { signal: Signal; bodies: Bodies; done: () => void }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const { id, body, state, source, date, text, link, note, visit } = signal;
  return (
    <li class="card" data-signal={id} data-state={state}>
      <h2>{bodies.nameOf(body)}</h2>
      <p>
        <strong class={`tag ${state === 'NEW' ? 'tag-closing' : state === 'CLOSED' ? 'tag-open' : ''}`}>
          {t(`signal_${state}`)}
        </strong>{' '}
        {t(`source_${source}`)}, {showDate(date, common)}
      </p>
      <p class="breakable">{text}</p>
      {link !== undefined && <p class="hint mono breakable">{link}</p>}
      {note !== undefined && (
        <p>
          <strong>{t('note')}:</strong> {note}
        </p>
      )}
      {visit !== undefined && (
        <p>
          <a href={linkTo(['monitoring', 'visits', visit])}>{t('to_visit')}</a>
        </p>
      )}
      {state !== 'CLOSED' && <Handle signal={signal} done={done} />}
    </li>
  );
}

/** Takes a signal up, or closes it with a note. */
function Handle({ signal, done }: { signal: Signal; done: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const next = signal.state === 'NEW' ? 'TAKEN' : 'CLOSED';
  return (
    <Act
      id={`handle-${signal.id}`}
      title={t(`to_${next}`)}
      about={signal}
      initial={{ note: signal.note ?? '', visit: signal.visit ?? '' }}
      submit={t(`to_${next}`)}
      kind="plain"
      check={({ note }) =>
        next === 'CLOSED' && note.trim() === '' ? [{ field: 'note', message: t('missing_note') }] : []
      }
      send={({ note, visit }, version) =>
        api(at('/signals/{signal}', { signal: signal.id }), {
          method: 'PUT',
          body: {
            state: next,
            ...(note.trim() !== '' && { note: note.trim() }),
            ...(visit !== '' && { visit }),
            version,
          },
        })
      }
      done={done}
    >
      {({ field }) => (
        <>
          <TextArea {...field('note')} label={t('note')} rows={2} />
          <VisitChoice {...field('visit')} body={signal.body} />
        </>
      )}
    </Act>
  );
}

interface Typed {
  source: string;
  body: string;
  date: string;
  text: string;
  link: string;
}

const SUBMIT = 'signal-enter';

function NewSignal({ bodies, entered }: { bodies: Bodies; entered: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const form = useForm<Typed>(
    ['signal'],
    { source: '', body: '', date: almatyDay(new Date()), text: '', link: '' },
    SUBMIT,
  );
  const enter = async () => {
    const { source, body, date, text, link } = form.typed;
    const missing: FormError[] = [
      ...(source === '' ? [{ field: 'source', message: t('missing_choice') }] : []),
      ...(body === '' ? [{ field: 'body', message: t('missing_body') }] : []),
      ...(date === '' ? [{ field: 'date', message: t('missing_date') }] : []),
      ...(text.trim() === '' ? [{ field: 'text', message: t('missing_text') }] : []),
    ];
    if (missing.length > 0) {
      return form.wrong(missing);
    }
    const entry = {
      source: source as Signal['source'],
      body,
      date,
      text: text.trim(),
      ...(link.trim() !== '' && { link: link.trim() }),
    };
    const reply = await form.send(
      () => api(at('/signals'), { method: 'POST', body: entry, idempotencyKey: form.idempotencyKey }),
      (pointer) => pointer.slice(1),
    );
    if (reply?.kind === 'answered') {
      form.forget();
      entered();
    }
  };
  return (
    <details id="new-signal" {...(form.errors.length > 0 && { open: true })}>
      <summary>{t('signal_new')}</summary>
      <FormPart form={form} submit={{ id: SUBMIT, label: t('signal_enter') }} onSubmit={() => void enter()}>
        <SelectField
          {...form.text('source')}
          label={t('source')}
          options={[['', t('choose')], ...SIGNAL_SOURCES.map((each): [string, string] => [each, t(`source_${each}`)])]}
        />
        <SelectField {...form.text('body')} label={t('body')} options={[['', t('choose')], ...bodies.options]} />
        <TextField {...form.text('date')} label={t('date')} kind="date" />
        <TextArea {...form.text('text')} label={t('signal_text')} />
        <TextField {...form.text('link')} label={t('link')} />
      </FormPart>
    </details>
  );
}
