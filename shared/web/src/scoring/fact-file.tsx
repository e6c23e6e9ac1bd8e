import { useRef, useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { download } from '../common/download';
import type { Fault, Refused, Unreachable } from '../common/http';
import { useLanguage } from '../common/language';
import { useCommonTexts } from '../common/texts';
import { Note } from '../common/view';
import { useScoringTexts } from './texts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How much a workbook changes. */
interface Changes {
  bodies: number;
  values: number;
}

type Outcome =
  | { at: 'idle' }
  | { at: 'busy' }
  | ({ at: 'checked' | 'stored' } & Changes)
  | { at: 'wrong'; faults: Fault[]; title: string }
  | { at: 'unreachable' };

/** Points and values of a whole year as a workbook, out and in. A file is checked first; with any error nothing of it is stored. */
export function FactFile({ year, changed }: { year: number; changed: () => void }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const desk = useDesk();
  const chosen = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome>({ at: 'idle' });
  const take = async () => {
    const reply = await desk.file(at('/facts.xlsx', { year, lang: language }));
    if (reply.kind === 'answered') {
      download(reply.body, `facts-${year}-${language}.xlsx`);
    } else {
      setOutcome(troubleOf(reply));
    }
  };
  const give = async (check: boolean) => {
    const file = chosen.current?.files?.[0];
    if (file === undefined) {
      return setOutcome({ at: 'wrong', faults: [], title: t('file_none') });
    }
    setOutcome({ at: 'busy' });
    const reply = await desk.api(at('/facts.xlsx', { year, check: check || undefined }), {
      method: 'PUT',
      file: new Blob([file], { type: XLSX }),
    });
    if (reply.kind === 'answered') {
      setOutcome({ at: check ? 'checked' : 'stored', bodies: reply.body.bodies, values: reply.body.values });
      if (!check) {
        changed();
      }
    } else {
      setOutcome(troubleOf(reply));
    }
  };
  return (
    <details id="fact-file">
      <summary>{t('file_title')}</summary>
      <p>{t('file_intro')}</p>
      <div class="buttons buttons-near">
        <button id="file-export" type="button" class="button button-plain" onClick={() => void take()}>
          {t('file_export')}
        </button>
      </div>
      <div class="field">
        <label for="file">{t('file_import')}</label>
        <p class="hint" id="file-hint">
          {t('file_hint')}
        </p>
        <input
          id="file"
          ref={chosen}
          type="file"
          accept=".xlsx"
          aria-describedby="file-hint"
          onChange={() => setOutcome({ at: 'idle' })}
        />
      </div>
      <div class="buttons buttons-near">
        <button
          id="file-check"
          type="button"
          class="button"
          disabled={outcome.at === 'busy'}
          onClick={() => void give(true)}
        >
          {t('file_check')}
        </button>
        {outcome.at === 'checked' && (
          <button id="file-store" type="button" class="button" onClick={() => void give(false)}>
            {t('file_store')}
          </button>
        )}
      </div>
      <div role="status" id="file-outcome">
        <OutcomeView outcome={outcome} />
      </div>
    </details>
  );
}

function troubleOf(reply: Refused | Unreachable): Outcome {
  return reply.kind === 'refused'
    ? { at: 'wrong', faults: reply.problem.errors, title: reply.problem.detail || reply.problem.title }
    : { at: 'unreachable' };
}

function OutcomeView({ outcome }: { outcome: Outcome }) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  switch (outcome.at) {
    case 'idle':
      return null;
    case 'busy':
      return <p>{common('loading')}</p>;
    case 'checked':
    case 'stored':
      return (
        <Note kind="good">
          <p>{t(`file_${outcome.at}`, { values: outcome.values, bodies: outcome.bodies })}</p>
        </Note>
      );
    case 'unreachable':
      return (
        <Note kind="warning">
          <p>
            {common('unreachable_title')}. {common('unreachable')}
          </p>
        </Note>
      );
    case 'wrong':
      return (
        <Note kind="warning">
          <p>{outcome.title}</p>
          {outcome.faults.length > 0 && <Faults faults={outcome.faults} />}
        </Note>
      );
  }
}

/** Every mistake at its cell. */
function Faults({ faults }: { faults: Fault[] }) {
  const t = useScoringTexts();
  return (
    <>
      <p>{t('file_wrong', { n: faults.length })}</p>
      <table id="file-errors">
        <thead>
          <tr>
            <th scope="col">{t('cell')}</th>
            <th scope="col">{t('fault')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ sheet, cell, pointer, message }, index) => (
            <tr key={index}>
              <th scope="row">{[sheet, cell ?? pointer].filter(Boolean).join(', ')}</th>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
