import type { ComponentChildren } from 'preact';
import type { Loaded } from './desk';
import { useCommonTexts } from './texts';
import { Loading, Note } from './view';

/** What was loaded, or why it was not. */
export function LoadedView<T>({
  loaded,
  again,
  children,
}: {
  loaded: Loaded<T>;
  again: () => void;
  children: (value: T) => ComponentChildren;
}) {
  const t = useCommonTexts();
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
            {t('unreachable_title')}. {t('unreachable')}
          </p>
          <button type="button" class="button" onClick={again}>
            {t('try_again')}
          </button>
        </Note>
      );
  }
}
