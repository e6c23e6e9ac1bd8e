import { useRef, useState } from 'preact/hooks';
import { at } from '../api';
import { useDesk } from '../desk';
import { toBase64Url } from '../encoding';
import type { Reply } from '../http';
import { type Claim, claimOf, put } from '../upload';
import { Field, type FieldProps } from '../view';
import { useFormTexts } from './texts';

/** What the route takes. */
const ENDINGS = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx';

type State =
  | { at: 'idle' }
  | { at: 'busy' }
  | { at: 'sent'; name: string }
  | { at: 'refused'; why: string }
  | { at: 'lost' };

/**
 * A file that an object names as its document: it is sent when it is chosen, and its id is the field's value. What the network lost
 * is sent again under the same key.
 */
export function DocumentField(props: FieldProps & { value: string; change: (id: string) => void }) {
  const { id, label, hint, error, value, change } = props;
  const t = useFormTexts();
  const { api } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ at: 'idle' });
  const request = async (file: File): Promise<Reply<{ id: string }>> => {
    const claim = await claimOf(file);
    const permitted = await api(at('/documents'), {
      method: 'POST',
      body: claim,
      idempotencyKey: await keyOf(id, claim),
    });
    if (permitted.kind !== 'answered') {
      return permitted;
    }
    const stored = await put(permitted.body.upload, file);
    return stored.kind === 'answered' ? permitted : stored;
  };
  const send = async () => {
    const file = input.current?.files?.[0];
    if (file === undefined) {
      return;
    }
    setState({ at: 'busy' });
    const reply = await request(file);
    if (reply.kind === 'answered') {
      change(reply.body.id);
      setState({ at: 'sent', name: file.name });
    } else {
      setState(
        reply.kind === 'unreachable'
          ? { at: 'lost' }
          : { at: 'refused', why: reply.problem.errors[0]?.message ?? reply.problem.detail },
      );
    }
  };
  const remove = () => {
    change('');
    setState({ at: 'idle' });
    if (input.current !== null) {
      input.current.value = '';
    }
    input.current?.focus();
  };
  return (
    <Field id={id} label={label} hint={hint} error={error ?? (state.at === 'refused' ? state.why : undefined)}>
      {(aria) => (
        <>
          <input
            id={id}
            ref={input}
            type="file"
            accept={ENDINGS}
            disabled={state.at === 'busy'}
            onChange={() => void send()}
            {...aria}
          />
          <p class="hint" role="status" data-document={value}>
            {state.at === 'busy' && t('document_sending')}
            {state.at === 'lost' && t('document_lost')}
            {value !== '' && (state.at === 'sent' ? t('document_sent', { name: state.name }) : t('document_there'))}
          </p>
          {state.at === 'lost' && (
            <button type="button" class="button button-plain" onClick={() => void send()}>
              {t('document_again')}
            </button>
          )}
          {value !== '' && (
            <button type="button" class="link-button" onClick={remove}>
              {t('document_remove')}
            </button>
          )}
        </>
      )}
    </Field>
  );
}

/** The same file for the same field is the same request, however often it is sent. */
export async function keyOf(field: string, { fileName, bytes, sha256 }: Claim): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(['document', field, fileName, bytes, sha256]));
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}
