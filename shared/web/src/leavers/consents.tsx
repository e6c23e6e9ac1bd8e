import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { isAgency, useDesk, useLoaded } from '../common/desk';
import { useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { Choices, type FormError, Heading, Note } from '../common/view';
import { WithBodies } from '../scoring/year-and-body';
import type { ChangeRequest, Leaver, Verdict } from './api';
import { useParticulars } from './one-leaver';
import { useLeaversTexts } from './texts';

/** What personnel services ask to be changed in settled years, and what the Agency decided. */
export function Consents({ asked }: { asked: string | null }) {
  const t = useLeaversTexts();
  const desk = useDesk();
  const [loaded, again] = useLoaded(at('/exit-consents'));
  const [decided, setDecided] = useState<string | null>(null);
  return (
    <LoadedView loaded={loaded} again={again}>
      {({ consents }) => {
        const open = consents.filter(({ state }) => state === 'PENDING');
        const closed = consents.filter(({ state }) => state !== 'PENDING');
        const news = decided !== null ? 'told_decided' : open.some(({ id }) => id === asked) ? 'told_asked' : null;
        return (
          <>
            <Heading page="consents">{t('consents_title')}</Heading>
            <div role="status">
              {news !== null && (
                <Note kind={news === 'told_decided' ? 'good' : 'warning'}>
                  <p id="news" data-news={news}>
                    {t(news)}
                  </p>
                </Note>
              )}
            </div>
            <p>{t('consents_intro')}</p>
            {consents.length === 0 && <p id="no-consents">{t('consents_none')}</p>}
            {open.length > 0 && (
              <section id="open">
                <h2>{t('consents_open')}</h2>
                {open.map((request) => (
                  <Request key={request.id} request={request}>
                    {isAgency(desk) && request.by !== desk.claims.sub && (
                      <Decide
                        request={request}
                        done={() => {
                          setDecided(request.id);
                          again();
                        }}
                      />
                    )}
                  </Request>
                ))}
              </section>
            )}
            {closed.length > 0 && (
              <section id="closed">
                <h2>{t('consents_decided')}</h2>
                {closed.map((request) => (
                  <Request key={request.id} request={request} />
                ))}
              </section>
            )}
          </>
        );
      }}
    </LoadedView>
  );
}

function Request({ request, children }: { request: ChangeRequest; children?: preact.ComponentChildren }) {
  const t = useLeaversTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const { id, body, person, what, state, reason, by, asked, years, decision } = request;
  return (
    <article class="card" data-request={id} data-state={state} aria-labelledby={`request-${id}`}>
      <h3 id={`request-${id}`} class="breakable">
        {t(`ask_${what}`)}: {person}
      </h3>
      <p>
        <strong class={`tag ${state === 'CONSENTED' ? 'tag-open' : 'tag-closing'}`}>{t(`consent_${state}`)}</strong>
      </p>
      <dl class="facts">
        <div>
          <dt>{t('body')}</dt>
          <dd>
            <WithBodies>{(bodies) => bodies.find((each) => each.id === body)?.name[language] ?? body}</WithBodies>
          </dd>
        </div>
        <div>
          <dt>{t('consent_years')}</dt>
          <dd>{years.join(', ')}</dd>
        </div>
        <div>
          <dt>{t('consent_change')}</dt>
          <dd>
            <Change request={request} />
          </dd>
        </div>
        <div>
          <dt>{t('reason')}</dt>
          <dd class="breakable">{reason}</dd>
        </div>
        <div>
          <dt>{t('consent_asked')}</dt>
          <dd>
            {showInstant(asked, common)}, <span class="breakable">{by}</span>
          </dd>
        </div>
        {decision !== undefined && (
          <>
            <div>
              <dt>{t('consent_decided')}</dt>
              <dd>
                {showInstant(decision.at, common)}, <span class="breakable">{decision.by}</span>
              </dd>
            </div>
            <div>
              <dt>{t('consent_reason')}</dt>
              <dd class="breakable">{decision.reason}</dd>
            </div>
          </>
        )}
        <div>
          <dt>{t('consent_number')}</dt>
          <dd class="mono breakable">{id}</dd>
        </div>
      </dl>
      {children}
    </article>
  );
}

/** What an announcement is to say, and what it said where that is something else. */
function Change({ request: { from, to } }: { request: ChangeRequest }) {
  const t = useLeaversTexts();
  const said = useParticulars();
  const lines = (leaver: Leaver): [string, string][] => [
    [t('announcement_state'), t(leaver.state === 'WITHDRAWN' ? 'state_withdrawn' : 'state_standing')],
    ...said(leaver).map(([name, value]): [string, string] => [t(name), value]),
  ];
  const before = from === undefined ? undefined : new Map(lines(from));
  return (
    <ul class="changes">
      {lines(to)
        .filter(([name, value]) => before === undefined || before.get(name) !== value)
        .map(([name, value]) => (
          <li key={name}>
            {name}: {before?.has(name) === true && `${before.get(name)} → `}
            {value}
          </li>
        ))}
    </ul>
  );
}

/** The same decision sent twice is one. */
function Decide({ request: { id }, done }: { request: ChangeRequest; done: () => void }) {
  const t = useLeaversTexts();
  const { api } = useDesk();
  const submit = `decide-${id}`;
  const fields = { decision: `decision-${id}`, reason: `reason-${id}` };
  const form = useForm<{ decision: Verdict | ''; reason: string }>(
    ['decision', id],
    { decision: '', reason: '' },
    submit,
  );
  const { decision, reason } = form.typed;
  const decide = async () => {
    const blank: FormError[] = [];
    if (decision === '') {
      blank.push({ field: fields.decision, message: t('missing_decision') });
    }
    if (reason.trim() === '') {
      blank.push({ field: fields.reason, message: t('missing_reason') });
    }
    if (decision === '' || blank.length > 0) {
      return form.wrong(blank);
    }
    const body = { decision, reason: reason.trim() };
    const reply = await form.send(
      () => api(at('/exit-consents/{id}', { id }), { method: 'PUT', body }),
      (pointer) => fields[pointer.slice(1) as keyof typeof fields],
    );
    if (reply?.kind === 'answered') {
      form.forget();
      done();
    }
  };
  return (
    <FormPart form={form} submit={{ id: submit, label: t('decide') }} onSubmit={() => void decide()}>
      <Choices
        id={fields.decision}
        legend={t('decision')}
        error={form.errorAt(fields.decision)}
        choices={(['CONSENT', 'REFUSE'] as const).map((value) => ({ value, label: t(`decision_${value}`) }))}
        selected={decision === '' ? [] : [decision]}
        select={([value]) => form.change({ decision: value === 'CONSENT' ? 'CONSENT' : 'REFUSE' })}
      />
      <TextArea {...form.text('reason', fields.reason)} label={t('decision_reason')} hint={t('decision_reason_hint')} />
    </FormPart>
  );
}
