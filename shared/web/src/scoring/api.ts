import type { Answer, Schema } from '../common/api';

/** What the routes of scoring answer. Decimals are strings, and stay so. */

export type BodyKind = Schema<'BodyKind'>;
export type StateBody = Schema<'Body'>;

export type Citation = Schema<'Citation'>;
export type Methodology = Schema<'Methodology'>;
export type Direction = Methodology['directions'][number];
export type DirectionId = Direction['id'];
export type Criterion = Direction['criteria'][number];
export type Indicator = Direction['indicators'][number];
export type Setting = Methodology['settings'][number];
export type FactType = Methodology['facts'][number];

export type FactValue = Schema<'FactValue'>;
/** Where a fact comes from: its `kind`, and the details that find it again. */
export type Source = Schema<'FactSource'>;
export type Standing = Schema<'Fact'>;
/** What one origin says, beside what stands. */
export type Claim = NonNullable<Standing['others']>[number];
export type ManualPoints = Schema<'ManualPoints'>[string];
export type FactSet = Schema<'FactSet'>;
/** One body of `GET /facts?year=`. */
export type BodyFacts = Answer<'/facts'>['bodies'][number];

export type Alternatives = Schema<'Alternatives'>;
export type Assessment = Schema<'Assessment'>;
export type DirectionScore = Assessment['directions'][number];
export type CriterionScore = DirectionScore['criteria'][number];
export type IndicatorScore = DirectionScore['indicators'][number];
export type ChosenSetting = Schema<'SettingsUsed'>[string];

/** What a personnel service sees of a run is without the counts and names of other bodies. */
export type Run = Schema<'Run'>;
export type BodyScores = Schema<'Score'>;
export type Ranking = Schema<'Scores'>['rankings'][number];
