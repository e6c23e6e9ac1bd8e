import { showInstant } from '../common/dates';
import { useCommonTexts } from '../common/texts';
import { Note } from '../common/view';
import type { Step, Written } from './notebook';
import { dropEntry, type Outbox, sendAgain, wakeOutbox } from './outbox';
import { useMonitoringTexts } from './texts';

/** What is written down on this device and not at the server yet, and what the server did not take. */
export function Queue({ outbox: { entries, trouble, keepsNothing } }: { outbox: Outbox }) {
  const t = useMonitoringTexts();
  const refused = entries.filter((entry) => entry.refused !== undefined);
  return (
    <section id="queue" data-waiting={entries.length} aria-label={t('queue')}>
      {keepsNothing && (
        <Note kind="warning">
          <p id="keeps-nothing">{t('keeps_nothing')}</p>
        </Note>
      )}
      <p role="status" class="hint" data-trouble={trouble ?? ''}>
        {entries.length === 0
          ? t('queue_empty')
          : t('queue_waiting', { n: entries.length }) + (trouble === null ? '' : ` ${t(`trouble_${trouble}`)}`)}
      </p>
      {entries.length > 0 && refused.length === 0 && trouble !== null && (
        <p>
          <button id="send-now" type="button" class="button button-plain" onClick={wakeOutbox}>
            {t('send_now')}
          </button>
        </p>
      )}
      {refused.map((entry) => (
        <RefusedEntry key={entry.id} entry={entry} />
      ))}
    </section>
  );
}

function RefusedEntry({ entry }: { entry: Written }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  return (
    <Note kind="warning">
      <div role="alert" data-refused={entry.step.kind}>
        <p>
          <strong>{t('refused', { what: t(`step_${entry.step.kind}`) })}</strong>{' '}
          {nameOf(entry.step, (at) => showInstant(at, common))}
        </p>
        <ul>
          {entry.refused?.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
        <div class="buttons">
          <button type="button" class="button" data-again onClick={() => void sendAgain(entry)}>
            {t('send_again')}
          </button>
          <button type="button" class="button button-plain" data-drop onClick={() => void dropEntry(entry)}>
            {t('drop_entry')}
          </button>
        </div>
      </div>
    </Note>
  );
}

/** Which entry it is, in the words that were typed. */
function nameOf(step: Step, shown: (at: string) => string): string {
  switch (step.kind) {
    case 'start':
      return shown(step.body.at);
    case 'explanation':
      return [step.body.person, shown(step.body.requestedAt), step.body.text].filter(Boolean).join(', ');
    case 'evidence':
      return [step.body.fileName, shown(step.body.takenAt)].join(', ');
    case 'act':
      return [step.body.person ?? step.body.employee, step.body.workplace, shown(step.body.observedAt)].join(', ');
  }
}
