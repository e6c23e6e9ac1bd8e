import { render } from 'preact';
import '../common/page.css';
import { speaking } from '../common/texts';
import { Frame, Heading } from '../common/view';
import en from '../texts/en/landing.json';
import kk from '../texts/kk/landing.json';
import ru from '../texts/ru/landing.json';

const useLandingTexts = speaking<keyof typeof kk>({ kk, ru, en });

/** What this is, and where each kind of visitor goes on. */
function Landing() {
  const t = useLandingTexts();
  return (
    <>
      <Heading page="landing" quiet>
        {t('title')}
      </Heading>
      <p class="lead">{t('lead')}</p>
      <h2>{t('respondent_title')}</h2>
      <p>{t('respondent')}</p>
      <h2>{t('desk_title')}</h2>
      <p>{t('desk')}</p>
      <p>
        <a id="desk-link" class="button" href="desk.html">
          {t('desk_link')}
        </a>
      </p>
      <h2>{t('preview_title')}</h2>
      <p>{t('preview')}</p>
      <p class="buttons">
        <a id="preview-link" class="button button-plain" href="desk.html#/preview">
          {t('preview_link')}
        </a>
        <a id="runs-link" href="desk.html#/runs">
          {t('runs_link')}
        </a>
      </p>
      <h2>{t('how_title')}</h2>
      <ul>
        <li>{t('how_anonymous')}</li>
        <li>{t('how_scores')}</li>
        <li>{t('how_network')}</li>
        <li>{t('how_open')}</li>
      </ul>
    </>
  );
}

render(
  <Frame>
    <Landing />
  </Frame>,
  document.getElementById('app')!,
);
