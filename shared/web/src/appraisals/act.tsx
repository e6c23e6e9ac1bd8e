import { Act as CommonAct } from '../common/form/act';
import type { State } from './api';
import { useAppraisalTexts } from './texts';

export type { ActForm } from '../common/form/act';

type ActProps<T extends object> = Omit<Parameters<typeof CommonAct<T>>[0], 'about' | 'there'> & {
  appraisal: { id: string; version: number };
};

/** What somebody may do in an appraisal. */
export function Act<T extends object>({ appraisal, ...act }: ActProps<T>) {
  const t = useAppraisalTexts();
  return (
    <CommonAct<T>
      {...act}
      about={appraisal}
      there={({ state }) => (state === undefined ? '–' : t(`state_${state as State}`))}
    />
  );
}
