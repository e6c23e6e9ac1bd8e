import { useAllOf } from '../common/all-pages';
import { at } from '../common/api';
import { showDate, showInstant } from '../common/dates';
import { useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { Facts } from '../common/facts';
import { Act } from '../common/form/act';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, TextField } from '../common/view';
import type { Recall } from './api';
import { missing } from './checks';
import { useOffice } from './office';
import { RecallTag, useRecalls } from './recalls';
import { useWorkmodeTexts } from './texts';

/** One recall, found among those that the reader may see, and what the authorised person may do about it. */
export function OneRecall({ id }: { id: string }) {
  const t = useWorkmodeTexts();
  const paged = useRecalls();
  return (
    <LoadedView loaded={useAllOf(paged)} again={paged.again}>
      {(recalls) => {
        const recall = recalls.find((each) => each.id === id);
        return recall === undefined ? (
          <p id="unknown-recall">{t('unknown_recall')}</p>
        ) : (
          <WithDirectory>
            <RecallPage recall={recall} again={paged.again} />
          </WithDirectory>
        );
      }}
    </LoadedView>
  );
}

interface Parts {
  recall: Recall;
  again: () => void;
}

function RecallPage({ recall, again }: Parts) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { claims } = useDesk();
  const { nameOf } = useDirectory();
  const { head } = useOffice(recall.body);
  const { id, act, employee, state, from, noticeSentAt, returnedOn, proposedBy } = recall;
  return (
    <>
      <Heading page={`recall ${id}`} caption={t('recall_one')}>
        {employee === claims.sub ? (claims.name ?? employee) : nameOf(employee)}
      </Heading>
      <p id="state" data-state={state}>
        <RecallTag state={state} />
      </p>
      <Facts
        id="recall"
        facts={[
          [t('recall_from'), showDate(from, common)],
          [t('returned_on'), returnedOn && showDate(returnedOn, common)],
          [t('recall_why'), t(`recall_${recall.kind}`)],
          [t('reason'), recall.reason],
          [t('notice_sent_at'), noticeSentAt === undefined ? t('no_notice') : showInstant(noticeSentAt, common)],
          [t('proposed_by'), proposedBy && nameOf(proposedBy)],
        ]}
      />
      <p>
        <a href={linkTo(['worktime', 'acts', 'remote', act, employee])}>{t('to_act')}</a>
      </p>
      {head && state === 'AT_OFFICE' && <GiveBack recall={recall} again={again} />}
      {head && state === 'NOTIFIED' && <Withdraw recall={recall} again={again} />}
    </>
  );
}

function useStands(): (current: { state?: string }) => string | undefined {
  const t = useWorkmodeTexts();
  return ({ state }) => (state === undefined ? undefined : t(`recall_state_${state as Recall['state']}`));
}

/** Remote work goes on. */
function GiveBack({ recall, again }: Parts) {
  const t = useWorkmodeTexts();
  const stands = useStands();
  const { api } = useDesk();
  return (
    <Act
      id="return"
      title={t('give_back')}
      intro={t('give_back_intro')}
      open
      about={recall}
      there={stands}
      initial={{ on: '' }}
      submit={t('give_back')}
      check={(typed) => missing(typed, { on: t('missing_day') })}
      send={({ on }, version) =>
        api(at('/recalls/{recall}/return', { recall: recall.id }), { method: 'PUT', body: { on, version } })
      }
      done={again}
    >
      {({ field }) => <TextField {...field('on')} label={t('give_back_on')} kind="date" />}
    </Act>
  );
}

function Withdraw({ recall, again }: Parts) {
  const t = useWorkmodeTexts();
  const stands = useStands();
  const { api } = useDesk();
  return (
    <Act
      id="withdraw"
      title={t('withdraw_recall')}
      intro={t('withdraw_recall_intro')}
      about={recall}
      there={stands}
      initial={{}}
      submit={t('withdraw_recall')}
      kind="danger"
      send={(_, version) =>
        api(at('/recalls/{recall}/withdraw', { recall: recall.id }), { method: 'POST', body: { version } })
      }
      done={again}
    />
  );
}
