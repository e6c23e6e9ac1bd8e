import type { ComponentChildren } from 'preact';
import { useCommonTexts } from '../common/texts';
import { Loading, Note } from '../common/view';
import type { Loaded } from './api';
import { useDeskTexts } from './texts';

/** What was loaded, or why it was not. */
export function LoadedView<T>({ loaded, again, children }: { loaded: Loaded<T>; again: () => void; children: (value: T) => ComponentChildren }) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  switch (loaded.at) {
    case 'loading':
      return <Loading />;
    case 'here':
      return <>{children(loaded.value)}</>;
    case 'refused':
      return (
        <Note kind="warning">
          <p>{t('failed', { what: loaded.problem.detail || loaded.problem.title })}</p>
        </Note>
      );
    case 'unreachable':
      return (
        <Note kind="warning">
          <p>
            {common('unreachable_title')}. {common('unreachable')}
          </p>
          <button type="button" class="button" onClick={again}>
            {common('try_again')}
          </button>
        </Note>
      );
  }
}
