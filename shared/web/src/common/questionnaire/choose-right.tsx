import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { wrongInCode } from '../slip-code';
import { Choices, ErrorSummary, errorAt, type FormError, Heading, TextField } from '../view';
import { Buttons } from './question-page';
import type { Words } from './words';

/** By a login, or by the code of a slip or message. */
export type By = 'login' | 'code';

interface ChooseRightProps {
  t: Words;
  /** Both ways, the one that most take first. */
  ways: By[];
  by: By | null;
  setBy: (by: By) => void;
  code: string;
  setCode: (code: string) => void;
  /** What is wrong with a code that is well written, such as one that nobody knows; it is said at once. */
  refused?: string | undefined;
  /** What else is wrong where a code is used. */
  wrong?: FormError[];
  /** What stands below the code. */
  under?: (errors: FormError[]) => ComponentChildren;
  /** Whether a login is at hand. */
  loggedIn: boolean;
  /** Fails where the issuer cannot be reached. */
  logIn: () => Promise<void>;
  before?: ComponentChildren;
  after?: ComponentChildren;
  back: () => void;
  next: () => void;
}

/** How a person shows that they may answer. */
export function ChooseRight(props: ChooseRightProps) {
  const {
    t,
    ways,
    by,
    setBy,
    code,
    setCode,
    refused,
    wrong = [],
    under,
    loggedIn,
    logIn,
    before,
    after,
    back,
    next,
  } = props;
  const [quiet] = useState(refused !== undefined);
  const [attempt, setAttempt] = useState(quiet ? 1 : 0);
  const [loginDown, setLoginDown] = useState(false);
  const inCode = wrongInCode(code);
  const errors = attempt === 0 ? [] : wrongIn(props, loginDown);
  const toLogin = by === 'login' && !loggedIn;
  const go = async () => {
    setAttempt(attempt + 1);
    setLoginDown(false);
    if (toLogin) {
      await logIn().catch(() => {
        setLoginDown(true);
        setAttempt(attempt + 2);
      });
    } else if (by === 'login' || (by === 'code' && inCode === null && wrong.length === 0)) {
      next();
    }
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page="right" quiet={quiet}>
        {t('right_title')}
      </Heading>
      {before}
      <Choices
        id="right"
        legend={<span class="hidden">{t('right_title')}</span>}
        error={errorAt(errors, 'right')}
        choices={ways.map((value) => ({ value, label: t(`right_${value}`), hint: t(`right_${value}_hint`) }))}
        selected={by === null ? [] : [by]}
        select={([value]) => setBy(value as By)}
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
              {under?.(errors)}
            </div>
          )
        }
      />
      {after}
      <Buttons
        id="continue"
        label={t(toLogin ? 'login_button' : 'continue')}
        onClick={() => void go()}
        back={back}
        t={t}
      />
    </>
  );
}

function wrongIn({ t, by, code, refused, wrong = [] }: ChooseRightProps, loginDown: boolean): FormError[] {
  if (by === null) {
    return [{ field: 'right', message: t('right_error') }];
  }
  if (by === 'login') {
    return loginDown ? [{ field: 'right-login', message: t('login_unreachable') }] : [];
  }
  const inCode = wrongInCode(code);
  const message = inCode === null ? refused : t(`code_error_${inCode}`);
  return message === undefined ? wrong : [{ field: 'code', message }, ...wrong];
}
