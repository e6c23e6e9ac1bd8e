import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Conflict } from '../common/form/conflict';
import { type Form, useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import type { Reply } from '../common/http';
import { type FormError, Note } from '../common/view';
import type { Warning } from './api';
import { type KpiKey, useKpiTexts } from './texts';

/** What a step answers: the document, perhaps with warnings. */
interface Stepped {
  warnings?: Warning[];
}

/** What happens once a step was taken, with what the server remarks. */
export type StepDone = (warnings: Warning[]) => void;

export interface StepProps<T extends object> {
  /** The event by the flow's name: names the button. */
  step: string;
  /** What it is about. */
  about: string;
  label: string;
  kind?: 'plain' | 'danger';
  initial: T;
  check?: (typed: T) => FormError[];
  send: (typed: T) => Promise<Reply<unknown>>;
  fieldOf?: (pointer: string) => string | undefined;
  /** After it was done, and where somebody else changed the document. */
  done: StepDone;
  again: () => void;
  /** Goes over to the version that stands, once the reader has asked to see it. */
  overtake?: (version: number) => Partial<T>;
  children?: (form: Form<T>) => ComponentChildren;
}

/** A step of a case: its fields, its button, and what was refused. What is typed stays until it was taken. */
export function Step<T extends object>(props: StepProps<T>) {
  const { step, about, label, kind, initial, check, send, fieldOf, done, again, overtake, children } = props;
  const t = useKpiTexts();
  const form = useForm([`kpi ${step}`, about], initial, step);
  const go = async () => {
    const wrong = check?.(form.typed) ?? [];
    if (wrong.length > 0) {
      return form.wrong(wrong);
    }
    const reply = await form.send(() => send(form.typed), fieldOf);
    if (reply?.kind === 'answered') {
      form.forget();
      done((reply.body as Stepped | null)?.warnings ?? []);
    }
  };
  const look = () => {
    const { version } = (form.conflict?.current ?? {}) as { version?: number };
    if (version !== undefined && overtake !== undefined) {
      form.change(overtake(version));
    }
    form.clear();
    again();
  };
  return (
    <>
      {form.conflict !== null && (
        <Conflict problem={form.conflict}>
          <button id={`${step}-look`} type="button" class="button" onClick={look}>
            {t('look_at_it')}
          </button>
        </Conflict>
      )}
      <FormPart
        form={form}
        submit={{ id: step, label, ...(kind !== undefined && { kind }) }}
        onSubmit={() => void go()}
      >
        {children?.(form)}
      </FormPart>
    </>
  );
}

/** A step that few take: folded until it is wanted. */
export function Folded({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <details id={id} class="no-print">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** What was done last, with what the server remarks; and a way to say it. */
export function useDone(again: () => void): [ComponentChildren, (said: KpiKey) => (warnings: Warning[]) => void] {
  const t = useKpiTexts();
  const [done, setDone] = useState<{ said: KpiKey; warnings: Warning[] } | null>(null);
  const notice = (
    <div role="status" id="done">
      {done !== null && (
        <Note kind="good">
          <p>{t(done.said)}</p>
          {done.warnings.map(({ pointer, code }) => (
            <p key={`${pointer} ${code}`} data-warning={code}>
              {warningText(t, pointer, code)}
            </p>
          ))}
        </Note>
      )}
    </div>
  );
  const say = (said: KpiKey) => (warnings: Warning[]) => {
    setDone({ said, warnings });
    again();
  };
  return [notice, say];
}

function warningText(t: ReturnType<typeof useKpiTexts>, pointer: string | undefined, code: Warning['code']): string {
  const row = /^\/rows\/(\d+)/.exec(pointer ?? '')?.[1];
  return t(`warning_${code}`, { n: row === undefined ? '' : Number(row) + 1 });
}
