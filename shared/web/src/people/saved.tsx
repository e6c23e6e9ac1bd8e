import { Note } from '../common/view';
import { usePeopleTexts } from './texts';

/** That it was saved, for those who hear the page too. */
export function Saved({ shown }: { shown: boolean }) {
  const t = usePeopleTexts();
  return (
    <div role="status">
      {shown && (
        <Note kind="good">
          <p id="saved">{t('saved')}</p>
        </Note>
      )}
    </div>
  );
}
