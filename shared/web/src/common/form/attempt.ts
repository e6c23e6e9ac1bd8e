import { useRef, useState } from 'preact/hooks';
import { formErrors } from '../desk';
import { codeOf, type Problem, type Reply } from '../http';
import { useCommonTexts } from '../texts';
import { errorAt, type FormError } from '../view';
import { useFormTexts } from './texts';

/** What came of sending a form so far. */
export interface Attempt {
  errors: FormError[];
  /** Grows with every attempt that went wrong, so that the summary of errors takes the focus each time. */
  attempt: number;
  /** While an answer is awaited; a second press then sends nothing. */
  busy: boolean;
  /** Where somebody else has changed what the form is about. */
  conflict: Problem | null;
  errorAt: (field: string) => string | undefined;
  /** Shows errors: those of a check before anything is sent, or none any more. */
  wrong: (errors: FormError[]) => void;
  /** Shows what came of a request that was sent otherwise. */
  show: <A>(reply: Reply<A>, fieldOf?: FieldOf) => void;
  /** Forgets errors and the conflict. */
  clear: () => void;
  /**
   * Sends, and shows what was refused at the fields that `fieldOf` finds for the pointers. The answer is for the caller: null
   * where another is awaited still.
   */
  send: <A>(request: () => Promise<Reply<A>>, fieldOf?: FieldOf) => Promise<Reply<A> | null>;
}

/** The field at which a complaint about a part of the request is mended, by its JSON pointer. */
export type FieldOf = (pointer: string) => string | undefined;

/** Whether a refusal says that what was seen stands no more. */
export function isChanged(problem: Problem): boolean {
  return problem.status === 409 && codeOf(problem).endsWith('CHANGED');
}

/**
 * The attempts of one form.
 *
 * @param submit the id of the button, where what belongs to no field is shown
 * @param conflicts which refusals are shown as a conflict instead of an error
 */
export function useAttempt(submit: string, conflicts: (problem: Problem) => boolean = isChanged): Attempt {
  const t = useFormTexts();
  const common = useCommonTexts();
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [conflict, setConflict] = useState<Problem | null>(null);
  const underway = useRef(false);
  const wrong = (found: FormError[]) => {
    setErrors(found);
    if (found.length > 0) {
      setAttempt((before) => before + 1);
    }
  };
  const show = <A>(reply: Reply<A>, fieldOf: FieldOf = () => undefined) => {
    const conflicting = reply.kind === 'refused' && conflicts(reply.problem);
    setConflict(conflicting ? reply.problem : null);
    if (reply.kind === 'answered' || conflicting) {
      wrong([]);
    } else if (reply.kind === 'refused') {
      wrong(formErrors(reply.problem, ({ pointer = '' }) => fieldOf(pointer), submit));
    } else {
      wrong([{ field: submit, message: `${common('unreachable_title')}. ${t('typed_kept')}` }]);
    }
  };
  return {
    errors,
    attempt,
    busy,
    conflict,
    errorAt: (field) => errorAt(errors, field),
    wrong,
    show,
    clear: () => {
      setErrors([]);
      setConflict(null);
    },
    send: async (request, fieldOf) => {
      if (underway.current) {
        return null;
      }
      underway.current = true;
      setBusy(true);
      const reply = await request();
      underway.current = false;
      setBusy(false);
      show(reply, fieldOf);
      return reply;
    },
  };
}
