import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { useDesk } from '../common/desk';
import { Act } from '../common/form/act';
import { useAttempt } from '../common/form/attempt';
import { FormPart } from '../common/form/form-page';
import { useKept } from '../common/kept';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { TextField } from '../common/view';
import { almatyNow, fromAlmaty } from '../desk/almaty-time';
import type { Explanation } from './api';
import type { VisitParts } from './one-visit';
import { writeDown } from './outbox';
import { useMonitoringTexts } from './texts';

const EMPTY = { person: '', requestedAt: '', text: '' };
const SUBMIT = 'explanation-add';

/** An explanation that is demanded, whether or not it is given (¶13). */
export function ExplanationForm({ visit }: VisitParts) {
  const t = useMonitoringTexts();
  const { claims } = useDesk();
  const [typed, keep, forget, kept] = useKept(`explanation ${claims.sub} ${visit.id}`, EMPTY);
  const form = useAttempt(SUBMIT);
  const field = (name: keyof typeof EMPTY) => ({
    id: `explanation-${name}`,
    value: typed[name],
    change: (value: string) => keep({ ...typed, [name]: value }),
    error: form.errorAt(`explanation-${name}`),
  });
  const add = async () => {
    const person = typed.person.trim();
    const text = typed.text.trim();
    const requestedAt = fromAlmaty(typed.requestedAt === '' ? almatyNow() : typed.requestedAt);
    if (person === '' || requestedAt === null) {
      return form.wrong([
        ...(person === '' ? [{ field: 'explanation-person', message: t('missing_person') }] : []),
        ...(requestedAt === null ? [{ field: 'explanation-requestedAt', message: t('missing_moment') }] : []),
      ]);
    }
    const received = text !== '' && { text, receivedAt: fromAlmaty(almatyNow()) ?? requestedAt };
    try {
      await writeDown(claims.sub, visit.id, { kind: 'explanation', body: { person, requestedAt, ...received } });
      form.clear();
      forget(EMPTY);
    } catch {
      form.wrong([{ field: SUBMIT, message: t('no_room') }]);
    }
  };
  return (
    <details id="explanation" {...((kept || form.errors.length > 0) && { open: true })}>
      <summary>{t('explanation_add')}</summary>
      <p class="hint">{t('explanation_hint')}</p>
      <FormPart form={form} submit={{ id: SUBMIT, label: t('write_down') }} onSubmit={() => void add()}>
        <TextField {...field('person')} label={t('person')} />
        <TextField {...field('requestedAt')} label={t('requested_at')} hint={t('now_hint')} kind="moment" />
        <TextArea {...field('text')} label={t('explanation_text')} hint={t('explanation_text_hint')} />
      </FormPart>
    </details>
  );
}

/** The explanations of the visit, and those that wait on this device. */
export function ExplanationList(parts: VisitParts) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const { visit, outbox } = parts;
  const waiting = outbox.entries.flatMap(({ id, step }) => (step.kind === 'explanation' ? [{ id, ...step.body }] : []));
  return visit.explanations.length + waiting.length === 0 ? null : (
    <section id="explanations">
      <h2>{t('explanations')}</h2>
      <ul class="said">
        {visit.explanations.map((explanation) => (
          <li key={explanation.id} data-explanation={explanation.id} data-state={explanation.state}>
            {explanation.person}, {showInstant(explanation.requestedAt, common)}
            <br />
            {explanation.text ?? <span class="hint">{t('no_explanation')}</span>}
            {parts.official && explanation.state === 'NONE' && <Supplement {...parts} explanation={explanation} />}
          </li>
        ))}
        {waiting.map(({ id, person, requestedAt, text }) => (
          <li key={id} data-waiting>
            {person}, {showInstant(requestedAt, common)} <span class="tag tag-closing">{t('waits')}</span>
            <br />
            {text ?? <span class="hint">{t('no_explanation')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was explained later, also after the visit. */
function Supplement({ visit, explanation, again }: VisitParts & { explanation: Explanation }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const { id, person, requestedAt } = explanation;
  return (
    <Act
      id={`supplement-${id}`}
      title={t('supplement')}
      about={visit}
      initial={{ text: '' }}
      submit={t('save')}
      kind="plain"
      check={({ text }) => (text.trim() === '' ? [{ field: 'text', message: t('missing_text') }] : [])}
      send={({ text }, version) =>
        api(at('/visits/{visit}/explanations/{explanation}', { visit: visit.id, explanation: id }), {
          method: 'PUT',
          body: {
            person,
            requestedAt,
            text: text.trim(),
            receivedAt: fromAlmaty(almatyNow()) ?? requestedAt,
            version,
          },
        })
      }
      done={again}
    >
      {({ field }) => <TextArea {...field('text')} label={t('explanation_text')} />}
    </Act>
  );
}
