/** The channels by which contacts come. */
import { Type } from 'typebox';
import { type Kind, KindList } from '../kind.ts';

const voice: Kind = {
  kind: 'voice',
  summary: {
    en: 'Telephone: one contact at a time, the caller waits on the line',
    zh: '电话：一次一个，来电者在线等待',
  },
  schema: Type.Object({}),
};

/** Every channel that work may name. */
export const channels = new KindList<Kind>('channels', [voice]);
