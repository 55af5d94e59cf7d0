/** Keys that two texts must share to be compared, where neither has few. Set on the open benchmark. */
export const MIN_SHARED = 2;
/** Where one has no more, a single one is enough. */
export const FEW_KEYS = 6;
