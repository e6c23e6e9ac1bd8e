import { useRef, useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { Field, Heading, Note } from '../common/view';
import type { Survey } from '../survey/survey';
import { EnrolledPeople } from './enrolled';
import { useDeskTexts } from './texts';

/** The server takes a thousand at once; a list sent twice enrols nobody twice. */
const AT_ONCE = 500;

/** Who may take part by logging in: entered by the body's own personnel service. */
export function People({ survey }: { survey: Survey }) {
  const t = useDeskTexts();
  const { claims } = useDesk();
  const body = claims.body ?? '';
  return body in survey.bodies ? (
    <Enrol survey={survey} body={body} />
  ) : (
    <>
      <Heading page="people">{t('people_title')}</Heading>
      <p>{t('people_elsewhere')}</p>
    </>
  );
}

function Enrol({ survey, body }: { survey: Survey; body: string }) {
  const t = useDeskTexts();
  const { api } = useDesk();
  const form = useForm(['people', survey.id], { text: '' }, 'people');
  const [enrolled, setEnrolled] = useState(0);
  /** Grows with every list sent, whatever came of it. */
  const [round, setRound] = useState(0);
  const people = peopleIn(form.typed.text);
  const enrol = (some: string[]) =>
    form.send(
      () =>
        api(at('/surveys/{survey}/participants', { survey: survey.id }), {
          method: 'POST',
          body: { body, people: some },
          idempotencyKey: crypto.randomUUID(),
        }),
      () => 'people',
    );
  const submit = async () => {
    setEnrolled(0);
    if (people.length === 0) {
      return form.wrong([{ field: 'people', message: t('people_error') }]);
    }
    let done = 0;
    let whole = true;
    for (let from = 0; from < people.length && whole; from += AT_ONCE) {
      const reply = await enrol(people.slice(from, from + AT_ONCE));
      whole = reply?.kind === 'answered';
      done += reply?.kind === 'answered' ? reply.body.enrolled : 0;
    }
    setRound(round + 1);
    setEnrolled(done);
    if (whole) {
      form.forget();
    }
  };
  return (
    <>
      <FormPage
        form={form}
        page="people"
        title={t('people_title')}
        intro={
          <>
            <p>{t('people_intro')}</p>
            <div role="status">
              {enrolled > 0 && (
                <Note kind="good">
                  <p id="enrolled">{t('people_done', { n: enrolled })}</p>
                </Note>
              )}
            </div>
          </>
        }
        submit={{ id: 'people-submit', label: t('people_submit') }}
        onSubmit={() => void submit()}
      >
        <PeopleFields form={form} count={people.length} />
      </FormPage>
      {survey.enrolled !== undefined && <EnrolledPeople survey={survey} body={body} changed={round} />}
    </>
  );
}

function PeopleFields({ form, count }: { form: Form<{ text: string }>; count: number }) {
  const t = useDeskTexts();
  const file = useRef<HTMLInputElement>(null);
  const { typed, change, errorAt } = form;
  const take = async () => {
    const chosen = file.current?.files?.[0];
    if (chosen !== undefined) {
      // The other columns of a table are nobody's business, and are not kept.
      const found = peopleIn(await chosen.text()).join('\n');
      change({ text: typed.text.trim() === '' ? found : `${typed.text.trimEnd()}\n${found}` });
    }
  };
  return (
    <>
      <Field id="people" label={t('people_label')} hint={t('people_hint')} error={errorAt('people')}>
        {(aria) => (
          <>
            <textarea
              id="people"
              rows={10}
              spellcheck={false}
              value={typed.text}
              onInput={(event) => change({ text: event.currentTarget.value })}
              {...aria}
            />
            <p id="people-count" class="counter">
              {t('people_count', { n: count })}
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
