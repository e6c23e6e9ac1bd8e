import type { ComponentChildren } from 'preact';
import { Changed } from '../common/form/changed';
import { type Form, useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import type { Reply } from '../common/http';
import type { FormError } from '../common/view';
import type { State } from './api';
import { useAppraisalTexts } from './texts';

/** A form about a case, and what its fields take by their names. */
export interface ActForm<T> extends Form<T> {
  field: <N extends keyof T & string>(
    name: N,
  ) => { id: string; value: T[N]; change: (value: T[N]) => void; error: string | undefined };
}

/** What somebody may do in a case: folded under its name, or open where it is what the case waits for. */
export function Act<T extends object>(props: {
  id: string;
  title: string;
  intro?: string | undefined;
  /** What it is about, with the version that was seen. */
  appraisal: { id: string; version: number };
  initial: T;
  open?: boolean;
  submit: string;
  kind?: 'plain' | 'danger';
  /** What is missing before anything is sent. */
  check?: (typed: T) => FormError[];
  send: (typed: T, version: number, idempotencyKey: string) => Promise<Reply<unknown>>;
  /** After it was done. */
  done: () => void;
  children?: (form: ActForm<T>) => ComponentChildren;
}) {
  const { id, title, intro, appraisal, initial, open = false, submit, kind, check, send, done, children } = props;
  const t = useAppraisalTexts();
  const form = useForm([id, appraisal.id, appraisal.version], initial, `${id}-submit`);
  const field: ActForm<T>['field'] = (name) => ({
    id: `${id}-${name}`,
    value: form.typed[name],
    change: (value) => form.change({ [name]: value } as unknown as Partial<T>),
    error: form.errorAt(`${id}-${name}`),
  });
  const go = async (version: number) => {
    const missing = check?.(form.typed) ?? [];
    if (missing.length > 0) {
      return form.wrong(missing.map((error) => ({ ...error, field: `${id}-${error.field}` })));
    }
    const reply = await form.send(
      () => send(form.typed, version, form.idempotencyKey),
      (pointer) => shownAt(id, pointer),
    );
    if (reply?.kind === 'answered') {
      form.forget();
      done();
    }
  };
  return (
    <details id={id} {...((open || form.errors.length > 0 || form.conflict !== null) && { open: true })}>
      <summary>{title}</summary>
      {intro !== undefined && <p>{intro}</p>}
      <Changed<{ version: number; state?: State }>
        form={form}
        there={({ state }) => (state === undefined ? '–' : t(`state_${state}`))}
        mine={submit}
        keep={(version) => void go(version)}
        take={() => {
          form.forget();
          form.clear();
          done();
        }}
      />
      <FormPart
        form={form}
        submit={{ id: `${id}-submit`, label: submit, ...(kind !== undefined && { kind }) }}
        onSubmit={() => void go(appraisal.version)}
      >
        {children?.({ ...form, field })}
      </FormPart>
    </details>
  );
}

/** The field of an act for a pointer, or for the part of it that has a field: `/proof/document` is entered at `proof`. */
function shownAt(id: string, pointer: string): string | undefined {
  const parts = pointer.split('/').filter(Boolean);
  for (let length = parts.length; length > 0; length--) {
    const field = [id, ...parts.slice(0, length)].join('-');
    if (document.getElementById(field) !== null) {
      return field;
    }
  }
  return undefined;
}
