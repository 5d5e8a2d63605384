/** The kinds of lever. A kind of one's own is added with `levers.add`. */
import { KindList } from '../kind.ts';
import { announcement } from './announcement.ts';
import { backOffice } from './back-office.ts';
import { callBackOffer } from './call-back-offer.ts';
import { closedWork } from './closed-work.ts';
import { delayedBreaks } from './delayed-breaks.ts';
import type { LeverKind } from './lever-kind.ts';
import { openedSkill } from './opened-skill.ts';
import { otherCentre } from './other-centre.ts';
import { overtime } from './overtime.ts';
import { protectedWork } from './protected-work.ts';
import { pushMessage } from './push-message.ts';
import { reserve } from './reserve.ts';
import { shortWrapUp } from './short-wrap-up.ts';

export type { LeverEffect, LeverKind, LeverStaff, LeverTerms } from './lever-kind.ts';

/** Every kind of lever that a drill may name. */
export const levers = new KindList<LeverKind>('levers', [
  announcement,
  callBackOffer,
  pushMessage,
  shortWrapUp,
  delayedBreaks,
  openedSkill,
  backOffice,
  overtime,
  reserve,
  otherCentre,
  protectedWork,
  closedWork,
]);
