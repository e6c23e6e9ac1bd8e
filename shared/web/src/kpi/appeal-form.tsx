import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { TextArea } from '../common/text-area';
import { Choices, Note, TextField } from '../common/view';
import { mayDo } from './api';
import type { SheetSteps } from './one-sheet';
import { useDay } from './parts';
import { Folded, Step } from './step';
import { useKpiTexts } from './texts';

const TO = ['AGENCY', 'TERRITORIAL', 'COURT'] as const;

interface Typed {
  to: string;
  text: string;
  filedOn: string;
}

/** The employee appeals; the personnel service enters what came on paper. */
export function AppealForm({ sheet, done, again }: SheetSteps) {
  const t = useKpiTexts();
  const day = useDay();
  const { api, claims } = useDesk();
  if (!mayDo(sheet, 'appeal')) {
    return null;
  }
  const own = claims.sub === sheet.employee;
  const by = day(sheet.decision?.appealBy);
  const send = ({ to, text, filedOn }: Typed) =>
    api(at('/kpi-sheets/{sheet}/appeal', { sheet: sheet.id }), {
      method: 'POST',
      body: {
        version: sheet.version,
        to: to as (typeof TO)[number],
        ...(text.trim() !== '' && { text: text.trim() }),
        ...(!own && filedOn !== '' && { filedOn }),
      },
    });
  return (
    <Folded id="appealing" title={own ? t('appeal') : t('appeal_on_paper')}>
      {by !== undefined && (
        <Note>
          <p>{t('appeal_in_time', { day: by })}</p>
        </Note>
      )}
      <Step<Typed>
        step="appeal"
        about={sheet.id}
        label={own ? t('file_appeal') : t('enter_appeal')}
        initial={{ to: '', text: '', filedOn: '' }}
        check={({ to }) => (to === '' ? [{ field: 'to', message: t('error_choose') }] : [])}
        send={send}
        fieldOf={(pointer) => ({ '/to': 'to', '/text': 'text', '/filedOn': 'filedOn' })[pointer]}
        done={done}
        again={again}
      >
        {(form) => (
          <>
            <Choices
              id="to"
              legend={t('appeal_to')}
              error={form.errorAt('to')}
              choices={TO.map((value) => ({ value, label: t(`to_${value}`) }))}
              selected={[form.typed.to]}
              select={([to = '']) => form.change({ to })}
            />
            <TextArea {...form.text('text')} label={t('appeal_text')} rows={5} />
            {!own && <TextField {...form.text('filedOn')} label={t('filed_on')} kind="date" />}
          </>
        )}
      </Step>
    </Folded>
  );
}
