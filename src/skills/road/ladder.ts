import type { Rung } from './rung.ts';
import { foundations } from './rung-1-foundations.ts';
import { lifted } from './rung-2-lifted.ts';
import { serverless } from './rung-3-serverless.ts';
import { delivery } from './rung-4-delivery.ts';
import { observability } from './rung-5-observability.ts';

/** The five rungs of the road to cloud-first, the lowest first. */
export const ladder: readonly Rung[] = [foundations, lifted, serverless, delivery, observability];
