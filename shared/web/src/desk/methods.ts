import type { Method } from './api';

/** The ways to make an index of answers, the one in use by default first. */
export const METHODS: Method[] = ['mean_over_max', 'minmax', 'share_agree'];
