/**
 * The one dictionary of everything a person reads, in English and Chinese, so that no text hides in code. It is split by
 * topic: each topic file exports `en` and `zh`, where `zh` has the type of `en`; entries are strings or functions of named
 * values. A new topic is one file, imported and listed here.
 */
import * as cli from './cli.ts';
import * as compare from './compare.ts';
import * as drill from './drill.ts';
import * as erlang from './erlang.ts';
import * as faults from './faults.ts';
import * as lesson from './lesson.ts';
import * as longRun from './long-run.ts';
import * as norm from './norm.ts';
import * as qa from './qa.ts';
import * as quality from './quality.ts';
import * as report from './report.ts';
import * as resume from './resume.ts';
import * as roster from './roster.ts';
import * as rosterAdvise from './roster-advise.ts';
import * as rosterBuild from './roster-build.ts';
import * as rosterCheck from './roster-check.ts';
import * as rosterReplan from './roster-replan.ts';
import * as scenario from './scenario.ts';
import * as staff from './staff.ts';
import * as starter from './starter.ts';
import * as story from './story.ts';
import * as uncertainty from './uncertainty.ts';
import * as watch from './watch.ts';
import * as why from './why.ts';

/** The languages Callfloor speaks. */
export type Lang = 'en' | 'zh';

/** A sentence in both languages, for data that carries its own words (kinds of a program's own, for instance). */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

const topics = {
  cli,
  compare,
  drill,
  erlang,
  faults,
  lesson,
  longRun,
  norm,
  qa,
  quality,
  report,
  resume,
  roster,
  rosterAdvise,
  rosterBuild,
  rosterCheck,
  rosterReplan,
  scenario,
  staff,
  starter,
  story,
  uncertainty,
  watch,
  why,
};

type Topics = typeof topics;

/** All topics in one language: `words('en').scenario.…`. */
export type Words = { readonly [Topic in keyof Topics]: Topics[Topic]['en'] };

const dictionary: Record<Lang, Words> = { en: inLanguage('en'), zh: inLanguage('zh') };

/** A topic is looked up when it is asked for: what is built reads the topic's file only then. */
function inLanguage(lang: Lang): Words {
  const alike: { readonly [Topic in keyof Words]: Record<Lang, Words[Topic]> } = topics;
  const found = {};
  for (const [name, topic] of Object.entries(alike)) {
    Object.defineProperty(found, name, { enumerable: true, get: () => topic[lang] });
  }
  return found as Words;
}

/**
 * The dictionary in one language.
 * @param lang `en` or `zh`
 * @example words('zh').scenario.title // '场景'
 */
export function words(lang: Lang): Words {
  return dictionary[lang];
}

/**
 * The language for a locale as systems name it (`zh_CN.UTF-8`, `zh-Hans`, `en-GB`, `C`): Chinese for every Chinese
 * locale, English for everything else and for none.
 * @param locale for instance the value of `LANG`
 * @example languageOf('zh_CN.UTF-8') // 'zh'
 */
export function languageOf(locale: string | undefined): Lang {
  return /^zh\b|^zh_/i.test(locale ?? '') ? 'zh' : 'en';
}
