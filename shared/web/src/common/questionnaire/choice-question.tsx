import type { ComponentChildren } from 'preact';
import { Choices } from '../view';

interface ChoiceQuestionProps {
  id: string;
  /** Null for a question without a number. */
  number: number | null;
  text: string;
  hint?: string | undefined;
  error?: string | undefined;
  options: { value: string; label: string }[];
  selected: string[];
  several?: boolean;
  select: (values: string[]) => void;
  under?: (value: string) => ComponentChildren;
  /** What the button says that takes the answer back; there is none where nothing is said. */
  clear: { label: string; aria?: string } | null;
}

/** A question with its options stacked; an answer can be taken back. */
export function ChoiceQuestion({ id, number, text, options, selected, select, clear, ...same }: ChoiceQuestionProps) {
  const empty = () => {
    select([]);
    document.getElementById(`${id}-${options[0]!.value}`)?.focus();
  };
  return (
    <Choices
      id={id}
      legend={
        <>
          {number !== null && <span class="number">{number}. </span>}
          {text}
        </>
      }
      choices={options}
      selected={selected}
      select={select}
      after={
        clear !== null &&
        selected.length > 0 && (
          <button type="button" class="link-button" id={`${id}-clear`} aria-label={clear.aria} onClick={empty}>
            {clear.label}
          </button>
        )
      }
      {...same}
    />
  );
}
