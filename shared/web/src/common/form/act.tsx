import type { ComponentChildren } from 'preact';
import type { Reply } from '../http';
import type { Language } from '../language';
import type { FormError } from '../view';
import { Changed } from './changed';
import { type Form, useForm } from './form';
import { FormPart } from './form-page';

/** A form about a case, and what its fields take by their names. */
export interface ActForm<T> extends Form<T> {
  field: <N extends keyof T & string>(
    name: N,
  ) => { id: string; value: T[N]; change: (value: T[N]) => void; error: string | undefined };
}

/** What an answer says besides, where nothing was refused. */
export interface Said {
  code: string;
  text?: Record<Language, string>;
}

/** What somebody may do in a case: folded under its name, or open where it is what the case waits for. */
export function Act<T extends object>(props: {
  id: string;
  title: string;
  intro?: string | undefined;
  /** What it is about, with the version that was seen. */
  about: { id: string; version: number };
  /** Says in words what stands, where somebody else was faster. */
  there?: ((current: { version: number; state?: string }) => ComponentChildren) | undefined;
  initial: T;
  open?: boolean;
  submit: string;
  kind?: 'plain' | 'danger';
  /** What is missing before anything is sent. */
  check?: (typed: T) => FormError[];
  send: (typed: T, version: number, idempotencyKey: string) => Promise<Reply<unknown>>;
  /** After it was done, with what the server says besides. */
  done: (said: Said[]) => void;
  children?: (form: ActForm<T>) => ComponentChildren;
}) {
  const { id, title, intro, about, there, initial, open = false, submit, kind, check, send, done, children } = props;
  const form = useForm([id, about.id, about.version], initial, `${id}-submit`);
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
      done((reply.body as { warnings?: Said[] } | null)?.warnings ?? []);
    }
  };
  return (
    <details id={id} {...((open || form.errors.length > 0 || form.conflict !== null) && { open: true })}>
      <summary>{title}</summary>
      {intro !== undefined && <p>{intro}</p>}
      <Changed<{ version: number; state?: string }>
        form={form}
        {...(there !== undefined && { there })}
        mine={submit}
        keep={(version) => void go(version)}
        take={() => {
          form.forget();
          form.clear();
          done([]);
        }}
      />
      <FormPart
        form={form}
        submit={{ id: `${id}-submit`, label: submit, ...(kind !== undefined && { kind }) }}
        onSubmit={() => void go(about.version)}
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
