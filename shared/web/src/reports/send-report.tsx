import { useRef, useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import type { Fault } from '../common/http';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import type { ReportForm } from './api';
import { claimOf, keyOf, put } from './sending';
import { useReportsTexts } from './texts';

type Outcome =
  | { at: 'idle' }
  | { at: 'busy' }
  | { at: 'none' }
  | { at: 'refused'; title: string; faults: Fault[] }
  | { at: 'unreachable' };

/** A file about one obligation, checked or sent. Where the network fails the chosen file stays, and the same request goes again. */
export function SendReport({ form, period }: { form: string; period: string }) {
  const t = useReportsTexts();
  const language = useLanguage();
  const [forms, again] = useLoaded(at('/report-forms'));
  return (
    <LoadedView loaded={forms} again={again}>
      {({ forms: known }) => {
        const found = known.find((each) => each.form === form);
        return found === undefined ? (
          <p>{t('no_such_form')}</p>
        ) : (
          <>
            <Heading page={`send ${form} ${period}`} caption={period}>
              {found.name[language]}
            </Heading>
            <p>
              {t('send_intro', {
                types: found.types.map((type) => `.${type}`).join(', '),
                megabytes: Math.floor(found.limit / 1024 / 1024),
              })}
            </p>
            <ChooseFile form={found} period={period} />
          </>
        );
      }}
    </LoadedView>
  );
}

function ChooseFile({ form, period }: { form: ReportForm; period: string }) {
  const t = useReportsTexts();
  const common = useCommonTexts();
  const { api, claims } = useDesk();
  const chosen = useRef<HTMLInputElement>(null);
  const attempt = useRef(Date.now());
  const [outcome, setOutcome] = useState<Outcome>({ at: 'idle' });
  const send = async (check: boolean) => {
    const file = chosen.current?.files?.[0];
    if (file === undefined) {
      return setOutcome({ at: 'none' });
    }
    setOutcome({ at: 'busy' });
    const claim = await claimOf(file);
    const about = [claims.body, form.form, period].join(' ');
    const asked = await api(at('/reports'), {
      method: 'POST',
      body: { body: claims.body ?? '', form: form.form, period, ...claim, ...(check && { check: true }) },
      idempotencyKey: await keyOf(check ? 'check' : 'send', about, claim, attempt.current),
    });
    if (asked.kind === 'refused') {
      return setOutcome({
        at: 'refused',
        title: asked.problem.detail || asked.problem.title,
        faults: asked.problem.errors,
      });
    }
    const sent = asked.kind === 'answered' ? await put(asked.body.upload, file) : asked;
    if (asked.kind !== 'answered' || sent.kind !== 'answered') {
      return setOutcome({ at: 'unreachable' });
    }
    location.hash = linkTo(['reports', 'one', asked.body.id]);
  };
  const changed = () => {
    attempt.current = Date.now();
    setOutcome({ at: 'idle' });
  };
  return (
    <>
      <div class="field">
        <label for="file">{t('file')}</label>
        <input
          id="file"
          ref={chosen}
          type="file"
          accept={form.types.map((type) => `.${type}`).join(',')}
          onChange={changed}
        />
      </div>
      <div class="buttons buttons-near">
        <button
          id="send"
          type="button"
          class="button"
          disabled={outcome.at === 'busy'}
          onClick={() => void send(false)}
        >
          {t('send')}
        </button>
        <button
          id="check"
          type="button"
          class="button button-plain"
          disabled={outcome.at === 'busy'}
          onClick={() => void send(true)}
        >
          {t('check')}
        </button>
      </div>
      <p class="hint">{t('check_hint')}</p>
      <div role="status" id="outcome">
        {outcome.at === 'busy' && <p>{common('loading')}</p>}
        {outcome.at === 'none' && (
          <Note kind="warning">
            <p>{t('choose_file')}</p>
          </Note>
        )}
        {outcome.at === 'unreachable' && (
          <Note kind="warning">
            <p>
              {common('unreachable_title')}. {t('file_stays')}
            </p>
          </Note>
        )}
        {outcome.at === 'refused' && (
          <Note kind="warning">
            <p>{outcome.title}</p>
            <ul>
              {outcome.faults.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </Note>
        )}
      </div>
    </>
  );
}
