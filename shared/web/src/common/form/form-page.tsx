import type { ComponentChildren } from 'preact';
import { ErrorSummary, Heading } from '../view';
import type { Attempt } from './attempt';

interface FormPartProps {
  form: Attempt;
  /** The button that sends: its id, and what it says. */
  submit: { id: string; label: string; kind?: 'plain' | 'danger' };
  /** Checks and sends. */
  onSubmit: () => void;
  /** What stands beside the button, such as the way back. */
  beside?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of a page that is a form: its errors above its heading, its fields, its buttons. Enter sends it too. */
export function FormPage({
  page,
  title,
  caption,
  intro,
  ...part
}: FormPartProps & { page: string; title: string; caption?: string; intro?: ComponentChildren }) {
  return (
    <>
      <ErrorSummary errors={part.form.errors} attempt={part.form.attempt} />
      <Heading page={page} {...(caption !== undefined && { caption })}>
        {title}
      </Heading>
      {intro}
      <Fields {...part} />
    </>
  );
}

/** A form that is a part of a page, its errors above it. */
export function FormPart(props: FormPartProps) {
  return (
    <>
      <ErrorSummary errors={props.form.errors} attempt={props.form.attempt} />
      <Fields {...props} />
    </>
  );
}

const KINDS = { plain: 'button button-plain', danger: 'button button-danger' } as const;

function Fields({ form, submit: { id, label, kind }, onSubmit, beside, children }: FormPartProps) {
  const go = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form noValidate onSubmit={go}>
      {children}
      <div class="buttons">
        <button id={id} type="submit" class={kind === undefined ? 'button' : KINDS[kind]} disabled={form.busy}>
          {label}
        </button>
        {beside}
      </div>
    </form>
  );
}
