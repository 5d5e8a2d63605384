/** The definitions of answered-within as the mathematics names them. */
import type { ServiceLevelVariant } from '../math/queue-measures.ts';

/** By the name that a promise uses. */
export const serviceVariants: Readonly<Record<string, ServiceLevelVariant>> = {
  offered: 'offered',
  answered: 'answered',
  'abandons-met': 'abandonsMet',
  'short-abandons-excluded': 'shortAbandonsExcluded',
  'very-short-abandons-met': 'veryShortAbandonsMet',
  virtual: 'virtual',
};
