import { useRef } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import { useAttempt } from '../common/form/attempt';
import { FormPart } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { claimOf, put } from '../common/upload';
import { Field, Heading } from '../common/view';
import type { ReportForm } from './api';
import { keyOf } from './sending';
import { useReportsTexts } from './texts';

const FILE = 'file';

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
                types: found.types.join(', '),
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

function ChooseFile({ form: { form, types }, period }: { form: ReportForm; period: string }) {
  const t = useReportsTexts();
  const { api, claims } = useDesk();
  const chosen = useRef<HTMLInputElement>(null);
  const since = useRef(Date.now());
  const attempt = useAttempt(FILE);
  const body = claims.body ?? '';
  const request = async (file: File, check: boolean) => {
    const claim = await claimOf(file);
    const about = [body, form, period].join(' ');
    const asked = await api(at('/reports'), {
      method: 'POST',
      body: { body, form, period, ...claim, ...(check && { check: true }) },
      idempotencyKey: await keyOf(check ? 'check' : 'send', about, claim, since.current),
    });
    if (asked.kind !== 'answered') {
      return asked;
    }
    const sent = await put(asked.body.upload, file);
    return sent.kind === 'answered' ? asked : sent;
  };
  const send = async (check: boolean) => {
    const file = chosen.current?.files?.[0];
    if (file === undefined) {
      return attempt.wrong([{ field: FILE, message: t('choose_file') }]);
    }
    const reply = await attempt.send(
      () => request(file, check),
      () => FILE,
    );
    if (reply?.kind === 'answered') {
      location.hash = linkTo(['reports', 'one', reply.body.id]);
    }
  };
  const changed = () => {
    since.current = Date.now();
    attempt.clear();
  };
  return (
    <FormPart
      form={attempt}
      submit={{ id: 'send', label: t('send') }}
      onSubmit={() => void send(false)}
      beside={
        <button
          id="check"
          type="button"
          class="button button-plain"
          disabled={attempt.busy}
          aria-describedby="check-hint"
          onClick={() => void send(true)}
        >
          {t('check')}
        </button>
      }
    >
      <Field id={FILE} label={t('file')} error={attempt.errorAt(FILE)}>
        {(aria) => <input id={FILE} ref={chosen} type="file" accept={types.join(',')} onChange={changed} {...aria} />}
      </Field>
      <p class="hint" id="check-hint">
        {t('check_hint')}
      </p>
      <p role="status">{attempt.busy && t('sending_file')}</p>
    </FormPart>
  );
}
