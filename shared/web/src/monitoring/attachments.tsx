import { useRef, useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { download } from '../common/download';
import { useAttempt } from '../common/form/attempt';
import { FormPart } from '../common/form/form-page';
import { claimOf, put } from '../common/upload';
import { Field } from '../common/view';
import { keyOf } from '../reports/sending';
import type { Result } from './api';
import { useMonitoringTexts } from './texts';

const FILE = 'attachment';
const SUBMIT = 'attach';

/** Sends a scan: of the authority before the result is sent, of the body for its answer. */
export function Attach({ result, again }: { result: Result; again: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const chosen = useRef<HTMLInputElement>(null);
  const form = useAttempt(SUBMIT);
  const send = async () => {
    const file = chosen.current?.files?.[0];
    if (file === undefined) {
      return form.wrong([{ field: FILE, message: t('missing_file') }]);
    }
    const reply = await form.send(
      async () => {
        const claim = await claimOf(file);
        const permitted = await api(at('/monitoring-results/{result}/attachments', { result: result.id }), {
          method: 'POST',
          body: claim,
          idempotencyKey: await keyOf('scan', result.id, claim, 0),
        });
        if (permitted.kind !== 'answered') {
          return permitted;
        }
        const stored = await put(permitted.body.upload, file);
        return stored.kind === 'answered' ? permitted : stored;
      },
      () => FILE,
    );
    if (reply?.kind === 'answered') {
      again();
    }
  };
  return (
    <details id="attaching">
      <summary>{t('attach')}</summary>
      <FormPart form={form} submit={{ id: SUBMIT, label: t('attach'), kind: 'plain' }} onSubmit={() => void send()}>
        <Field id={FILE} label={t('file')} error={form.errorAt(FILE)}>
          {(aria) => <input id={FILE} ref={chosen} type="file" accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff" {...aria} />}
        </Field>
      </FormPart>
    </details>
  );
}

export function Attachments({ result: { id, attachments } }: { result: Result }) {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const [lost, setLost] = useState(false);
  const take = async (attachment: string, name: string) => {
    const reply = await desk.file(
      at('/monitoring-results/{result}/attachments/{attachment}', { result: id, attachment }),
    );
    setLost(reply.kind !== 'answered');
    if (reply.kind === 'answered') {
      download(reply.body, name);
    }
  };
  return attachments.length === 0 ? null : (
    <section id="attachments">
      <h2>{t('attachments')}</h2>
      <ul>
        {attachments.map(({ id: attachment, fileName }) => (
          <li key={attachment} data-attachment={attachment}>
            <button type="button" class="link-button" onClick={() => void take(attachment, fileName)}>
              {fileName}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{lost && t('file_lost')}</p>
    </section>
  );
}
