import { useState } from 'preact/hooks';
import { showDate } from '../common/dates';
import { useLanguage } from '../common/language';
import { ChooseRight } from '../common/questionnaire/choose-right';
import { useCommonTexts } from '../common/texts';
import { Loading, Unreachable } from '../common/view';
import { Answering } from './answering';
import { type Interview, useInterview } from './interview';
import { kept } from './kept';
import { LeaveThisPage } from './leave';
import { Received, Refused, Sending, Start, Stop, Waiting } from './pages';
import type { Stage } from './stage';
import { useExitTexts } from './texts';

export function Leaver() {
  const [stage, setStage] = useState<Stage>({ at: 'loading' });
  return (
    <>
      <LeaveThisPage />
      <AtStage stage={stage} interview={useInterview(stage, setStage)} />
    </>
  );
}

function AtStage({ stage, interview }: { stage: Stage; interview: Interview }) {
  const t = useExitTexts();
  const { form, by, asking, shared, setShared, draft, setStage, boot, eraseAll, first, logIn, retryTimer } = interview;
  switch (stage.at) {
    case 'loading':
      return <Loading />;
    case 'unreachable':
      return <Unreachable again={() => void boot()} />;
    case 'stop':
      return (
        <Stop why={stage.why} another={form === null || by === 'login' ? null : () => setStage({ at: 'right' })} />
      );
    case 'start':
      return (
        <>
          <Start form={form!} shared={shared} setShared={setShared} draft={draft} eraseDraft={eraseAll} next={first} />
          {asking && <Loading />}
        </>
      );
    case 'right':
      return (
        <>
          <Right interview={interview} />
          {asking && <Loading />}
        </>
      );
    case 'page':
    case 'check':
      return (
        <>
          <About interview={interview} />
          <Answering
            pages={interview.pages}
            step={stage}
            go={setStage}
            answers={interview.answers}
            say={interview.setAnswers}
            leave={() => setStage({ at: 'start' })}
            send={interview.submit}
          />
        </>
      );
    case 'waiting': {
      const erase = () => {
        eraseAll();
        setStage({ at: 'start' });
      };
      return <Waiting mine={() => void logIn()} erase={erase} />;
    }
    case 'sending':
      return <Sending trouble={stage.trouble} safe={t('sending_safe')} now={() => retryTimer.now()} />;
    case 'refused':
      return <NotTaken stage={stage} interview={interview} />;
    case 'received':
      return <Received shared={shared === true} />;
  }
}

/** How the leaver is known: by the code of a slip or message, or by a login. A code that was refused is said at once. */
function Right({ interview }: { interview: Interview }) {
  const t = useExitTexts();
  const { by, setBy, code, setCode, unknownCode, draft, begun, setStage, askCode, logIn } = interview;
  return (
    <ChooseRight
      key={unknownCode ?? ''}
      t={t}
      ways={['code', 'login']}
      by={by}
      setBy={setBy}
      code={code}
      setCode={setCode}
      refused={unknownCode !== null && code === unknownCode ? t('code_error_unknown') : undefined}
      loggedIn={false}
      logIn={logIn}
      back={() => setStage({ at: 'start' })}
      next={() => void askCode(begun && !draft ? { at: 'check' } : { at: 'page', page: 0 })}
    />
  );
}

/** Which leaving whoever logged in is asked about. */
function About({ interview: { by, mine } }: { interview: Interview }) {
  const t = useExitTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  return by === 'login' && mine !== null ? (
    <p id="about" class="hint">
      {t('about_leaving', { body: mine.name?.[language] ?? mine.body, day: showDate(mine.leavingOn, common) })}
    </p>
  ) : null;
}

function NotTaken({ stage, interview }: { stage: Extract<Stage, { at: 'refused' }>; interview: Interview }) {
  const { setStage, setDraft, deliver, submit } = interview;
  const again = () => {
    const pending = kept.pending();
    return pending === null ? submit() : void deliver(pending);
  };
  const changeRight = () => {
    setDraft(false);
    setStage({ at: 'right' });
  };
  return (
    <Refused
      reason={stage.reason}
      said={stage.said}
      again={again}
      back={() => setStage({ at: 'check' })}
      changeRight={changeRight}
    />
  );
}
