import { useState } from 'preact/hooks';
import { useLanguage } from '../common/language';
import { type By, ChooseRight } from '../common/questionnaire/choose-right';
import { ErrorSummary, errorAt, Heading, Note, SelectField } from '../common/view';
import { Enrolment } from './enrolment';
import type { Survey } from './survey';
import { useSurveyTexts } from './texts';

/** How the person shows that they may take part: by a login, or by a slip's code, for which the body has to be said. */
export function Right(props: {
  survey: Survey;
  by: By | null;
  setBy: (by: By) => void;
  code: string;
  setCode: (code: string) => void;
  body: string;
  setBody: (body: string) => void;
  /** Whether a login is at hand. */
  loggedIn: boolean;
  logIn: () => Promise<void>;
  back: () => void;
  next: () => void;
}) {
  const { survey, body, setBody, ...right } = props;
  const t = useSurveyTexts();
  return (
    <ChooseRight
      t={t}
      ways={['login', 'code']}
      wrong={body === '' ? [{ field: 'body', message: t('body_error') }] : []}
      before={
        <Note>
          <p>{t('right_why')}</p>
          <p id="right-checks">{t('right_checks')}</p>
        </Note>
      }
      under={(errors) => (
        <BodyField
          survey={survey}
          body={body}
          setBody={setBody}
          hint={t('body_hint')}
          error={errorAt(errors, 'body')}
        />
      )}
      after={right.by === 'code' && body !== '' && <Enrolment survey={survey} body={body} />}
      {...right}
    />
  );
}

/** Asked after a login only where the token does not name a body of this survey: the key depends on it. */
export function ChooseBody({
  survey,
  body,
  setBody,
  next,
}: {
  survey: Survey;
  body: string;
  setBody: (body: string) => void;
  next: () => void;
}) {
  const t = useSurveyTexts();
  const [attempt, setAttempt] = useState(0);
  const errors = attempt > 0 && body === '' ? [{ field: 'body', message: t('body_error') }] : [];
  const go = () => {
    setAttempt(attempt + 1);
    if (body !== '') {
      next();
    }
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page="body">{t('body_title')}</Heading>
      <BodyField
        survey={survey}
        body={body}
        setBody={setBody}
        hint={t('body_hint_login')}
        error={errorAt(errors, 'body')}
        always
      />
      {body !== '' && <Enrolment survey={survey} body={body} />}
      <button id="continue" type="button" class="button" onClick={go}>
        {t('continue')}
      </button>
    </>
  );
}

function BodyField(props: {
  survey: Survey;
  body: string;
  setBody: (body: string) => void;
  hint: string;
  error: string | undefined;
  always?: boolean;
}) {
  const { survey, body, setBody, hint, error, always = false } = props;
  const t = useSurveyTexts();
  const language = useLanguage();
  const bodies = Object.entries(survey.bodies).map(([id, name]): [string, string] => [id, name[language]]);
  if (bodies.length === 1 && !always) {
    return null;
  }
  bodies.sort(([, one], [, other]) => one.localeCompare(other, language));
  return (
    <SelectField
      id="body"
      label={t('body_label')}
      hint={hint}
      error={error}
      value={body}
      change={setBody}
      options={[['', t('body_choose')], ...bodies]}
    />
  );
}
