import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Address, Path } from './api';
import { useDesk } from './desk';
import { download } from './download';
import { useExchangeTexts } from './exchange-texts';
import type { Fault, Refused, Reply, Unreachable } from './http';
import { useCommonTexts } from './texts';
import { Note } from './view';

/** A file that is taken out, such as a workbook of a year. */
export interface Export {
  id: string;
  label: string;
  path: Address<Path>;
  name: string;
}

interface FileExchangeProps<A> {
  exports: Export[];
  /** The field for the file that comes in. */
  label: string;
  /** Endings, as the attribute `accept` takes them. */
  accept: string;
  give: (file: File, check: boolean) => Promise<Reply<A>>;
  /** What a dry run found, and what was stored. */
  said: (answer: A, stored: boolean) => ComponentChildren;
  /** After it was stored. */
  changed: () => void;
}

type Outcome<A> =
  | { at: 'idle' }
  | { at: 'busy' }
  | { at: 'checked' | 'stored'; answer: A }
  | { at: 'wrong'; faults: Fault[]; title: string }
  | { at: 'unreachable' };

/** Records as a file, out and in. A file is checked first; with any error nothing of it is stored. */
export function FileExchange<A>({ exports, label, accept, give, said, changed }: FileExchangeProps<A>) {
  const t = useExchangeTexts();
  const desk = useDesk();
  const chosen = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome<A>>({ at: 'idle' });
  const take = async ({ path, name }: Export) => {
    const reply = await desk.file(path);
    if (reply.kind === 'answered') {
      download(reply.body, name);
    } else {
      setOutcome(troubleOf(reply));
    }
  };
  const send = async (check: boolean) => {
    const file = chosen.current?.files?.[0];
    if (file === undefined) {
      return setOutcome({ at: 'wrong', faults: [], title: t('file_none') });
    }
    setOutcome({ at: 'busy' });
    const reply = await give(file, check);
    if (reply.kind !== 'answered') {
      return setOutcome(troubleOf(reply));
    }
    setOutcome({ at: check ? 'checked' : 'stored', answer: reply.body });
    if (!check) {
      changed();
    }
  };
  return (
    <>
      <div class="field">
        <div class="buttons buttons-near">
          {exports.map((one) => (
            <button key={one.id} id={one.id} type="button" class="button button-plain" onClick={() => void take(one)}>
              {one.label}
            </button>
          ))}
        </div>
      </div>
      <div class="field">
        <label for="file">{label}</label>
        <p class="hint" id="file-hint">
          {t('file_hint')}
        </p>
        <input
          id="file"
          ref={chosen}
          type="file"
          accept={accept}
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
          onClick={() => void send(true)}
        >
          {t('file_check')}
        </button>
        {outcome.at === 'checked' && (
          <button id="file-store" type="button" class="button" onClick={() => void send(false)}>
            {t('file_store')}
          </button>
        )}
      </div>
      <div role="status" id="file-outcome" data-outcome={outcome.at}>
        <OutcomeView outcome={outcome} said={said} />
      </div>
    </>
  );
}

function troubleOf(reply: Refused | Unreachable): Outcome<never> {
  return reply.kind === 'refused'
    ? { at: 'wrong', faults: reply.problem.errors, title: reply.problem.detail || reply.problem.title }
    : { at: 'unreachable' };
}

function OutcomeView<A>({ outcome, said }: { outcome: Outcome<A>; said: FileExchangeProps<A>['said'] }) {
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
          <p>{said(outcome.answer, outcome.at === 'stored')}</p>
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
  const t = useExchangeTexts();
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
            <tr key={index} data-cell={cell}>
              <th scope="row">{[sheet, cell ?? pointer].filter(Boolean).join(', ') || t('whole_file')}</th>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
