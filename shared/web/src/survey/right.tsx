import { useState } from 'preact/hooks';
import { useLanguage } from '../common/language';
import { wrongInCode } from '../common/slip-code';
import { Choices, ErrorSummary, errorAt, type FormError, Heading, Note, SelectField, TextField } from '../common/view';
import { Enrolment } from './enrolment';
import type { Survey } from './survey';
import { useSurveyTexts } from './texts';

/** How the person shows that they may take part: by a login, or by a slip's code. */
export function ChooseRight(props: {
  survey: Survey;
  right: 'login' | 'code' | null;
  setRight: (right: 'login' | 'code') => void;
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
  const { survey, right, setRight, code, setCode, body, setBody, loggedIn, logIn, back, next } = props;
  const t = useSurveyTexts();
  const [attempt, setAttempt] = useState(0);
  const [loginDown, setLoginDown] = useState(false);
  const errors: FormError[] = [];
  const wrong = wrongInCode(code);
  if (attempt > 0) {
    if (right === null) {
      errors.push({ field: 'right', message: t('right_error') });
    } else if (right === 'code') {
      if (wrong !== null) {
        errors.push({ field: 'code', message: t(`code_error_${wrong}`) });
      }
      if (body === '') {
        errors.push({ field: 'body', message: t('body_error') });
      }
    } else if (loginDown) {
      errors.push({ field: 'right-login', message: t('login_unreachable') });
    }
  }
  const go = async () => {
    setAttempt(attempt + 1);
    setLoginDown(false);
    if (right === 'code' && wrong === null && body !== '') {
      next();
    }
    if (right === 'login' && loggedIn) {
      next();
    } else if (right === 'login') {
      await logIn().catch(() => {
        setLoginDown(true);
        setAttempt(attempt + 2);
      });
    }
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page="right">{t('right_title')}</Heading>
      <Note>
        <p>{t('right_why')}</p>
        <p id="right-checks">{t('right_checks')}</p>
      </Note>
      <Choices
        id="right"
        legend={<span class="hidden">{t('right_title')}</span>}
        error={errorAt(errors, 'right')}
        choices={[
          { value: 'login', label: t('right_login'), hint: t('right_login_hint') },
          { value: 'code', label: t('right_code'), hint: t('right_code_hint') },
        ]}
        selected={right === null ? [] : [right]}
        select={([value]) => setRight(value === 'code' ? 'code' : 'login')}
        under={(value) =>
          value === 'code' && (
            <div class="under">
              <TextField
                id="code"
                label={t('code_label')}
                hint={t('code_hint')}
                error={errorAt(errors, 'code')}
                value={code}
                change={setCode}
                kind="code"
              />
              <BodyField
                survey={survey}
                body={body}
                setBody={setBody}
                hint={t('body_hint')}
                error={errorAt(errors, 'body')}
              />
            </div>
          )
        }
      />
      {right === 'code' && body !== '' && <Enrolment survey={survey} body={body} />}
      <div class="buttons">
        <button id="continue" type="button" class="button" onClick={() => void go()}>
          {right === 'login' && !loggedIn ? t('login_button') : t('continue')}
        </button>
        <button id="back" type="button" class="button button-plain" onClick={back}>
          {t('back')}
        </button>
      </div>
    </>
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
