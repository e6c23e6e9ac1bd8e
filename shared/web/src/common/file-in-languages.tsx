import { useState } from 'preact/hooks';
import type { Address, Path } from './api';
import { useDesk } from './desk';
import { download } from './download';
import { LANGUAGES, type Language } from './language';
import { useCommonTexts } from './texts';
import { Note } from './view';

/** A file that can be had in every language, a button for each. */
export function FileInLanguages(props: {
  file: string;
  title: string;
  label: (language: Language) => string;
  path: (language: Language) => Address<Path>;
  name: (language: Language) => string;
}) {
  const { file, title, label, path, name } = props;
  const common = useCommonTexts();
  const desk = useDesk();
  const [lost, setLost] = useState(false);
  const take = async (language: Language) => {
    const reply = await desk.file(path(language));
    setLost(reply.kind !== 'answered');
    if (reply.kind === 'answered') {
      download(reply.body, name(language));
    }
  };
  return (
    <>
      <div class="buttons buttons-near" role="group" aria-label={title}>
        {LANGUAGES.map((language) => (
          <button
            key={language}
            data-file={`${file}.${language}`}
            type="button"
            class="button button-plain"
            onClick={() => void take(language)}
          >
            {label(language)}
          </button>
        ))}
      </div>
      <div role="status">
        {lost && (
          <Note kind="warning">
            <p>{common('unreachable')}</p>
          </Note>
        )}
      </div>
    </>
  );
}
