import { useRef, useState } from 'preact/hooks';
import { at } from '../common/api';
import { formErrors, useDesk } from '../common/desk';
import { useCommonTexts } from '../common/texts';
import { useTyped } from '../common/typed';
import { ErrorSummary, errorAt, Field, type FormError, Heading, Note } from '../common/view';
import type { Survey } from '../survey/survey';
import { EnrolledPeople } from './enrolled';
import { useDeskTexts } from './texts';

/** The server takes a thousand at once; a list sent twice enrols nobody twice. */
const AT_ONCE = 500;

/** Who may take part by logging in: entered by the body's own personnel service. */
export function People({ survey }: { survey: Survey }) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const { api, claims } = useDesk();
  const [text, setText, forget] = useTyped(`people ${claims.sub} ${survey.id}`, '');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [enrolled, setEnrolled] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  /** Grows with every list sent, whatever came of it. */
  const [round, setRound] = useState(0);
  const file = useRef<HTMLInputElement>(null);
  const people = peopleIn(text);
  const body = claims.body ?? '';

  const wrong = (found: FormError[]) => {
    setErrors(found);
    setAttempt((before) => before + 1);
  };
  const submit = async () => {
    setEnrolled(null);
    if (people.length === 0) {
      return wrong([{ field: 'people', message: t('people_error') }]);
    }
    setBusy(true);
    const found: FormError[] = [];
    let done = 0;
    for (let from = 0; from < people.length && found.length === 0; from += AT_ONCE) {
      const reply = await api(at('/surveys/{survey}/participants', { survey: survey.id }), {
        method: 'POST',
        body: { body, people: people.slice(from, from + AT_ONCE) },
        idempotencyKey: crypto.randomUUID(),
      });
      if (reply.kind === 'answered') {
        done += reply.body.enrolled;
      } else {
        found.push(
          ...(reply.kind === 'refused'
            ? formErrors(reply.problem, () => 'people', 'people')
            : [{ field: 'people', message: common('unreachable_title') }]),
        );
      }
    }
    setBusy(false);
    setRound(round + 1);
    if (found.length > 0) {
      wrong(found);
    } else {
      setErrors([]);
      forget();
    }
    setEnrolled(done > 0 ? done : null);
  };
  const take = async () => {
    const chosen = file.current?.files?.[0];
    if (chosen !== undefined) {
      // The other columns of a table are nobody's business, and are not kept.
      const found = peopleIn(await chosen.text()).join('\n');
      setText(text.trim() === '' ? found : `${text.trimEnd()}\n${found}`);
    }
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page="people">{t('people_title')}</Heading>
      {!(body in survey.bodies) ? (
        <p>{t('people_elsewhere')}</p>
      ) : (
        <>
          <p>{t('people_intro')}</p>
          <div role="status">
            {enrolled !== null && (
              <Note kind="good">
                <p id="enrolled">{t('people_done', { n: enrolled })}</p>
              </Note>
            )}
          </div>
          <Field id="people" label={t('people_label')} hint={t('people_hint')} error={errorAt(errors, 'people')}>
            {(aria) => (
              <>
                <textarea
                  id="people"
                  rows={10}
                  spellcheck={false}
                  value={text}
                  onInput={(event) => setText(event.currentTarget.value)}
                  {...aria}
                />
                <p id="people-count" class="counter">
                  {t('people_count', { n: people.length })}
                </p>
              </>
            )}
          </Field>
          <Field id="people-file" label={t('people_file')}>
            {() => (
              <input
                ref={file}
                id="people-file"
                type="file"
                accept=".txt,.csv,text/plain,text/csv"
                onChange={() => void take()}
              />
            )}
          </Field>
          <button id="people-submit" type="button" class="button" disabled={busy} onClick={() => void submit()}>
            {t('people_submit')}
          </button>
          {survey.enrolled !== undefined && <EnrolledPeople survey={survey} body={body} changed={round} />}
        </>
      )}
    </>
  );
}

/** One identifier a line; of a table's line the first cell; nobody twice. */
export function peopleIn(text: string): string[] {
  const ids = text.split(/\r?\n/).map((line) =>
    (line.split(/[;,\t]/)[0] ?? '')
      .replace(/^\uFEFF/, '')
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  return [...new Set(ids.filter((id) => id !== ''))];
}
