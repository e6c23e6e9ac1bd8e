import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { DocumentField } from '../common/form/document-field';
import { almatyDay } from '../common/today';
import { SelectField, TextField } from '../common/view';
import { mayDo } from './api';
import type { SheetSteps } from './one-sheet';
import { Step } from './step';
import { useKpiTexts } from './texts';

const CHANNELS = ['REGISTERED_LETTER', 'TELEPHONOGRAM', 'TELEGRAM', 'SMS', 'EMAIL', 'OTHER_RECORDED'] as const;

interface Typed {
  channel: string;
  sentOn: string;
  deliveredOn: string;
  proof: string;
}

const FIELDS: Record<string, string> = {
  '/channel': 'channel',
  '/sentOn': 'sentOn',
  '/deliveredOn': 'deliveredOn',
  '/proof': 'proof',
  '/proof/document': 'proof',
};

/** The personnel service informs the employee of the result, by a channel that records it. */
export function Inform({ sheet, done, again }: SheetSteps) {
  const t = useKpiTexts();
  const { api } = useDesk();
  if (!mayDo(sheet, 'inform')) {
    return null;
  }
  const send = ({ channel, sentOn, deliveredOn, proof }: Typed) =>
    api(at('/kpi-sheets/{sheet}/inform', { sheet: sheet.id }), {
      method: 'POST',
      body: {
        version: sheet.version,
        channel: channel as (typeof CHANNELS)[number],
        sentOn,
        ...(deliveredOn !== '' && { deliveredOn }),
        ...(proof.trim() !== '' && { proof: { document: proof.trim() } }),
      },
    });
  return (
    <section id="informing">
      <h2>{sheet.state === 'INFORMED' ? t('inform_again') : t('inform_employee')}</h2>
      <Step<Typed>
        step="inform"
        about={sheet.id}
        label={t('inform')}
        initial={{ channel: '', sentOn: almatyDay(new Date()), deliveredOn: '', proof: '' }}
        check={({ channel, sentOn }) => [
          ...(channel === '' ? [{ field: 'channel', message: t('error_choose') }] : []),
          ...(sentOn === '' ? [{ field: 'sentOn', message: t('error_date') }] : []),
        ]}
        send={send}
        fieldOf={(pointer) => FIELDS[pointer]}
        done={done}
        again={again}
      >
        {(form) => (
          <>
            <SelectField
              {...form.text('channel')}
              label={t('channel')}
              options={[['', t('choose')], ...CHANNELS.map((each): [string, string] => [each, t(`channel_${each}`)])]}
            />
            <TextField {...form.text('sentOn')} label={t('sent_on')} kind="date" />
            <TextField {...form.text('deliveredOn')} label={t('delivered_on')} kind="date" />
            <DocumentField {...form.text('proof')} label={t('proof')} hint={t('proof_hint')} />
          </>
        )}
      </Step>
    </section>
  );
}
