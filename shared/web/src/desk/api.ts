import type { Answer, Schema } from '../common/api';

/** What the routes of surveys and of the directory answer. */

export type ListedSurvey = Schema<'SurveyEntry'>;
export type SurveyState = Schema<'State'>;
export type StateBody = Schema<'Body'>;
/** Who of a body is enrolled. */
export type EnrolledAnswer = Answer<'/surveys/{survey}/participants'>;
export type Method = Schema<'Method'>;
export type Cut = Schema<'Cut'>;
export type ResultsAnswer = Schema<'Results'>;
export type StatementResult = Schema<'Statement'>;
export type IndicatorResult = Schema<'Indicator'>;
