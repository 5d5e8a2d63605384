/**
 * The public API of Callfloor: re-exports only. From a scenario file to a report: `loadScenario` (or `parse` and `resolve`),
 * `runExperiment`, `erlangBeside`, `buildReport`, `renderText` and its siblings. The formulas alone, also for a browser, are
 * `callfloor/math`. Kinds of one's own are added to the lists `arrivals`, `durations`, `routing`, `sampling`, `shocks` and `measures`.
 */

export { type FoundScenario, loadScenario, type OtherDemand } from './cli/load-scenario.ts';
export { UserError } from './cli/user-error.ts';
export type { Customers } from './experiment/align-plans.ts';
export type { Outcome, Progress } from './experiment/outcome.ts';
export {
  type ComparedPlan,
  type Comparison,
  type ComparisonOptions,
  type ComparisonProgress,
  runComparison,
} from './experiment/run-comparison.ts';
export { type ExperimentOptions, replayRun, runExperiment } from './experiment/run-experiment.ts';
export {
  findSteadyState,
  type SteadyOptions,
  type SteadyOutcome,
  type Unsettled,
  UnsettledError,
} from './experiment/steady-state/find-steady-state.ts';
export { type HeldChange, type HeldInstant, holdInstant } from './experiment/steady-state/hold-instant.ts';
export {
  type InputUncertainty,
  type PromiseUncertainty,
  runUncertainInputs,
  type UncertaintyOptions,
} from './experiment/uncertain-inputs.ts';
export { type VerifyOptions, verifyFile } from './experiment/verify/verify-file.ts';
export type { VerifyReport } from './experiment/verify/verify-report.ts';
export {
  type ExplainedMiss,
  explainMiss,
  type Why,
  type WhyOptions,
  type WhyProgress,
} from './experiment/why/explain-miss.ts';
export type { Aspect, AspectDifference, Matters } from './judge/comparison.ts';
export type { Difference, DifferenceJudgement } from './judge/difference.ts';
export { judge } from './judge/judge.ts';
export { Ledger } from './judge/ledger.ts';
export type { Clause, Norm } from './judge/norm/clause-test.ts';
export { matchNorm } from './judge/norm/match-norm.ts';
export { normSchema } from './judge/norm/norm-schema.ts';
export { parseNorm } from './judge/norm/parse-norm.ts';
export type { Selection } from './judge/selection.ts';
export type { Estimate, IntervalVerdict, Judgement, VariantVerdict, Verdict } from './judge/verdict.ts';
export * from './kinds/arrivals/index.ts';
export * from './kinds/channels/index.ts';
export { type Clock, type Day, minutesOf, type Span, timeOf } from './kinds/clock.ts';
export * from './kinds/durations/index.ts';
export { families } from './kinds/families.ts';
export { type Kind, KindList } from './kinds/kind.ts';
export type { MeasureName } from './kinds/measures/measure-name.ts';
export { measureNames } from './kinds/measures/measure-names.ts';
export type { Resolving } from './kinds/resolving.ts';
export * from './kinds/routing/index.ts';
export * from './kinds/sampling/index.ts';
export * from './kinds/shocks/index.ts';
export * from './math/index.ts';
export { measures } from './measures/index.ts';
export type { MeasureKind, MeasureScope, Tally } from './measures/measure.ts';
export { apportionAgents } from './plan/apportion-agents.ts';
export { erlangBeside } from './plan/erlang-beside.ts';
export type * from './plan/erlang-figures.ts';
export { type DemandInterval, type DemandQueue, type StaffingDemand, scenarioDemand } from './plan/staffing/demand.ts';
export { type IntervalTableOptions, readIntervals } from './plan/staffing/read-intervals.ts';
export { type StaffingSetting, staffDemand } from './plan/staffing/staff-demand.ts';
export { type StaffingPlan, staffingPlanSchema } from './plan/staffing/staffing-plan.ts';
export {
  compareDesigns,
  type DesignFigures,
  type SamplingDesign,
  type SamplingDesigns,
  samplingDesigns,
} from './qa/compare-designs.ts';
export { type EvaluatorLoad, type EvaluatorService, evaluatorService, fewestEvaluators } from './qa/evaluator-load.ts';
export { judgeScores, type ScoreJudgement, TooFewScoresError } from './qa/judge-scores.ts';
export { planSampling, type SamplingPlan, type SamplingQuestion } from './qa/sampling-plan.ts';
export { type Review, readScores } from './qa/scores.ts';
export { buildReport } from './report/build-report.ts';
export { type DrawnChart, drawCharts } from './report/charts/draw-charts.ts';
export { buildComparison } from './report/comparison/build-comparison.ts';
export { type ComparisonReport, comparisonSchema } from './report/comparison/comparison-report.ts';
export { renderComparisonHtml } from './report/comparison/render-comparison-html.ts';
export { renderComparisonText } from './report/comparison/render-comparison-text.ts';
export { buildNormStatement, type NormStatement, normStatementSchema } from './report/norm/norm-statement.ts';
export { renderNormText } from './report/norm/render-norm-text.ts';
export { renderCsv } from './report/render-csv.ts';
export { renderHtml } from './report/render-html.ts';
export { renderJson } from './report/render-json.ts';
export { renderText, type TerminalSetting } from './report/render-text.ts';
export { type Report, reportSchema } from './report/report.ts';
export { buildWhy } from './report/why/build-why.ts';
export { renderWhyHtml } from './report/why/render-why-html.ts';
export { renderWhyText } from './report/why/render-why-text.ts';
export { type WhyReport, whySchema } from './report/why/why-report.ts';
export { complete } from './scenario/complete.ts';
export { type Change, listChanges } from './scenario/list-changes.ts';
export { accept, type ParsedScenario, parse } from './scenario/parse.ts';
export { type ResolveContext, resolve } from './scenario/resolve.ts';
export type * from './scenario/scenario.ts';
export { type Fault, ScenarioError, tellFault } from './scenario/scenario-error.ts';
export { type CompleteScenario, scenarioSchema, type WrittenScenario } from './scenario/schema.ts';
export type { FileReader } from './scenario/table.ts';
export { compile } from './sim/compile.ts';
export type { QualityTrace, ScoreRow } from './sim/quality.ts';
export type { RunLayout, RunRecord } from './sim/run.ts';
export type { SampleRow } from './sim/samples.ts';
export { simulate } from './sim/simulate.ts';
export type { Trace, TraceRow } from './sim/trace.ts';
export type { Bilingual, Lang } from './words/dictionary.ts';
